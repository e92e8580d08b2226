import type { MailMessages } from "./messages.ts";

export const CHINESE_MAILS: MailMessages = {
  marks: {
    cancelled: "已取消",
    postponed: "已推迟",
    takesPlace: "照常举行",
    newTime: "时间变更",
    newPlace: "地点变更",
    added: "新增",
    newItems: "议题变更",
    other: "变更",
  },
  before: "原定：{before}",
  more: "另有 {count} 项",
  test: "测试：本服务的邮件可以送达。",
  nothing: "第 {version} 版之后没有变动。",
};
