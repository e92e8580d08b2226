import { chooseText, type Language, type Text } from "../meeting/text.ts";

type Wordings = Readonly<Record<Language, string>>;

/** Items of every agenda, as documents of the United Nations word them in each language. */
const STANDARD_ITEMS: readonly Wordings[] = [
  {
    ar: "افتتاح الدورة",
    en: "Opening of the session",
    es: "Apertura del período de sesiones",
    fr: "Ouverture de la session",
    ru: "Открытие сессии",
    zh: "会议开幕",
  },
  {
    ar: "افتتاح الاجتماع",
    en: "Opening of the meeting",
    es: "Apertura de la reunión",
    fr: "Ouverture de la réunion",
    ru: "Открытие совещания",
    zh: "会议开幕",
  },
  {
    ar: "إقرار جدول الأعمال",
    en: "Adoption of the agenda",
    es: "Aprobación del programa",
    fr: "Adoption de l’ordre du jour",
    ru: "Утверждение повестки дня",
    zh: "通过议程",
  },
  {
    ar: "إقرار جدول الأعمال وتنظيم الأعمال",
    en: "Adoption of the agenda and organization of work",
    es: "Aprobación del programa y organización de los trabajos",
    fr: "Adoption de l’ordre du jour et organisation des travaux",
    ru: "Утверждение повестки дня и организация работы",
    zh: "通过议程和安排工作",
  },
  {
    ar: "إقرار جدول الأعمال والمسائل التنظيمية الأخرى",
    en: "Adoption of the agenda and other organizational matters",
    es: "Aprobación del programa y otras cuestiones de organización",
    fr: "Adoption de l’ordre du jour et autres questions d’organisation",
    ru: "Утверждение повестки дня и другие организационные вопросы",
    zh: "通过议程和其他组织事项",
  },
  {
    ar: "المسائل التنظيمية",
    en: "Organizational matters",
    es: "Cuestiones de organización",
    fr: "Questions d’organisation",
    ru: "Организационные вопросы",
    zh: "组织事项",
  },
  {
    ar: "تنظيم الأعمال",
    en: "Organization of work",
    es: "Organización de los trabajos",
    fr: "Organisation des travaux",
    ru: "Организация работы",
    zh: "安排工作",
  },
  {
    ar: "انتخاب أعضاء المكتب",
    en: "Election of officers",
    es: "Elección de la Mesa",
    fr: "Élection du Bureau",
    ru: "Выборы должностных лиц",
    zh: "选举主席团成员",
  },
  { ar: "المناقشة العامة", en: "General debate", es: "Debate general", fr: "Débat général", ru: "Общие прения", zh: "一般性辩论" },
  { ar: "مسائل أخرى", en: "Other matters", es: "Otros asuntos", fr: "Questions diverses", ru: "Прочие вопросы", zh: "其他事项" },
  { ar: "مسائل أخرى", en: "Other business", es: "Otros asuntos", fr: "Questions diverses", ru: "Прочие вопросы", zh: "其他事项" },
  {
    ar: "اعتماد التقرير",
    en: "Adoption of the report",
    es: "Aprobación del informe",
    fr: "Adoption du rapport",
    ru: "Утверждение доклада",
    zh: "通过报告",
  },
  {
    ar: "اختتام الدورة",
    en: "Closure of the session",
    es: "Clausura del período de sesiones",
    fr: "Clôture de la session",
    ru: "Закрытие сессии",
    zh: "会议闭幕",
  },
  {
    ar: "اختتام الاجتماع",
    en: "Closure of the meeting",
    es: "Clausura de la reunión",
    fr: "Clôture de la réunion",
    ru: "Закрытие совещания",
    zh: "会议闭幕",
  },
];

const normalize = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("'", "’")
    .replaceAll(/\s+/g, " ")
    .replace(/[.。]$/, "")
    .trim();

const BY_WORDING = new Map(
  STANDARD_ITEMS.flatMap((item) => Object.values(item).map((wording) => [normalize(wording), item] as const)).toReversed(),
);

/** What an item is called in a language in which the record has no title of it: undefined of all but the items of every agenda. */
export const findStandardTitle = (title: Text, language: Language): string | undefined => {
  if (typeof title !== "string" && title[language] !== undefined) return undefined;
  const printed = normalize(chooseText(title, language));
  const standard = BY_WORDING.get(printed)?.[language];
  return standard === undefined || normalize(standard) === printed ? undefined : standard;
};
