import type { HouseMessages } from "../house-messages.ts";

export const ARABIC_HOUSE: HouseMessages = {
  taken: "في ذلك الوقت خُصص {room} لجلسة أخرى: {other}.",
  title: "إشعار إلى جميع الهيئات",
  hint: "إشعار واحد يظهر في صفحة كل اجتماع محدد وفي تقاويمه.",
  looking: "يجري البحث عن الاجتماعات التي يجوز لهذا المتصفح توجيه إشعار إليها…",
  none: "لا يجوز لهذا المتصفح توجيه إشعار إلى أي اجتماع لم ينته بعد.",
  meetings: "الاجتماعات",
  give: "توجيه الإشعار",
  given: "وُجّه.",
  notGiven: "لم يوجَّه: {why}",
};
