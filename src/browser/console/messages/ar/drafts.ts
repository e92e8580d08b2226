import type { DraftMessages } from "../draft-messages.ts";

export const ARABIC_DRAFTS: DraftMessages = {
  title: "المسودات",
  prepare: "تحضير فقط: تُحفظ الأوامر جانبًا ولا يُرسل شيء",
  preparer: "أنتم تحضّرون والزميل يرسل: تُحفظ الأوامر هنا جانبًا.",
  putAside: "حفظه مسودةً",
  none: "لا شيء محفوظ جانبًا.",
  makeLink: "إنشاء رابط لها",
  link: "رابط المسودة",
  qr: "رمز QR للمسودة",
  hint: "من يفتحه في وحدة التحكم يرى ما سيتغير، ويجوز له إرساله. وما فيه ليس سرًا.",
  open: "مراجعتها وإرسالها",
  remove: "إزالة",
  handed: "مسودة أعدها زميل",
};
