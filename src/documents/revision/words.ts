import { LANGUAGES, type Language } from "../../meeting/text.ts";

/**
 * What documents that revise others print in one language, as the sources of regular expressions. All six are here: headings and
 * corrections are read also where a timetable is not.
 */
interface RevisionWords {
  /** Headings by which a document says what it covers. */
  readonly corrigendum: string;
  readonly addendum: string;
  readonly revision: string;
  /** Of a day or some: an Order of the Day, a Journal, "Programme of meetings for …". */
  readonly ofDays: string;
  /** Around what is corrected: "for … read …". What stands second may follow a comma. */
  readonly corrections: readonly (readonly [string, string])[];
  /** An instruction that is no correction of words. */
  readonly instruction: string;
  /** What a text should be, without what it is. */
  readonly shouldRead: string;
  /** "English only": what a corrigendum says of versions in other languages. */
  readonly only: string;
  /** Small words that no text of some lines lacks, and that no other of the six has. */
  readonly frequent: string;
}

const WORDS: Readonly<Record<Language, RevisionWords>> = {
  en: {
    corrigendum: "corrigend(?:um|a)",
    addendum: "addend(?:um|a)",
    revision: "revis(?:ion|ed)(?: version)?",
    ofDays: "order of the day|(?:daily )?journal|(?:daily )?programme of meetings",
    corrections: [
      ["for", "read"],
      ["instead of", "read"],
      ["replace", "(?:with|by)"],
    ],
    instruction: "delete|insert|add|omit",
    shouldRead: "(?:should|shall|to)(?: now)? read|now reads",
    only: "english only",
    frequent: "the|of|and|with|shall",
  },
  fr: {
    corrigendum: "rectificatif|corrigendum",
    addendum: "additif",
    revision: "révision|version révisée|révisé",
    ofDays: "journal|programme des (?:réunions|séances)|ordre du jour (?:de la séance |de la journée )?du (?:\\p{L}+ )?\\d.*",
    corrections: [
      ["au lieu d[eu’']s?", "lire"],
      ["remplacer", "par"],
    ],
    instruction: "supprimer|insérer|ajouter",
    shouldRead: "(?:doi(?:t|vent) )?se li(?:re|t)|à lire",
    only: "français seulement",
    frequent: "des|du|et|les|aux",
  },
  es: {
    corrigendum: "corrección|corrigendum",
    addendum: "adición",
    revision: "revisión|versión revisada|revisado",
    ofDays: "diario|programa de (?:reuniones|sesiones)|orden del día del? (?:\\p{L}+,? )?\\d.*",
    corrections: [
      ["donde dice", "(?:léase|debe decir)"],
      ["en lugar de", "léase"],
      ["sustitúyase", "por"],
    ],
    instruction: "suprímase|insértese|añádase|agréguese",
    shouldRead: "debe(?:rá)? (?:leerse|decir)|léase",
    only: "español (?:solamente|únicamente)",
    frequent: "del|las|los|y|el",
  },
  ru: {
    corrigendum: "исправлени[ея]",
    addendum: "добавлени[ея]",
    revision: "пересмотренн\\p{L}+(?: вариант| текст)?",
    ofDays: "журнал|(?:программа|расписание) заседаний|порядок дня на .+",
    corrections: [
      ["вместо(?: слов)?", "(?:следует )?читать"],
      ["заменить", "на"],
    ],
    instruction: "исключить|включить|добавить",
    shouldRead: "следует читать|читать",
    only: "только (?:на )?русск\\p{L}+(?: язык\\p{L}*)?",
    frequent: "и|в|на|по|о",
  },
  zh: {
    corrigendum: "更正",
    addendum: "增编",
    revision: "订正|修订版?",
    ofDays: "会议日刊|每日会议日程|日刊|.{0,20}日.{0,6}会议(?:日程|安排)",
    corrections: [["[将把]", "(?:应?改为|改成|替换为)"]],
    instruction: "删[去除]|增加|插入",
    shouldRead: "应[改读]?[为作]",
    only: "(?:仅|只)有?中文本?",
    frequent: "的|和|关于",
  },
  ar: {
    corrigendum: "تصويب",
    addendum: "إضافة",
    revision: "تنقيح|نسخة منقحة",
    ofDays: "يومية|برنامج الجلسات",
    corrections: [["بدلا(?:ً)? من", "(?:يُ?قرأ|تُ?قرأ|اقرأ)"]],
    instruction: "تُ?حذف|يُ?حذف|تُ?ضاف|يُ?ضاف",
    shouldRead: "يصبح نصه|ينبغي أن يكون",
    only: "بالعربية فقط",
    frequent: "من|في|على|إلى",
  },
};

/** Languages whose words no spaces part. */
const UNSPACED: ReadonlySet<Language> = new Set(["zh"]);

const matchWord = (language: Language, source: string): RegExp =>
  UNSPACED.has(language) ? new RegExp(source, "giu") : new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");

const mapLanguages = <Value>(make: (words: RevisionWords, language: Language) => Value): readonly (readonly [Language, Value])[] =>
  LANGUAGES.map((language) => [language, make(WORDS[language], language)]);

/** What may follow a heading's word: its number or date, and of what or for when it is. */
const FOLLOWS =
  "(?:\\s?(?:no\\.?|nº|№|n°)?\\s?\\d.*|\\s?[:：(\\[–—*-].*|\\s(?:to|for|of the|du|de la|des|à|au|del|de|a|al|el|к|на|за|до|يوم|إلى)\\s.*|\\sل.*)?";

/** A heading: the word, and what it says of its date or number. */
const matchHeadings = (kind: "corrigendum" | "addendum" | "revision" | "ofDays"): RegExp =>
  new RegExp(`^(?:${LANGUAGES.map((language) => WORDS[language][kind]).join("|")})${FOLLOWS}$`, "iu");

export const HEADS = {
  corrections: matchHeadings("corrigendum"),
  additions: matchHeadings("addendum"),
  all: matchHeadings("revision"),
  days: matchHeadings("ofDays"),
} as const;

/** "For … read …": after nothing, or after what says where it stands. */
export const CORRECTIONS = mapLanguages(({ corrections }, language) =>
  corrections.map(([first, second]) =>
    UNSPACED.has(language)
      ? new RegExp(`^(?<where>.*?)${first}(?<find>.+?)${second}[:：]?(?<replace>.+)$`, "isu")
      : new RegExp(
          `^(?<where>.*?[\\s,;:.)–—-]|)(?:${first})(?![\\p{L}\\p{N}])\\s*:?(?<find>.+?)[\\s,;.:»”"]+(?:${second})(?![\\p{L}\\p{N}])\\s*:?(?<replace>.+)$`,
          "isu",
        ),
  ),
);

/** The two words alone, as they head the columns of a table. */
export const COLUMN_HEADS = mapLanguages(({ corrections }) =>
  corrections.map(([first, second]) => [new RegExp(`^(?:${first})\\s*:?$`, "iu"), new RegExp(`^(?:${second})\\s*:?$`, "iu")] as const),
);

/** How a correction begins that goes on in the next paragraphs. */
export const BEGINS: readonly RegExp[] = LANGUAGES.flatMap((language) =>
  WORDS[language].corrections.map(([first]) => new RegExp(`^(?:${first})(?![\\p{L}\\p{N}])`, "iu")),
);

export const INSTRUCTIONS = mapLanguages(
  ({ instruction }, language) => new RegExp(`^(?:${instruction})${UNSPACED.has(language) ? "" : "(?![\\p{L}\\p{N}])"}`, "iu"),
);

export const SHOULD_READ = mapLanguages(({ shouldRead }, language) => matchWord(language, shouldRead));

export const ONLY = mapLanguages(({ only }, language) => matchWord(language, only));

const SCRIPT: Readonly<Partial<Record<Language, RegExp>>> = {
  ar: /\p{Script=Arabic}/gu,
  zh: /\p{Script=Han}/gu,
  ru: /\p{Script=Cyrillic}/gu,
};
const LATIN = /\p{Script=Latin}/gu;
const FREQUENT = mapLanguages(({ frequent }, language) => matchWord(language, frequent));

const countIn = (text: string, pattern: RegExp | undefined): number => (pattern ? (text.match(pattern) ?? []).length : 0);

/** Characters that tell a language. */
const ENOUGH = 20_000;

/** The language that most of a text is in; undefined where its words do not tell. */
export const detectWritten = (whole: string): Language | undefined => {
  const text = whole.slice(0, ENOUGH);
  const letters = countIn(text, LATIN);
  const scripted = LANGUAGES.find((language) => countIn(text, SCRIPT[language]) > letters / (language === "zh" ? 4 : 1));
  if (scripted) return scripted;
  const counts = FREQUENT.filter(([language]) => SCRIPT[language] === undefined)
    .map(([language, pattern]) => [language, countIn(text, pattern)] as const)
    .toSorted(([, a], [, b]) => b - a);
  const [[most, count] = [undefined, 0], [, second] = [undefined, 0]] = counts;
  return count > second ? most : undefined;
};
