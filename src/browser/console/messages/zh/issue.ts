import type { IssueMessages } from "../issue-messages.ts";

export const CHINESE_ISSUE: IssueMessages = {
  title: "明日日程",
  day: "日期",
  since: "标出此版本之后的变动",
  sinceHint: "已印发日程上的版本号；未印发则留空。",
  show: "显示日程",
  print: "打印",
  mail: "日程邮件",
  changesMail: "此版本之后变动的邮件",
  mailHint: "邮件程序会将其作为草稿打开：请查看、填写贵处自己的邮件列表地址，然后发送。",
  noSuchDay: "会议没有这一天。",
};
