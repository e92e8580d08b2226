import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { MEETING_FIELDS, type MeetingDocument, type MeetingRecord } from "../../src/meeting/record.ts";
import { weigh, type Difference } from "./differences.ts";
import { readField, setDocumented, removeFact, writeField, type Facts } from "./facts.ts";
import type { Revising } from "./revising.ts";
import type { MeetingState } from "./state.ts";

export const reviseDocuments = (
  { record, issued }: MeetingState,
  base: MeetingRecord,
  next: MeetingRecord,
): {
  readonly documents: readonly MeetingDocument[];
  readonly issued: MeetingState["issued"];
  readonly differences: readonly Difference[];
} => {
  const [before, now, current] = [base, next, record].map(
    ({ documents = [] }) => new Map(documents.map((document) => [document.symbol, document])),
  );
  const differences: Difference[] = [];
  const kept: Record<string, MeetingState["issued"][string]> = {};
  const symbols = [...new Set([...(now?.keys() ?? []), ...(current?.keys() ?? []), ...Object.keys(issued)])];
  const documents = symbols.flatMap((symbol): MeetingDocument[] => {
    const [was, says, is, said] = [before?.get(symbol), now?.get(symbol), current?.get(symbol), issued[symbol]];
    if (!isDeepEqual(was ?? null, says ?? null) && !isDeepEqual(is ?? null, says ?? null))
      differences.push({ path: `documents.${symbol}`, outcome: "changed", before: was ?? null, document: says ?? null });
    if (said && !is && isDeepEqual(was ?? null, says ?? null)) {
      // Withdrawn, and the document says no more of it than before.
      kept[symbol] = said;
      return [];
    }
    if (!said || !is) return says ? [says] : [];
    const own = Object.fromEntries(
      Object.entries(is).filter(([name, value]) => !isDeepEqual(value, Object.entries(was ?? {}).find(([key]) => key === name)?.[1])),
    );
    const merged = { ...(says ?? { symbol }), ...own };
    if (!isDeepEqual(merged, says ?? null)) kept[symbol] = { ...said, documented: says ?? null };
    return [merged];
  });
  const isReordered = documents.length === current?.size && documents.every((one) => isDeepEqual(current.get(one.symbol), one));
  // The order of documents says nothing.
  return { documents: isReordered ? (record.documents ?? []) : documents, issued: kept, differences };
};

/** What a record says of the meeting itself, but for its agenda, documents and slots. */
export const reviseMeeting = (
  state: MeetingState,
  base: MeetingRecord,
  next: MeetingRecord,
  revising: Revising,
): { readonly fields: Partial<MeetingRecord>; readonly facts: Facts; readonly differences: readonly Difference[] } => {
  const differences: Difference[] = [];
  let fields: Partial<MeetingRecord> = {};
  let { facts } = state;
  for (const field of MEETING_FIELDS) {
    const [current, document] = [readField(state.record, field), readField(next, field)];
    const weighed = weigh({ path: field, before: readField(base, field), document, current, fact: facts[field] }, revising);
    if (weighed.difference) differences.push(weighed.difference);
    fields = writeField(fields, field, weighed.takes ? document : current);
    facts = weighed.takes ? removeFact(facts, field) : setDocumented(facts, field, document, current);
  }
  return { fields, facts, differences };
};
