import type { InvitationMessages } from "../invitation-messages.ts";

export const CHINESE_INVITATION: InvitationMessages = {
  title: "邀请同事",
  role: "身份",
  roles: {
    secretary: "机构秘书：除邀请外的一切",
    "conference-officer": "会议干事：当日会议和议程项目",
    "meetings-management": "会议管理：会议室和通知",
    "documents-officer": "文件干事：文件和报告",
    preparer: "筹备人员：只试不发",
  },
  goodFor: "链接有效期",
  periods: { 1: "一小时", 24: "一天", 168: "一周" },
  thisMeeting: "仅限本次会议",
  make: "生成邀请",
  made: "首先打开者即予登记，仅限一次。请让同事用手机扫描该码，或发送链接。",
  qr: "邀请的二维码",
  revoke: "撤销",
  invited: "您已受邀",
  invitedHint: "本浏览器将予登记，并可发送邀请所允许的内容。邀请仅能使用一次。",
  accept: "接受邀请",
  spent: "该邀请已被使用、撤销或过期。请索取新邀请。",
};
