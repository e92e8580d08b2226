import type { MailMessages } from "./messages.ts";

export const ARABIC_MAILS: MailMessages = {
  marks: {
    cancelled: "أُلغيت",
    postponed: "أُرجئت",
    takesPlace: "ستُعقد",
    newTime: "موعد جديد",
    newPlace: "مكان جديد",
    added: "أُضيفت",
    newItems: "بنود أخرى",
    other: "تغيير",
  },
  before: "سابقًا: {before}",
  more: "و{count} غيرها",
  test: "تجربة: رسائل هذه الخدمة تصل.",
  nothing: "لم يتغير شيء بعد النسخة {version}.",
};
