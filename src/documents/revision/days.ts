import { numberDraftItems, type DraftItem } from "../../meeting/draft.ts";
import { addDays, getDate } from "../../meeting/local-time.ts";
import type { Slot } from "../../meeting/record.ts";
import { warn, type Warning } from "../warnings.ts";
import { carryItems, carrySlots, indexByNumber } from "./carry-over.ts";
import type { LaidOver, Laying } from "./laying.ts";
import { matchByNumber, matchDraftItems, type Was } from "./match-items.ts";
import { keepMeeting, listNewDocuments } from "./partial-record.ts";
import { matchDraftSlots } from "./whole.ts";

interface NamedItems {
  readonly was: Was;
  readonly added: readonly DraftItem[];
  readonly warnings: readonly Warning[];
}

/** Items by the numbers of the base, as a paper names them that prints no agenda; what the base lacks is new. */
const nameItems = ({ base, draft, language, own, said }: Laying): NamedItems => {
  const { items } = draft.meeting.agenda;
  const known = indexByNumber(base.record);
  const was = new Map([...matchByNumber(base.record.agenda.items, items), ...said]);
  const alike = language === own ? matchDraftItems(base.record.agenda.items, items, language, said).was : was;
  const added = items.filter(({ number, title }) => !known.has(number) && title !== undefined);
  return {
    was,
    added,
    warnings: numberDraftItems(items).flatMap(({ number, item }): readonly Warning[] => {
      const like = alike.get(number);
      if (known.has(number) && typeof like === "string" && like !== number) return [warn("unclear-item", `${number} = ${number}, ${like}`)];
      return known.has(number) || item.title !== undefined ? [] : [warn("unknown-item", number)];
    }),
  };
};

const isNamed = (laying: Laying, added: readonly DraftItem[]): ((item: string) => boolean) => {
  const known = new Set([...indexByNumber(laying.base.record).keys(), ...numberDraftItems(added).map(({ number }) => number)]);
  return (item) => known.has(item);
};

/** A sitting with those of its items that some agenda has: the others are told. */
const keepItems = (slot: Slot, isKnown: (item: string) => boolean): Slot => ({
  ...slot,
  items: slot.items.filter(isKnown),
  ...(slot.continued && { continued: slot.continued.filter(isKnown) }),
});

const listDaysBetween = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 366; day = addDays(day, 1)) days.push(day);
  return days;
};

/** An Order of the Day, a Journal, an organization of work: its days are as it says, and no others are spoken of. */
export const stateDays = (laying: Laying): LaidOver => {
  const { base, draft } = laying;
  const { paper } = draft;
  const items = nameItems(laying);
  const isKnown = isNamed(laying, items.added);
  const matched = matchDraftSlots(laying, items.was);
  const slots = carrySlots(laying, matched.slots).map((slot) => keepItems(slot, isKnown));
  // A revised organization of work is one of all days, though one may have no sitting any more.
  const days = paper.statesAllDays
    ? [...new Set([...listDaysBetween(base.record.opensOn, base.record.closesOn), ...paper.days])]
    : paper.days;
  const documents = listNewDocuments(laying, isKnown);
  const printed = new Set(slots.map(({ start }) => getDate(start)));
  return {
    record: {
      ...keepMeeting(laying),
      agenda: { ...keepMeeting(laying).agenda, items: carryItems(laying, items.added, items.was) },
      ...(documents.length > 0 && { documents }),
      slots,
      covers: "days",
      ...(days.some((day) => !printed.has(day)) && { days: days.toSorted() }),
    },
    warnings: [...(slots.length === 0 ? [warn("no-sittings")] : []), ...items.warnings, ...matched.warnings],
  };
};
