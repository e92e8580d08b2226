import { numberDraftItems, type DraftItem } from "../../meeting/draft.ts";
import type { AgendaItem, Slot } from "../../meeting/record.ts";
import { chooseText } from "../../meeting/text.ts";
import { warn, type Warning } from "../warnings.ts";
import { carryItems, carrySlots, indexByNumber } from "./carry-over.ts";
import type { LaidOver, Laying } from "./laying.ts";
import { matchDraftItems, type Was } from "./match-items.ts";
import { keepMeeting, listNewDocuments } from "./partial-record.ts";
import { matchDraftSlots } from "./whole.ts";

interface AddedItems {
  readonly items: readonly AgendaItem[];
  readonly was: Was;
  readonly warnings: readonly Warning[];
}

/** New items of an addendum: one under a number that another has is no addition, and is told. */
const addItems = (laying: Laying): AddedItems => {
  const { base, draft, language, said } = laying;
  const { items } = draft.meeting.agenda;
  const known = indexByNumber(base.record);
  const { was } = matchDraftItems(base.record.agenda.items, items, language, said);
  const isNew = ({ number }: DraftItem): boolean => was.get(number) === null && !known.has(number);
  return {
    items: carryItems(laying, items.filter(isNew), was),
    was,
    warnings: items.flatMap(({ number, title }) =>
      was.get(number) === null && known.has(number)
        ? [warn("number-taken", `${number} (${title === undefined ? "–" : chooseText(title, language)})`)]
        : [],
    ),
  };
};

/** An addendum: items, sittings and documents beside those that there are, and items in sittings that there are. */
export const addToRecord = (laying: Laying): LaidOver => {
  const { base } = laying;
  const added = addItems(laying);
  const taken = new Set(indexByNumber(base.record).keys());
  const fresh = new Set(numberDraftItems(added.items as readonly DraftItem[]).map(({ number }) => number));
  const nameOf = (item: string): string | undefined =>
    fresh.has(item) ? item : (added.was.get(item) ?? (taken.has(item) && !added.was.has(item) ? item : undefined));
  const matched = matchDraftSlots(laying, added.was, true);
  const before = new Map(base.record.slots.map((slot) => [slot.number, slot]));
  const slots = carrySlots(laying, matched.slots).flatMap((slot): readonly Slot[] => {
    const items = slot.items.flatMap((item) => nameOf(item) ?? []);
    const known = before.get(slot.number);
    if (!known) return [{ ...slot, items }];
    const more = items.filter((item) => !known.items.includes(item));
    return more.length > 0 ? [{ ...known, items: [...known.items, ...more] }] : [];
  });
  const isKnown = (item: string): boolean => taken.has(item) || fresh.has(item);
  const documents = listNewDocuments(laying, isKnown);
  return {
    record: {
      ...keepMeeting(laying),
      agenda: { ...keepMeeting(laying).agenda, items: [...added.items] },
      ...(documents.length > 0 && { documents }),
      slots,
      // A sitting that there is can take up more only where it is named.
      covers: slots.some(({ number }) => before.has(number)) ? "corrections" : "additions",
    },
    warnings: [...added.warnings, ...matched.warnings],
  };
};
