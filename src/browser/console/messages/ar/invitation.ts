import type { InvitationMessages } from "../invitation-messages.ts";

export const ARABIC_INVITATION: InvitationMessages = {
  title: "دعوة زميل",
  role: "بصفة",
  roles: {
    secretary: "أمين الهيئة: كل شيء عدا الدعوة",
    "conference-officer": "موظف المؤتمرات: جلسات اليوم وبنوده",
    "meetings-management": "إدارة الاجتماعات: القاعات والإشعارات",
    "documents-officer": "موظف الوثائق: الوثائق والتقرير",
    preparer: "مُعِدّ: يجرب ولا يرسل شيئًا",
  },
  goodFor: "مدة صلاحية الرابط",
  periods: { 1: "ساعة", 24: "يوم", 168: "أسبوع" },
  thisMeeting: "لهذا الاجتماع وحده",
  make: "إنشاء الدعوة",
  made: "يُسجَّل أول من يفتحها، مرة واحدة. أظهر الرمز لهاتف زميلك، أو أرسل الرابط.",
  qr: "رمز الاستجابة السريعة للدعوة",
  revoke: "إبطالها",
  invited: "أنت مدعو",
  invitedHint: "سيُسجَّل هذا المتصفح ويمكنه إرسال ما تسمح به الدعوة. وهي صالحة مرة واحدة.",
  accept: "قبول الدعوة",
  spent: "استُخدمت هذه الدعوة من قبل أو أُبطلت أو انتهت مدتها. اطلب غيرها.",
};
