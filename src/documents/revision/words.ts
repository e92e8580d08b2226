import type { Language } from "../../meeting/text.ts";

/**
 * What documents that revise others print in one language, as the sources of regular expressions. All six are here: headings and
 * corrections are read also where a timetable is not.
 */
export interface RevisionWords {
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

export const REVISION_WORDS: Readonly<Record<Language, RevisionWords>> = {
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
    ofDays: "يومية|برنامج (?:الجلسات|الاجتماعات)",
    corrections: [["بدلا(?:ً)? من", "(?:يُ?قرأ|تُ?قرأ|اقرأ)"]],
    instruction: "تُ?حذف|يُ?حذف|تُ?ضاف|يُ?ضاف",
    shouldRead: "يصبح نصه|ينبغي أن يكون",
    only: "بالعربية فقط",
    frequent: "من|في|على|إلى",
  },
};
