import type { KeysMessages } from "../keys-messages.ts";

export const ARABIC_KEYS: KeysMessages = {
  title: "من يجوز له الإرسال هنا",
  noEnd: "بلا نهاية.",
  until: "حتى {time}.",
  neverUsed: "لم يُستعمل بعد.",
  lastUsed: "آخر إرسال: {time}.",
  meeting: "للاجتماع {meeting} وحده.",
  invites: "دعوة لم يقبلها أحد بعد",
  sure: "إلغاؤها فعلًا",
  operator: "المشغّل",
  sentBy: "أرسله: {name}",
  label: "لمن ستكون، كما يعرفه الزملاء",
};
