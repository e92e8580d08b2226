import type { StarMessages } from "./messages.ts";

export const CHINESE_STARS: StarMessages = {
  keep: "加入我的日程",
  show: "前往我的日程",
  how: "在一场会议、一个项目、整个会议或一个机构的页面上，按“加入我的日程”：所选内容便按时间顺序列在这里，并合为一个日历。所选内容只留在此浏览器中，服务器上不作任何存储。",
  needsScripts: "此功能需要 JavaScript。",
  kept: "已加入",
  all: "所有场次",
  clash: "同一时间：{others}",
  twice: "如果您还订阅了整个会议，有些日历会将其场次显示两次。",
  nothing: "其中内容已不在任何日程之中。",
  issues: {
    "too-long": "无法合为一个日历：地址会超过{max}个字符，有些日历会不加提示地拒绝。请加入整个会议，或减少所选内容。",
    "too-many-bodies": "无法合为一个日历：一个日历最多容纳{max}个机构。请减少所选内容。",
    "too-many-meetings": "无法合为一个日历：一个日历最多容纳{max}个会议。请减少所选内容。",
    "too-large": "内容过多，一个日历容纳不下：有些日历会不加提示地舍弃超过一兆字节的内容。请减少所选内容。",
  },
};
