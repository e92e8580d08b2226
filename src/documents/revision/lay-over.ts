import type { MeetingRecord } from "../../meeting/record.ts";
import { LANGUAGES, type Language, type Text } from "../../meeting/text.ts";
import type { Draft } from "../draft.ts";
import type { WarningCode } from "../warnings.ts";
import { correctRecord } from "./corrigendum.ts";
import type { Base, LaidOver, Laying } from "./laying.ts";
import type { Was } from "./match-items.ts";
import type { Paper } from "./paper.ts";
import { addToRecord } from "./additions.ts";
import { stateDays } from "./days.ts";
import { translateTitles } from "./translation.ts";
import { readTitle } from "./places.ts";
import { reviseWhole } from "./whole.ts";
import { detectWritten } from "./patterns.ts";

const listTitles = ({ title, agenda }: MeetingRecord): readonly Text[] => [title, ...agenda.items.map((item) => item.title)];

export const findOwnLanguage = (record: MeetingRecord): Language => {
  const titles = listTitles(record);
  const plain = titles.filter((title) => typeof title === "string");
  if (plain.length > 0) return detectWritten(plain.join("\n")) ?? "en";
  const isWhole = (language: Language): boolean => titles.every((title) => readTitle(title, language, language) !== undefined);
  return isWhole("en") ? "en" : (LANGUAGES.find(isWhole) ?? "en");
};

/** Doubts of a document that is whole by itself: the base has what this one lacks. */
const isAboutWhole = (code: WarningCode, { isOfWords }: Paper): boolean =>
  isOfWords ? code !== "unknown-setting" : code.startsWith("missing-") || code === "unknown-item" || code === "untitled-item";

const lay = (laying: Laying): LaidOver => {
  const { draft, own, language } = laying;
  const { covers, isOfWords } = draft.paper;
  if (isOfWords) return correctRecord(laying);
  if (covers === "days") return stateDays(laying);
  if (language !== own) return translateTitles(laying);
  return covers === "additions" ? addToRecord(laying) : reviseWhole(laying, covers);
};

/** Lays a document over its base: what that kind of paper states is taken from it, all else from the base. */
export const layOver = (
  base: Base,
  draft: Draft,
  { language, said = new Map() }: { readonly language?: Language | undefined; readonly said?: Was } = {},
): LaidOver => {
  const own = findOwnLanguage(base.record);
  const { record, warnings } = lay({ base, draft, own, language: language ?? draft.paper.language ?? own, said });
  const { issuedOn } = draft.meeting.agenda;
  return {
    record: { ...record, ...(issuedOn !== undefined && { asOf: issuedOn }) },
    warnings: [...draft.warnings.filter(({ code }) => !isAboutWhole(code, draft.paper)), ...warnings].toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0),
    ),
  };
};
