import { ARABIC } from "../../../../i18n/ar.ts";
import { ARABIC_PAGES } from "../../../../i18n/pages/ar.ts";
import type { ConsoleMessages } from "../messages.ts";
import { ARABIC_ANSWERS } from "./answers.ts";
import { ARABIC_DRAFTS } from "./drafts.ts";
import { ARABIC_EDITING } from "./editing.ts";
import { ARABIC_ENDPOINTS } from "./endpoints.ts";
import { ARABIC_EVENTS } from "./events.ts";
import { ARABIC_FILES } from "./files.ts";
import { ARABIC_HOUSE } from "./house.ts";
import { ARABIC_INVITATION } from "./invitation.ts";
import { ARABIC_KEYS } from "./keys.ts";
import { ARABIC_CLEARING } from "./mails.ts";
import { ARABIC_ISSUE } from "./issue.ts";
import { ARABIC_PROGRAMME } from "./programme.ts";
import { ARABIC_DOUBTS } from "./doubts.ts";
import { ARABIC_SETUP } from "./setup.ts";

export const ARABIC_CONSOLE: ConsoleMessages = {
  ...ARABIC_EVENTS,
  ...ARABIC_ANSWERS,
  own: ARABIC,
  page: ARABIC_PAGES,
  console: "لوحة التحكم",
  loading: "جارٍ قراءة بيانات الاجتماع…",
  publicPage: "الصفحة العامة للاجتماع",
  connection: {
    up: "الاتصال بالخدمة قائم",
    down: "لا يوجد اتصال: ما ترسله ينتظر هنا، ويخرج بالترتيب عند عودة الاتصال.",
    asOf: "المعروض كما كان في {time}.",
  },
  wrongClock: "ساعة هذا الجهاز غير مضبوطة (الفارق بالدقائق: {minutes}). وتُوقَّع الأحداث بساعة الخدمة بدلًا منها.",
  keepsNothing: "لا يحفظ هذا المتصفح شيئًا لهذه الصفحة: فعند إغلاقها يضيع مفتاحها وما لم يخرج بعد من الأحداث.",
  more: "أحداث أخرى",
  moreHint: "كل ما هو ممكن الآن، ولا شيء غيره.",
  openNow: "منعقدة الآن: {slot}.",
  programme: ARABIC_PROGRAMME,
  setup: ARABIC_SETUP,
  invitation: ARABIC_INVITATION,
  drafts: ARABIC_DRAFTS,
  editing: ARABIC_EDITING,
  file: ARABIC_FILES,
  keys: ARABIC_KEYS,
  house: ARABIC_HOUSE,
  endpoints: ARABIC_ENDPOINTS,
  issue: ARABIC_ISSUE,
  mails: ARABIC_CLEARING,
  outbox: {
    title: "ما أرسلته",
    undo: "تراجع",
    undone: "جرى التراجع عن: {event}",
    sending: "جارٍ الإرسال…",
    done: "أُرسل.",
    offline: "لا يوجد اتصال. تخرج هذه الأحداث من تلقاء نفسها بالترتيب عند عودته؛ ولا يضيع شيء إذا أُغلقت الصفحة.",
    waiting: "ينتظر الاتصال.",
    retry: "إرساله",
    discard: "تجاهله",
  },
  message: { title: "رسالة للتعميم", language: "اللغة", share: "مشاركة…" },
  history: { title: "السجل: سحب خطأ", withdraw: "سحب", redact: "حذف النص" },
  key: {
    title: "هذا المتصفح",
    none: "لم يُسجَّل هذا المتصفح لهذه الهيئة بعد.",
    why: "لا حاجة إلى تسجيل دخول: يوقّع هذا المتصفح كل حدث، وتعتمد الخدمة على التوقيع.",
    make: "إعداد هذا المتصفح",
    makeHint: "الأفضل: ما يوقّع به بعد ذلك لا يمكن لأحد نسخه، ولا أنت. ويسجله المشغل مرة واحدة.",
    typed: "أو سر أُعطي لك",
    typedHint: "يبدأ بـ whsk_ أو whsec_، ويُحفظ بحيث يوقِّع ولا يمكن قراءته ثانية.",
    use: "استخدام هذا السر",
    notASecret: "هذا ليس سرًا صحيحًا: يجب أن يبدأ بـ whsk_ أو whsec_ وأن يكون كاملًا.",
    notHere: "لا يستطيع هذا المتصفح إنشاء مثل هذا المفتاح (تنقصه خوارزمية Ed25519). استخدم متصفحًا أحدث، أو سرًا أُعطي لك.",
    publicKey: "المفتاح العام",
    fingerprint: "البصمة",
    fingerprintHint: "اقرأها على المشغل هاتفيًا، كي لا يُسجل مفتاح آخر خطأ.",
    enrol: "يسجله المشغل بهذا الأمر",
    checkAgain: "التحقق من جديد",
    forget: "نسيان هذا المفتاح",
    forgetSure: "تأكيد النسيان: لا يمكن استرجاعه",
    loss: "إذا مُسحت بيانات هذا المتصفح ضاع المفتاح، ولا يضيع شيء غيره: أنشئ هنا مفتاحًا آخر، واطلب تسجيله وإبطال القديم.",
    notKept: "لا يضمن هذا المتصفح الاحتفاظ به إذا ضاقت المساحة. وإضافة لوحة التحكم إلى الشاشة الرئيسية تساعد عادة.",
    status: {
      unknown: "جارٍ سؤال الخدمة عنه…",
      enrolled: "مسجَّل: يمكنه الإرسال.",
      "not-enrolled": "غير مسجَّل بعد: لا يمكن إرسال شيء حتى يسجله المشغل.",
      "not-permitted": "مسجَّل، لكن ما يمكنه إرساله هنا محدود.",
      unreachable: "تعذر سؤال الخدمة عنه.",
    },
  },
  agenda: {
    title: "جدول أعمال جديد أو منقح",
    hint: "الصق الوثيقة من معالج نصوص أو من صفحة على الإنترنت. ولا يُرسل شيء قبل أن ترى ما فُهم منها.",
    paste: "الوثيقة",
    read: "قراءتها",
    days: "الجلسات",
    items: "البنود",
    warnings: "مواضع الشك",
    noWarnings: "لا شك في شيء.",
    warningsAbout: ARABIC_DOUBTS,
    line: "السطر {line}",
    missing: "ما زال ينقص",
    supply: "ما لا تذكره الوثيقة",
    overrides: {
      timezone: "المنطقة الزمنية (المنطقة/المدينة)",
      id: "معرّف الاجتماع، كما في عنوانه",
      symbol: "رمز الوثيقة",
      title: "عنوان الاجتماع",
      city: "المدينة",
      venue: "المكان",
      opensOn: "اليوم الأول",
      closesOn: "اليوم الأخير",
      year: "السنة",
      "body.shortName": "الاسم المختصر للهيئة",
    },
    as: {
      "agenda.revised": "إرساله تنقيحًا لهذا الاجتماع",
      "agenda.adopted": "إرساله على أنه أُقر بصيغته المنقحة شفويًا",
      "meeting.announced": "الإعلان عنه اجتماعًا آخر",
    },
  },
};
