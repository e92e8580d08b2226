import type { MailsMessages } from "../mails-messages.ts";

export const ARABIC_CLEARING: MailsMessages = {
  title: "رسائل تنتظر الإجازة",
  hint: "ما تغيّر منذ آخر رسالة إلى القائمة: رسالة واحدة لكل قائمة ولكل اجتماع. ولا يُرسَل شيء قبل أن ترسله.",
  none: "لا توجد رسائل في الانتظار.",
  send: "إرسال إلى القائمة",
  sent: "أُرسلت الرسالة.",
  notSent: "لم تُرسَل الرسالة: {why}.",
  drop: "صرف النظر",
  dropSure: "صرف النظر: لن يتلقى أحد هذه الرسالة",
};
