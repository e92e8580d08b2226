/** What sentences and journals say of when a meeting is, in six languages. */

type Spoken = Readonly<Record<"en" | "fr" | "es" | "ru" | "ar" | "zh", string>>;

/** Whole words of any language; in Chinese no spaces part them. */
const findSpoken = ({ zh, ...spaced }: Spoken): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${Object.values(spaced).join("|")})(?![\\p{L}\\p{N}])${zh === "" ? "" : `|${zh}`}`, "iu");

/** Of the work of an organ. */
export const BEGINS = findSpoken({
  en: "starts?|started|begins?|began|commences?|commenced",
  fr: "commenc\\p{L}{1,6}|débuter\\p{L}{0,3}",
  es: "comenzar\\p{L}{1,2}|iniciar\\p{L}{1,2}|empezar\\p{L}{1,2}",
  ru: "нач(?:нет|нёт|инает|ала|ало)\\p{L}{0,3}",
  ar: "س?[تي]بدأ",
  zh: "开始",
});
export const ENDS = findSpoken({
  en: "completed?|completes|conclud(?:e|es|ed)|ends?|ended",
  fr: "terminer\\p{L}{0,3}|achever\\p{L}{0,3}|prendr\\p{L}{1,4} fin",
  es: "concluir\\p{L}{1,2}|finalizar\\p{L}{1,2}|terminar\\p{L}{1,2}",
  ru: "заверш\\p{L}{2,6}|законч\\p{L}{2,5}|окончится",
  ar: "و?س?[تي]ن(?:ته|ه)ي",
  zh: "结束",
});
/** Of a session. */
export const HELD = findSpoken({
  en: "(?:be|is|was|are|were|been) (?:held|convened|hosted)|held (?:in|at|from)|takes? place|took place|will (?:meet|convene)",
  fr: "se tiendr\\p{L}{1,4}|se tient|tenue?|aur(?:a|ont) lieu|se réunir\\p{L}{1,4}|convoquée?",
  es: "se celebrar\\p{L}{1,2}|celebrarse|tendr\\p{L}{1,2} lugar|se reunir\\p{L}{1,2}|convocad[ao]",
  ru: "состо(?:ится|ятся|ялась|ялось)|провод(?:ится|ятся)|пройд(?:е|ё)т|проходит|созывается",
  ar: "س?[تي]ُ?عقد|انعقاد|ستنعقد|تنعقد",
  zh: "举行|召开",
});
/** Of no session but another. */
export const OTHER_SESSION = findSpoken({
  en: "next|forthcoming|following|previous|last|preceding",
  fr: "prochaine?|suivante?|précédente?|dernière?",
  es: "próxim[ao]|siguiente|anterior|últim[ao]",
  ru: "следующ\\p{L}{2,4}|очередн\\p{L}{2,4}|предыдущ\\p{L}{2,4}|прошл\\p{L}{2,4}",
  ar: "المقبلة?|القادمة?|التالية?|السابقة?",
  zh: "下届|下一届|下次|下一次|上届|上次",
});
/** What a paper of one day is. */
export const JOURNAL = findSpoken({
  en: "journal|bulletin|order of the day|orders of the day|order of business",
  fr: "journal|bulletin|ordre du jour de la séance",
  es: "diario|boletín|orden del día de la sesión",
  ru: "журнал|бюллетень|порядок дня|распорядок дня",
  ar: "الجريدة|جريدة|نشرة|النشرة|يومية",
  zh: "日刊|公报|每日",
});
/** Before the day of a programme. */
export const FOR_DAY = findSpoken({
  en: "for",
  fr: "pour le",
  es: "para el",
  ru: "на",
  ar: "ليوم",
  zh: "",
});
