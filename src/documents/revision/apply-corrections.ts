import type { MeetingRecord } from "../../meeting/record.ts";
import type { Language } from "../../meeting/text.ts";
import { warn, type Warning } from "../warnings.ts";
import { listCandidates } from "./candidates.ts";
import type { Correction } from "./corrections.ts";
import { isAtPlace, readWhere, type Candidate, type Where } from "./where.ts";

/** "Agenda item 4" is the item itself, before its notes and documents. */
const preferTitles = (candidates: readonly Candidate[], { items }: Where): readonly Candidate[] => {
  const titles = candidates.filter(({ item, isNote }) => item !== undefined && isNote !== true);
  return items.length > 0 && titles.length > 0 ? titles : candidates;
};

export interface CorrectedRecord {
  readonly record: MeetingRecord;
  readonly warnings: readonly Warning[];
}

/** A record in which each correction was made that names one thing in it; the others are quoted, never guessed. */
export const applyCorrections = (
  base: MeetingRecord,
  corrections: readonly Correction[],
  { own, only }: { readonly own: Language; readonly only: Language | undefined },
): CorrectedRecord =>
  corrections.reduce<CorrectedRecord>(
    ({ record, warnings }, correction) => {
      const { printed, line } = correction;
      const language = only ?? correction.language;
      const where = readWhere(correction.where, base);
      const isPossible = (candidate: Candidate): boolean => isAtPlace(candidate, where, base);
      const found = preferTitles(listCandidates(record, correction, where, language, own).filter(isPossible), where);
      const [candidate, ...others] = found;
      const doubt = (code: "unplaced-correction" | "unclear-correction" | "already-corrected" | "other-languages"): CorrectedRecord => ({
        record,
        warnings: [...warnings, warn(code, printed, line)],
      });
      if (!candidate) {
        const turned = { ...correction, find: correction.replace, replace: correction.find };
        const isSo = listCandidates(record, turned, where, language, own).some(isPossible);
        return doubt(isSo ? "already-corrected" : "unplaced-correction");
      }
      if (others.length > 0) return doubt("unclear-correction");
      if (only !== undefined && only !== own && !candidate.isTitle) return doubt("other-languages");
      return { record: candidate.apply(record), warnings };
    },
    { record: base, warnings: [] },
  );
