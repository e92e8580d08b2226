import type { EditingMessages } from "../editing-messages.ts";

export const ARABIC_EDITING: EditingMessages = {
  lines: "الوثيقة سطرًا سطرًا",
  onlyOpen: "ما أُغفل أو كان موضع شك فقط",
  change: "تغيير",
  isNow: "هذا",
  kinds: { slot: "جلسة", item: "بند", nothing: "ليس من البرنامج" },
  number: "الرقم",
  hourHint: "إذا تُرك فارغًا فيُعلن الموعد لاحقًا",
  itemsHint: "كما هي مطبوعة، مثل 4 (تابع)، 5",
  save: "اقرأه هكذا",
  undo: "التراجع عن آخر تغيير",
  addSlot: "إضافة جلسة",
  addItem: "إضافة بند",
  uses: {
    field: "الاجتماع نفسه",
    heading: "عنوان",
    day: "يوم",
    annotation: "شروح البند {item}",
    document: "الوثيقة {symbol}",
    said: "كما ذكرتم",
    leftOut: "أُغفل",
  },
  asNew: "اعتُبرت هذه الوثيقة لدورة أخرى، وتصبح اجتماعًا جديدًا، {id}: {title}",
  asKnown: "اعتُبرت هذه الوثيقة للاجتماع المعروض.",
  isNew: "هذه دورة أخرى",
  isKnown: "هذا هو الاجتماع المعروض",
};
