import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { indexItems, numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, MeetingRecord } from "../../src/meeting/record.ts";
import { shareList } from "../../src/meeting/share-equal.ts";
import { isSameText, mergeTexts } from "../../src/meeting/text-languages.ts";
import { listPrevious, insertItem, mapAgenda, sortByAgenda } from "./agenda-items.ts";
import { weigh, type Difference } from "./differences.ts";
import { readField, removeFact, setDocumented, writeField } from "./facts.ts";
import type { Revising } from "./revising.ts";
import { keepElements } from "../../src/meeting/shared-lists.ts";
import type { FormerItem, ItemState, MeetingState } from "./state.ts";

export interface AgendaRevision {
  /** The items as they are: what the document says, with what was reported since. */
  readonly agenda: AgendaItem[];
  readonly documentedItems?: AgendaItem[];
  readonly items: readonly ItemState[];
  readonly formerItems: readonly FormerItem[];
  readonly differences: readonly Difference[];
}

/** An item as a difference tells it. */
const print = ({ number, item }: NumberedItem) => ({ number, title: item.title });

interface Titled {
  readonly item: NumberedItem["item"];
  readonly state: ItemState;
  readonly differences: readonly Difference[];
}

/** What an item is called: what the document says weighed against what was reported. */
const reviseTitles = (
  next: NumberedItem,
  before: NumberedItem | undefined,
  now: NumberedItem,
  state: ItemState,
  revising: Revising,
): Titled => {
  let { item } = next;
  let { facts = {} } = state;
  const { facts: _facts, added, ...rest } = state;
  const differences: Difference[] = [];
  for (const field of ["title", "shortTitle"] as const) {
    const [said, known] = [next.item[field], now.item[field]];
    const was = before ? readField(before.item, field) : null;
    // A title that is said in further languages, or is silent in some, says nothing otherwise: both have all of them.
    const isSame = said !== undefined && known !== undefined && !isDeepEqual(said, was) && isSameText(said, known);
    const [document, current] = isSame
      ? [mergeTexts(known, said), mergeTexts(known, said)]
      : [readField(next.item, field), readField(now.item, field)];
    const fact = facts[field] ?? (before ? undefined : added && { documented: null, ...added });
    const weighed = weigh({ path: `items.${next.id}`, before: was, document, current, fact }, revising);
    if (weighed.difference) differences.push(weighed.difference);
    if (!weighed.takes) item = writeField(item, field, current);
    facts = setDocumented(weighed.takes ? removeFact(facts, field) : facts, field, document, readField(item, field));
  }
  return { item, state: Object.keys(facts).length > 0 ? { ...rest, facts } : rest, differences };
};

/** What is told of an item that both the programme and the document have: its number and its titles are one difference. */
const tellItem = (
  next: NumberedItem,
  before: NumberedItem | undefined,
  now: NumberedItem,
  { item, differences }: Titled,
): readonly Difference[] => {
  const reported = differences.find(({ outcome }) => outcome !== "changed");
  if (reported)
    return [
      { ...reported, before: before ? print(before) : null, document: print(next), reported: { ...reported.reported, value: print(now) } },
    ];
  const [was, is] = [print(before ?? now), { ...print(next), title: item.title }];
  return isDeepEqual(was, is) ? [] : [{ path: `items.${next.id}`, outcome: "changed", before: was, document: is }];
};

const listFormer = (state: MeetingState, agenda: readonly AgendaItem[]): readonly FormerItem[] => {
  const present = indexItems(agenda);
  const before = numberItems(state.record.agenda.items);
  const left = before
    .filter(({ id }) => !present.has(id))
    .map(({ id, number, item }): FormerItem => ({
      id,
      number,
      title: item.title,
      wasIn: state.slots.filter(({ slot }) => slot.items.includes(id)).map(({ slot }) => slot.number),
    }));
  const again = new Set(before.map(({ id }) => id));
  const former = [...state.formerItems.filter(({ id }) => !again.has(id) && !present.has(id)), ...left];
  return isDeepEqual(former, state.formerItems) ? state.formerItems : former;
};

/** Puts what only events added where it stood: after the nearest of those before it that is still there. */
const keepAdded = (agenda: readonly AgendaItem[], current: readonly NumberedItem[], added: readonly NumberedItem[]): AgendaItem[] =>
  added.reduce<AgendaItem[]>(
    (items, one) => {
      const { subitems: _subitems, ...fields } = { ...one.item };
      const { id, number, wholes } = one;
      const present = indexItems(items);
      const after = listPrevious(current, one).find((other) => present.has(other)) ?? null;
      return insertItem(items, { ...fields, id, number }, { whole: wholes.at(-1), after });
    },
    [...agenda],
  );

/** Whether an item is what the document and its base say, and nothing was reported of it. */
const isSilent = (
  document: NumberedItem,
  was: NumberedItem | undefined,
  is: NumberedItem | undefined,
  { facts, added }: ItemState,
): boolean => was?.item === document.item && was.number === document.number && isDeepEqual(is?.item, document.item) && !facts && !added;

/** The agenda once a document has been laid over it: what events added, took off or retitled stays, where the document says nothing else. */
export const reviseAgenda = (state: MeetingState, base: MeetingRecord, next: MeetingRecord, revising: Revising): AgendaRevision => {
  const { items: kept } = state.record.agenda;
  if (next.agenda.items === kept && base.agenda.items === kept && !state.items.some(({ facts, added }) => facts ?? added))
    return {
      agenda: kept,
      items: keepElements(state.items, sortByAgenda(kept, state.items)),
      formerItems: listFormer(state, kept),
      differences: [],
    };
  const [before, now] = [indexItems(base.agenda.items), indexItems(next.agenda.items)];
  const current = indexItems(state.record.agenda.items);
  const states = new Map(state.items.map((item) => [item.id, item]));
  const removed = new Map(state.formerItems.filter(({ id }) => before.has(id)).map((former) => [former.id, former]));
  const differences: Difference[] = [];
  const items: ItemState[] = [];
  const agenda = mapAgenda(next.agenda.items, (id, item) => {
    const document = now.get(id);
    const [was, is, gone] = [before.get(id), current.get(id), removed.get(id)];
    if (!document) return item;
    if (gone && !is) {
      const report = { path: `items.${id}`, before: was ? print(was) : null, document: print(document) };
      const reported = { value: null, ...(gone.removed && { timestamp: gone.removed.timestamp }) };
      differences.push({ ...report, outcome: revising.replace ? "dropped" : "kept", reported });
      if (!revising.replace) return undefined;
    } else if (!is)
      differences.push({ path: `items.${id}`, outcome: "changed", before: was ? print(was) : null, document: print(document) });
    const known = states.get(id) ?? { id, value: { toBeConsidered: "pending" as const } };
    if (!is) {
      items.push(known);
      return item;
    }
    if (isSilent(document, was, is, known)) {
      items.push(known);
      return item;
    }
    const titled = reviseTitles(document, was, is, known, revising);
    differences.push(...tellItem(document, was, is, titled));
    items.push(titled.state);
    const { title, shortTitle } = titled.item;
    return writeField({ ...item, title }, "shortTitle", shortTitle ?? null);
  });
  const own = [...current.values()].filter(({ id }) => !before.has(id) && !now.has(id));
  for (const item of own) {
    const added = states.get(item.id)?.added;
    const reported = { value: print(item), ...(added && { timestamp: added.timestamp }) };
    differences.push({ path: `items.${item.id}`, outcome: revising.replace ? "dropped" : "kept", before: null, document: null, reported });
  }
  for (const item of before.values())
    if (!now.has(item.id) && current.has(item.id))
      differences.push({ path: `items.${item.id}`, outcome: "changed", before: print(item), document: null });
  const whole = revising.replace ? agenda : keepAdded(agenda, [...current.values()], own);
  return {
    agenda: shareList(state.record.agenda.items, whole, ({ id, number }) => id ?? number),
    ...(!isDeepEqual(whole, next.agenda.items) && { documentedItems: next.agenda.items }),
    items: keepElements(state.items, sortByAgenda(whole, [...items, ...own.flatMap(({ id }) => states.get(id) ?? [])])),
    formerItems: listFormer(state, whole),
    differences,
  };
};
