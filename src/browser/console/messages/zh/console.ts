import { CHINESE_PAGES } from "../../../../i18n/pages/zh.ts";
import { CHINESE } from "../../../../i18n/zh.ts";
import type { ConsoleMessages } from "../messages.ts";
import { CHINESE_ANSWERS } from "./answers.ts";
import { CHINESE_DRAFTS } from "./drafts.ts";
import { CHINESE_EDITING } from "./editing.ts";
import { CHINESE_ENDPOINTS } from "./endpoints.ts";
import { CHINESE_EVENTS } from "./events.ts";
import { CHINESE_FILES } from "./files.ts";
import { CHINESE_HOUSE } from "./house.ts";
import { CHINESE_INVITATION } from "./invitation.ts";
import { CHINESE_KEYS } from "./keys.ts";
import { CHINESE_CLEARING } from "./mails.ts";
import { CHINESE_ISSUE } from "./issue.ts";
import { CHINESE_PROGRAMME } from "./programme.ts";
import { CHINESE_DOUBTS } from "./doubts.ts";
import { CHINESE_SETUP } from "./setup.ts";

export const CHINESE_CONSOLE: ConsoleMessages = {
  ...CHINESE_EVENTS,
  ...CHINESE_ANSWERS,
  own: CHINESE,
  page: CHINESE_PAGES,
  console: "控制台",
  loading: "正在读取会议……",
  publicPage: "会议公开页面",
  connection: { up: "已与服务连接", down: "连接中断：您发送的内容在此等候，连接恢复后按顺序发出。", asOf: "所示为 {time} 的情况。" },
  wrongClock: "本设备的时钟偏差{minutes}分钟。事件改按服务的时钟签名。",
  keepsNothing: "本浏览器不为本页保存任何内容：关闭本页后，密钥和尚未发出的事件即告丢失。",
  more: "其他事件",
  moreHint: "列出目前可以报告的全部事件，此外别无其他。",
  openNow: "正在举行：{slot}。",
  programme: CHINESE_PROGRAMME,
  setup: CHINESE_SETUP,
  invitation: CHINESE_INVITATION,
  drafts: CHINESE_DRAFTS,
  editing: CHINESE_EDITING,
  file: CHINESE_FILES,
  keys: CHINESE_KEYS,
  house: CHINESE_HOUSE,
  endpoints: CHINESE_ENDPOINTS,
  issue: CHINESE_ISSUE,
  mails: CHINESE_CLEARING,
  outbox: {
    title: "您发送的内容",
    undo: "撤销",
    undone: "已撤销：{event}",
    sending: "正在发送……",
    done: "已发送。",
    offline: "连接中断。恢复后自动按顺序发出；关闭本页不会丢失任何内容。",
    waiting: "等候连接。",
    retry: "发送",
    discard: "放弃",
  },
  message: { title: "供转发的消息", language: "语文", share: "分享……" },
  history: { title: "历史记录：撤回错误", withdraw: "撤回", redact: "删除文字" },
  key: {
    title: "本浏览器",
    none: "本浏览器尚未就该机构登记。",
    why: "无需登录：本浏览器为每个事件签名，服务以签名为准。",
    make: "准备本浏览器",
    makeHint: "最佳做法：此后用以签名者，任何人（包括您本人）都无法复制；由运营者登记一次即可。",
    typed: "或输入发给您的密钥字符串",
    typedHint: "以 whsk_ 或 whsec_ 开头；保存后可用于签名，但无法再读出。",
    use: "使用该密钥字符串",
    notASecret: "该密钥字符串无效：须以 whsk_ 或 whsec_ 开头，并且完整。",
    notHere: "本浏览器不支持 Ed25519，无法生成此种密钥。请使用较新的浏览器，或发给您的密钥字符串。",
    publicKey: "公钥",
    fingerprint: "指纹",
    fingerprintHint: "请在电话中读给运营者，以免误登其他密钥。",
    enrol: "运营者用以下命令登记",
    checkAgain: "重新查询",
    forget: "忘记该密钥",
    forgetSure: "确定忘记：无法找回",
    loss: "如本浏览器的数据被清除，密钥即告丢失，但其他一概不受影响：在此另行生成，请运营者登记，并吊销旧密钥。",
    notKept: "存储空间不足时，本浏览器不保证予以保留。将控制台添加到主屏幕通常有所帮助。",
    status: {
      unknown: "正在向服务查询……",
      enrolled: "已登记：可以发送。",
      "not-enrolled": "尚未登记：在运营者登记之前无法发送。",
      "not-permitted": "已登记，但在此可发送的内容受限。",
      unreachable: "未能向服务查询。",
    },
  },
  agenda: {
    title: "新的或修订的议程",
    hint: "从文字处理软件或网页粘贴文件。在您查看所理解的内容之前，不会发送任何内容。",
    paste: "文件",
    read: "读取",
    days: "会议场次",
    items: "项目",
    warnings: "疑问",
    noWarnings: "没有疑问。",
    warningsAbout: CHINESE_DOUBTS,
    line: "第{line}行",
    missing: "仍然缺少",
    supply: "文件未载明的内容",
    overrides: {
      timezone: "时区（地区/城市）",
      id: "会议标识，与其网址相同",
      symbol: "文号",
      title: "会议名称",
      city: "城市",
      venue: "地点",
      opensOn: "首日",
      closesOn: "末日",
      year: "年份",
      "body.shortName": "机构简称",
    },
    as: {
      "agenda.revised": "作为本届会议的修订发送",
      "agenda.adopted": "作为经口头订正通过的议程发送",
      "meeting.announced": "作为另一届会议公布",
    },
  },
};
