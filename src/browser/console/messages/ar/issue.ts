import type { IssueMessages } from "../issue-messages.ts";

export const ARABIC_ISSUE: IssueMessages = {
  title: "برنامج الغد",
  day: "اليوم",
  since: "إبراز ما تغيّر بعد النسخة",
  sinceHint: "النسخة المبيّنة في البرنامج كما صدر؛ يُترك فارغًا إن لم يصدر.",
  show: "عرض البرنامج",
  print: "طباعة",
  mail: "البرنامج في رسالة بريد",
  changesMail: "رسالة بريد بما تغيّر بعد تلك النسخة",
  mailHint: "يفتحها برنامج البريد كمسودة: راجعها ووجّهها إلى قائمتك وأرسلها.",
  noSuchDay: "ليس في الاجتماع يوم كهذا.",
};
