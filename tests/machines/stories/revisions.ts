import { addDays, addMinutes, getDate } from "../../../src/meeting/local-time.ts";
import type { Covers } from "../../../src/meeting/record.ts";
import { RECORD } from "../given.ts";
import type { Dice } from "./dice.ts";
import { listPaperItems, numberInOrder, type Paper, type PaperItem, type PaperSlot } from "./paper.ts";

/** One change of a paper: what it comes to, and of what it speaks, by the paths of the differences. Undefined where there is nothing to change. */
export interface Revision {
  readonly paper: Paper;
  readonly spoken: readonly string[];
  readonly slots?: readonly string[];
  readonly items?: readonly string[];
  readonly documents?: readonly string[];
  /** The day on which it changes something, if it is one alone. */
  readonly day?: string;
}

type Revise = (paper: Paper, dice: Dice, fresh: string) => Revision | undefined;

const HOURS = ["09:00", "10:00", "11:30", "14:30", "16:00"];

const replaceSlot = (paper: Paper, slot: PaperSlot): Paper => ({
  ...paper,
  slots: paper.slots.map((other) => (other.number === slot.number ? slot : other)),
});

const changeSlot =
  (change: (slot: PaperSlot, dice: Dice) => readonly [PaperSlot, field: string]): Revise =>
  (paper, dice) => {
    const slot = dice.pick(paper.slots);
    const [changed, field] = change(slot, dice);
    return {
      paper: replaceSlot(paper, changed),
      spoken: [`slots.${slot.number}.${field}`],
      slots: [slot.number],
      day: getDate(slot.start),
    };
  };

const changeTime = changeSlot((slot, dice) => {
  const start = `${getDate(slot.start)}T${dice.pick(HOURS)}`;
  return [{ ...slot, start, ...(slot.end !== undefined && { end: addMinutes(start, 150) }) }, "time"];
});

const changeVenue = changeSlot((slot, dice) => [{ ...slot, venue: dice.pick(["Room 1", "Room 2", "Room 3"]) }, "venue"]);
const changeAccess = changeSlot((slot, dice) => [{ ...slot, access: dice.pick(["open", "closed"] as const) }, "access"]);

/** Anywhere on the programme, so that it may be what an event said already, or other than it. */
const addSlot: Revise = (paper, dice) => {
  const number = String(paper.slots.reduce((most, slot) => Math.max(most, Number(slot.number)), 0) + 1);
  const day = addDays(RECORD.opensOn, dice.throw(3));
  const start = `${day}T${dice.pick(HOURS)}`;
  const slot = { number, start, end: addMinutes(start, 90), subjects: [dice.pick(listPaperItems(paper)).subject], continued: [] };
  const spoken = [`slots.${number}`, ...slot.subjects.map((subject) => `items.${subject}.slots`)];
  return { paper: { ...paper, slots: [...paper.slots, slot] }, spoken, slots: [number], day };
};

const removeSlot: Revise = (paper, dice) => {
  if (paper.slots.length < 3) return undefined;
  const slot = dice.pick(paper.slots);
  const spoken = [`slots.${slot.number}`, ...slot.subjects.map((subject) => `items.${subject}.slots`)];
  return { paper: { ...paper, slots: paper.slots.filter((other) => other !== slot) }, spoken, day: getDate(slot.start) };
};

const isHere = (slot: PaperSlot, subject: string): boolean => slot.subjects.includes(subject);

/** An item goes into a sitting of the paper, or out of it. */
const placeItem: Revise = (paper, dice) => {
  const slot = dice.pick(paper.slots);
  const { subject } = dice.pick(listPaperItems(paper));
  const without = (subjects: readonly string[]) => subjects.filter((other) => other !== subject);
  const subjects = isHere(slot, subject) ? without(slot.subjects) : [...slot.subjects, subject];
  return {
    paper: replaceSlot(paper, { ...slot, subjects, continued: without(slot.continued) }),
    spoken: [`items.${subject}.slots`, `slots.${slot.number}.items`],
    slots: [slot.number],
    day: getDate(slot.start),
  };
};

/** Two subjects may well have one title. */
const name = (subject: string, label: string, dice: Dice): PaperItem => ({
  subject,
  label,
  title: dice.isOneIn(2) ? "Other matters" : `${subject} matters`,
  parts: [],
});

const addItem =
  (isAtEnd: boolean): Revise =>
  (paper, dice, fresh) => {
    if (paper.items.length > 9) return undefined;
    const slot = dice.pick(paper.slots);
    // One in between shifts those after it; one at the end follows the last, whatever gap there is.
    const label = String(1 + Number(paper.items.at(-1)?.label));
    const items = isAtEnd
      ? [...paper.items, name(fresh, label, dice)]
      : numberInOrder(paper.items.toSpliced(dice.throw(paper.items.length), 0, name(fresh, "", dice)));
    return {
      paper: { ...replaceSlot(paper, { ...slot, subjects: [...slot.subjects, fresh] }), items },
      spoken: [`items.${fresh}`, `items.${fresh}.slots`, `slots.${slot.number}.items`],
      items: [fresh],
      slots: [slot.number],
    };
  };

const removeItem: Revise = (paper, dice) => {
  if (paper.items.length < 4) return undefined;
  const gone = dice.pick(paper.items);
  const subjects = new Set([gone, ...gone.parts].map(({ subject }) => subject));
  const keep = (of: readonly string[]) => of.filter((subject) => !subjects.has(subject));
  return {
    paper: {
      ...paper,
      items: numberInOrder(paper.items.filter((item) => item !== gone)),
      slots: paper.slots.map((slot) => ({ ...slot, subjects: keep(slot.subjects), continued: keep(slot.continued) })),
      documents: paper.documents.map((document) => ({ ...document, subjects: keep(document.subjects) })),
    },
    spoken: [
      ...[...subjects].flatMap((subject) => [`items.${subject}`, `items.${subject}.slots`]),
      ...paper.documents.filter((document) => document.subjects.some((of) => subjects.has(of))).map(({ symbol }) => `documents.${symbol}`),
    ],
  };
};

const swapItems: Revise = (paper, dice) => {
  const at = dice.throw(paper.items.length - 1);
  const [first, second] = [paper.items[at], paper.items[at + 1]];
  if (!first || !second) return undefined;
  return { paper: { ...paper, items: numberInOrder(paper.items.toSpliced(at, 2, second, first)) }, spoken: [] };
};

const retitleItem: Revise = (paper, dice) => {
  const item = dice.pick(paper.items);
  const items = paper.items.map((other) => (other === item ? { ...item, title: `${item.title}, and more` } : other));
  return { paper: { ...paper, items }, spoken: [], items: [item.subject] };
};

const addDocument: Revise = (paper, dice, fresh) => {
  const { subject } = dice.pick(listPaperItems(paper));
  const symbol = `A/${fresh}`;
  return {
    paper: { ...paper, documents: [...paper.documents, { symbol, title: `Paper ${fresh}`, subjects: [subject] }] },
    spoken: [`documents.${symbol}`],
    documents: [symbol],
    items: [],
  };
};

const removeDocument: Revise = (paper, dice) => {
  const [document] = paper.documents.length > 0 ? [dice.pick(paper.documents)] : [];
  if (!document) return undefined;
  return {
    paper: { ...paper, documents: paper.documents.filter((other) => other !== document) },
    spoken: [`documents.${document.symbol}`],
  };
};

const changeMeeting: Revise = (paper, dice) =>
  dice.isOneIn(2)
    ? { paper: { ...paper, venue: dice.pick(["Hall 1", "Hall 2"]) }, spoken: ["venue"] }
    : { paper: { ...paper, closesOn: addDays(RECORD.closesOn, dice.throw(3)) }, spoken: ["closesOn"] };

const changeNothing: Revise = (paper) => ({ paper, spoken: [] });

const OF_SLOTS = [changeTime, changeVenue, changeAccess, placeItem];

/** What each kind of document may change. */
export const REVISIONS: Readonly<Record<Covers, readonly Revise[]>> = {
  all: [
    ...OF_SLOTS,
    addSlot,
    removeSlot,
    addItem(false),
    addItem(true),
    removeItem,
    swapItems,
    retitleItem,
    addDocument,
    removeDocument,
    changeMeeting,
    changeNothing,
  ],
  days: [...OF_SLOTS, addSlot, removeSlot],
  additions: [addSlot, addItem(true), addDocument],
  corrections: [...OF_SLOTS, addSlot, retitleItem, addItem(true), addDocument],
};
