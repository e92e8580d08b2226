import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import { MEETING_FIELDS, type MeetingDocument, type MeetingRecord } from "../../src/meeting/record.ts";
import { weigh, type Difference } from "./differences.ts";
import { readField, setDocumented, removeFact, writeField, type Facts } from "./facts.ts";
import type { Revising } from "./revising.ts";
import type { FormerItem, ItemState, MeetingState } from "./state.ts";

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
  const symbols = [...new Set([...(now?.keys() ?? []), ...(current?.keys() ?? [])])];
  const documents = symbols.flatMap((symbol): MeetingDocument[] => {
    const [was, says, is, said] = [before?.get(symbol), now?.get(symbol), current?.get(symbol), issued[symbol]];
    if (!isDeepEqual(was ?? null, says ?? null) && !isDeepEqual(is ?? null, says ?? null))
      differences.push({ path: `documents.${symbol}`, outcome: "changed", before: was ?? null, document: says ?? null });
    if (!said || !is) return says ? [says] : [];
    const own = Object.fromEntries(
      Object.entries(is).filter(([name, value]) => !isDeepEqual(value, Object.entries(was ?? {}).find(([key]) => key === name)?.[1])),
    );
    const merged = { ...(says ?? { symbol }), ...own };
    if (!isDeepEqual(merged, says ?? null)) kept[symbol] = { ...said, documented: says ?? null };
    return [merged];
  });
  return { documents, issued: kept, differences };
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

export const reviseItems = (
  state: MeetingState,
  next: MeetingRecord,
): { readonly items: readonly ItemState[]; readonly differences: readonly Difference[] } => {
  const known = new Map(state.items.map((item) => [item.id, item]));
  const before = new Map(numberItems(state.record.agenda.items).map((item) => [item.id, item]));
  const now = numberItems(next.agenda.items);
  const present = new Set(now.map(({ id }) => id));
  const differences = [
    ...now.flatMap(({ id, number, item }): Difference[] => {
      const earlier = before.get(id);
      const document = { number, title: item.title };
      if (!earlier) return [{ path: `items.${id}`, outcome: "changed", before: null, document }];
      const said = { number: earlier.number, title: earlier.item.title };
      return isDeepEqual(said, document) ? [] : [{ path: `items.${id}`, outcome: "changed", before: said, document }];
    }),
    ...[...before.values()]
      .filter(({ id }) => !present.has(id))
      .map(({ id, number, item }): Difference => ({
        path: `items.${id}`,
        outcome: "changed",
        before: { number, title: item.title },
        document: null,
      })),
  ];
  return { items: now.map(({ id }) => known.get(id) ?? { id, value: { toBeConsidered: "pending" } }), differences };
};

/** Items that left the agenda: those that a later record brings back are none. */
export const listFormerItems = (state: MeetingState, record: MeetingRecord): readonly FormerItem[] => {
  const present = new Set(numberItems(record.agenda.items).map(({ id }) => id));
  const left = numberItems(state.record.agenda.items).map(({ id, number, item }) => ({
    id,
    number,
    title: item.title,
    wasIn: state.slots.filter(({ slot }) => slot.items.includes(id)).map(({ slot }) => slot.number),
  }));
  const again = new Set(left.map(({ id }) => id));
  const former = [...state.formerItems.filter(({ id }) => !again.has(id)), ...left].filter(({ id }) => !present.has(id));
  return isDeepEqual(former, state.formerItems) ? state.formerItems : former;
};
