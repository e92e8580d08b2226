import { isDeepEqual } from "../../meeting/deep-equal.ts";
import { addDays, addMinutes, getDate } from "../../meeting/local-time.ts";
import type { MeetingRecord, Slot } from "../../meeting/record.ts";
import type { Language } from "../../meeting/text.ts";
import { findCalendarDay } from "../expressions/calendar-days.ts";
import { readLeadingDates } from "../expressions/dates.ts";
import type { PrintedDates } from "../expressions/printed-date.ts";
import { readOnlyItems } from "../expressions/item-numbers.ts";
import { readItemHead } from "../expressions/item-heads.ts";
import { findSymbols } from "../expressions/symbols.ts";
import { readLeadingTimes, type TimeRange } from "../expressions/times.ts";
import type { Correction } from "./corrections.ts";
import { changeSlot, listTexts } from "./places.ts";
import { startsAt, type Candidate, type Where } from "./where.ts";
import { correctTexts } from "./correct-texts.ts";

/** What a correction can mean in a record, by what kind of thing it prints: a symbol, a time, a date, items, or words. */

const readOnlyTime = (text: string): TimeRange | undefined => {
  const found = readLeadingTimes(text);
  const [range, ...others] = found?.ranges ?? [];
  return found && !found.isDoubtful && others.length === 0 && found.length >= text.length - 1 ? range : undefined;
};

const writeTime = (date: string, minutes: number): string => addMinutes(`${date}T00:00`, minutes);

const correctTimes = (record: MeetingRecord, find: string, replace: string): readonly Candidate[] | undefined => {
  const [from, to] = [readOnlyTime(find), readOnlyTime(replace)];
  if (!from || !to) return undefined;
  const change = (slot: Slot): Partial<Slot> => {
    const date = getDate(slot.start);
    return { start: writeTime(date, to.start), ...(to.end !== undefined && { end: writeTime(date, to.end) }) };
  };
  return record.slots
    .filter((slot) => startsAt(slot, from))
    .map((slot) => ({ slot, isTitle: false, apply: (now) => changeSlot(now, slot.number, change(slot)) }));
};

const readOnlyDates = (text: string): PrintedDates | undefined => {
  const found = readLeadingDates(text);
  return found && text.length - found.end <= 1 ? found : undefined;
};

const correctDates = (record: MeetingRecord, find: string, replace: string): readonly Candidate[] | undefined => {
  const [from, to] = [readOnlyDates(find), readOnlyDates(replace)];
  if (!from || !to) return undefined;
  const read = (dates: PrintedDates): readonly (string | undefined)[] =>
    [dates.from, dates.to].map((date) => date && findCalendarDay(date, record).date);
  const [[was, wasEnd], [is, isEnd]] = [read(from), read(to)];
  if (was === undefined || is === undefined) return [];
  if (wasEnd !== undefined && isEnd !== undefined)
    return was === record.opensOn && wasEnd === record.closesOn
      ? [{ isTitle: false, apply: (now) => ({ ...now, opensOn: is, closesOn: isEnd }) }]
      : [];
  const move = (slot: Slot): Partial<Slot> => ({
    start: `${is}${slot.start.slice(10)}`,
    ...(slot.end !== undefined && { end: `${getDate(slot.end) === was ? is : addDays(is, 1)}${slot.end.slice(10)}` }),
  });
  return record.slots
    .filter(({ start }) => getDate(start) === was)
    .map((slot) => ({ slot, isTitle: false, apply: (now) => changeSlot(now, slot.number, move(slot)) }));
};

const readOnlySymbol = (text: string): string | undefined => {
  const [found, ...others] = findSymbols(text);
  return found && others.length === 0 && found.start === 0 && found.end >= text.length - 1 ? found.symbol : undefined;
};

const correctSymbols = (record: MeetingRecord, find: string, replace: string): readonly Candidate[] | undefined => {
  const [from, to] = [readOnlySymbol(find), readOnlySymbol(replace)];
  if (from === undefined || to === undefined) return undefined;
  return (record.documents ?? [])
    .filter(({ symbol }) => symbol === from)
    .map(() => ({
      isTitle: false,
      apply: (now) => ({ ...now, documents: (now.documents ?? []).map((one) => (one.symbol === from ? { ...one, symbol: to } : one)) }),
    }));
};

/** The items of a sitting: all that it prints, or some in a sitting that is named. */
const correctItems = (record: MeetingRecord, find: string, replace: string, where: Where): readonly Candidate[] | undefined => {
  const [from, to] = [readOnlyItems(find), readOnlyItems(replace)].map((list) => list?.items.map(({ key }) => key));
  if (!from || !to) return undefined;
  const isNamed = where.dates.size > 0 || where.times.length > 0;
  return record.slots
    .filter(({ items }) => isDeepEqual(items, from) || (isNamed && from.every((item) => items.includes(item))))
    .map((slot) => {
      const first = slot.items.indexOf(from[0] ?? "");
      const rest = slot.items.filter((item) => !from.includes(item) && !to.includes(item));
      const items = rest.toSpliced(slot.items.slice(0, first).filter((item) => rest.includes(item)).length, 0, ...to);
      const continued = slot.continued?.filter((item) => items.includes(item));
      return { slot, isTitle: false, apply: (now) => changeSlot(now, slot.number, { items, ...(continued && { continued }) }) };
    });
};

/** A title with its number before it: "5. Good practices". */
const dropHead = (text: string): string => {
  const head = readItemHead(text);
  return head?.form === "marked" && head.rest ? head.rest : text;
};

export const listCandidates = (
  record: MeetingRecord,
  correction: Correction,
  where: Where,
  language: Language,
  own: Language,
): readonly Candidate[] => {
  const { find, replace } = correction;
  const typed =
    correctSymbols(record, find, replace) ??
    correctTimes(record, find, replace) ??
    correctDates(record, find, replace) ??
    correctItems(record, find, replace, where);
  if (typed) return typed;
  const places = listTexts(record, language, own);
  const printed = correctTexts(places, find, replace);
  return printed.length > 0 ? printed : correctTexts(places, dropHead(find), dropHead(replace));
};
