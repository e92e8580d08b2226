import type { Step } from "../../machines/fold.ts";
import type { SlotChange, SlotTime } from "../../machines/slot.ts";
import type { CalendarEntry, EntryItem } from "../calendar/entries.ts";
import { dateOf, localTimeOf } from "../meeting/local-time.ts";
import { titleIn } from "../meeting/text.ts";
import { ENGLISH } from "./english.ts";
import { dayText, timesText, timeText, weekdayText } from "./english-times.ts";

const TITLE_LENGTH = 60;

/** Cut at a word, with an ellipsis. */
const shortened = (text: string): string => {
  if (text.length <= TITLE_LENGTH) return text;
  const cut = text.slice(0, TITLE_LENGTH - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), TITLE_LENGTH / 2)).replace(/[\s,;:]+$/, "")}…`;
};

/** `1(a)` as documents print it: `1 (a)`. */
export const printedNumber = (number: string): string => number.replace(/^([^\s(]+)\(/, "$1 (");

/** `4`, `4, 5`, `6-8`: more than two items are named by their agenda items alone. */
const printedNumbers = (numbers: readonly string[]): string => {
  if (numbers.length <= 2) return numbers.map(printedNumber).join(", ");
  const whole = [...new Set(numbers.map((number) => number.replace(/\(.*$/, "")))];
  const isRun = whole.length > 2 && whole.every((number, at) => at === 0 || Number(number) === Number(whole[at - 1]) + 1);
  return isRun ? `${whole[0] ?? ""}-${whole.at(-1) ?? ""}` : whole.join(", ");
};

const wholeTitle = ({ title }: EntryItem): string => titleIn(title, "en");
const shortTitle = ({ shortTitle: short, title }: EntryItem): string => titleIn(short ?? title, "en");

/** Body, items and state within the first twenty characters of a month view, then the titles. */
export const summaryOf = (entry: CalendarEntry): string => {
  const numbers = printedNumbers(entry.items.map(({ number }) => number));
  const isContinued = entry.items.length > 0 && entry.items.every(({ continued }) => continued);
  const marks = [...(entry.provisional ? [ENGLISH.provisionalShort] : []), ...(isContinued ? [ENGLISH.continuedShort] : [])];
  const head = [
    entry.body.shortName ?? (numbers ? ENGLISH.item : entry.body.name),
    numbers,
    marks.length > 0 ? `(${marks.join(", ")})` : "",
  ];
  const titles = shortened(entry.items.map(shortTitle).join("; "));
  return [...(entry.status === "CANCELLED" ? [ENGLISH.cancelled] : []), head.filter(Boolean).join(" "), ...(titles ? [titles] : [])].join(
    ": ",
  );
};

const sentence = (...parts: readonly (string | undefined)[]): string => `${parts.filter(Boolean).join(", ").replace(/\.$/, "")}.`;

export const stepText = ({ type, timestamp, orallyRevised, manner, note }: Step, timezone: string): string => {
  const day = dayText(localTimeOf(Date.parse(timestamp), timezone));
  return sentence(`${ENGLISH.steps[type]} ${day}`, orallyRevised && ENGLISH.asOrallyRevised, manner, note);
};

const slotTimeText = ({ start, end }: SlotTime): string => `${weekdayText(start)}, ${dayText(start)}, ${timesText(start, end)}`;

export const changeText = (change: SlotChange, timezone: string): string => {
  const local = localTimeOf(Date.parse(change.timestamp), timezone);
  const when = `${dayText(local)}, ${timeText(local)}`;
  if (change.type === "slot.cancelled") {
    const why = [change.reason, change.note].filter((part) => part !== undefined);
    return sentence(why.length > 0 ? `${ENGLISH.cancelled}, ${when}: ${why.join("; ")}` : `${ENGLISH.cancelled}, ${when}`);
  }
  const moved = `${ENGLISH.movedFrom} ${slotTimeText(change.from)} ${ENGLISH.movedTo} ${
    dateOf(change.from.start) === dateOf(change.to.start) ? timesText(change.to.start, change.to.end) : slotTimeText(change.to)
  }`;
  return sentence(`${ENGLISH.changed}, ${when}: ${moved}`, change.note);
};

/** Shared by all language versions of a document. */
export const documentLink = (symbol: string): string => `https://undocs.org/${encodeURI(symbol)}`;

const publisherText = ({ publisher }: CalendarEntry["body"]): string =>
  publisher === undefined ? ENGLISH.unofficial : `${ENGLISH.publishedBy} ${publisher}.`;

/** Complete on its own, since clients show little else; changes first. */
export const descriptionOf = (entry: CalendarEntry, page: string): string => {
  const { timezone, source } = entry;
  const news = [
    ...entry.changes.toReversed().map((change) => changeText(change, timezone)),
    ...(entry.provisional ? [ENGLISH.provisional] : []),
    ...entry.steps.map((step) => stepText(step, timezone)),
  ];
  const items = entry.items.map(
    (item) => `${printedNumber(item.number)}. ${wholeTitle(item)}${item.continued ? ` (${ENGLISH.continued})` : ""}`,
  );
  const documents = entry.documents.map(
    ({ symbol, title }) => `${title === undefined ? symbol : `${titleIn(title, "en")} (${symbol})`}\n${documentLink(symbol)}`,
  );
  const foot = [
    `${ENGLISH.programme}: ${page}`,
    ...(source === undefined ? [] : [`${ENGLISH.source}: ${source} ${documentLink(source)}`]),
    ENGLISH.caution,
    publisherText(entry.body),
  ];
  return [news, items, documents.length > 0 ? [`${ENGLISH.documents}:`, ...documents] : [], foot]
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.join("\n"))
    .join("\n\n");
};
