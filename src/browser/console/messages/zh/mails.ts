import type { MailsMessages } from "../mails-messages.ts";

export const CHINESE_CLEARING: MailsMessages = {
  title: "待审发邮件",
  hint: "自上次向邮件列表发送邮件以来的变动：每个列表、每次会议一封邮件。在您发送之前，不会发出任何邮件。",
  none: "没有待发邮件。",
  send: "发送至邮件列表",
  sent: "邮件已发送。",
  notSent: "邮件未发送：{why}。",
  drop: "放弃",
  dropSure: "放弃：不会有人收到此邮件",
};
