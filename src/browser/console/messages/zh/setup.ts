import type { SetupMessages } from "../setup-messages.ts";

export const CHINESE_SETUP: SetupMessages = {
  lead: "请写明将在此关注其会议的机构。此后由本浏览器操作。",
  next: "首次会议：粘贴议程，查看识别结果。",
  code: "代码",
  codeHint: "链接旁所列的十六个字母和数字。",
  notACode: "该代码无效：应为十六个字母和数字。",
  name: "机构名称",
  shortName: "简称（用于日历）",
  id: "机构标识（用于网址）",
  idHint: "小写字母、数字和连字符；永不更改。",
  optional: "发布者、联系方式和文件",
  publisher: "发布者",
  publisherHint: "对所发布内容负责者。如未填写，页面将显示“非官方演示”。",
  contact: "秘书处电子邮件",
  documents: "文件地址",
  documentsHint: "以 {symbol} 代替文件编号。",
  register: "设立该机构",
  announce: "宣布会议",
  noLine: "没有连接：恢复后请重试。",
};
