import type { ProgrammeMessages } from "../programme-messages.ts";

export const ARABIC_PROGRAMME: ProgrammeMessages = {
  today: "اليوم",
  all: "البرنامج كله",
  search: "البحث في الجلسات والبنود",
  nothingFound: "لم يُعثر على شيء.",
  moreFound: "هناك المزيد: أضف كلمة.",
  more: "المزيد",
  startsLate: "تبدأ متأخرة",
  minutes: "{minutes} د",
  otherMinutes: "مدة أخرى",
  suspendUntil: "تعليق حتى وقت محدد",
  notBefore: "ليس قبل وقت محدد",
  moveTo: "نقل إلى {slot}",
  unplaced: "بنود غير مدرجة في أي جلسة",
  orallyRevised: "بصيغته المنقحة شفويًا",
  orallyRevisedHint: "يُقر البرنامج كما هو وارد هنا الآن، بكل ما أُبلغ عنه من تغييرات.",
  short: {
    "slot.opened": "افتتاح",
    "slot.adjourned": "رفع",
    "slot.suspended": "تعليق",
    "slot.resumed": "استئناف",
    "item.taken_up": "بدء النظر",
    "item.concluded": "اختتام",
    "item.left_open": "إبقاء مفتوحًا",
  },
};
