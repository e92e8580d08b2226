import type { ProgrammeMessages } from "../programme-messages.ts";

export const CHINESE_PROGRAMME: ProgrammeMessages = {
  today: "今天",
  all: "全部安排",
  search: "查找会议场次和项目",
  nothingFound: "没有找到。",
  moreFound: "还有更多结果：请再加一个词。",
  more: "更多",
  startsLate: "推迟开始",
  minutes: "{minutes}分钟",
  otherMinutes: "其他时长",
  suspendUntil: "暂停至某一时间",
  notBefore: "不早于某一时间",
  moveTo: "移至{slot}",
  unplaced: "未列入任何场次的项目",
  orallyRevised: "经口头订正",
  orallyRevisedHint: "按此处现有的安排通过，包括迄今报告的所有变更。",
  short: {
    "slot.opened": "开始",
    "slot.adjourned": "散会",
    "slot.suspended": "暂停",
    "slot.resumed": "恢复",
    "item.taken_up": "开始审议",
    "item.concluded": "结束审议",
    "item.left_open": "暂停审议",
  },
};
