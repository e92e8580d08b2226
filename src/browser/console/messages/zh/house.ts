import type { HouseMessages } from "../house-messages.ts";

export const CHINESE_HOUSE: HouseMessages = {
  taken: "该时间{room}已分配给另一次会议：{other}。",
  title: "向所有机构发布通知",
  hint: "一则通知，显示在所勾选的每届会议的网页和日历中。",
  looking: "正在查找此浏览器可以发布通知的会议……",
  none: "此浏览器不能向任何尚未结束的会议发布通知。",
  meetings: "会议",
  give: "发布通知",
  given: "已发布。",
  notGiven: "未发布：{why}",
};
