import { interpolate } from "../meeting/interpolate.ts";
import { formatLocalTime, getDate } from "../meeting/local-time.ts";
import { formatUntil } from "./format-until.ts";
import { readScriptMessages } from "./messages.ts";

const HOUR = 3_600_000;

/** Whether a meeting's last day is over everywhere on Earth. */
const isMeetingPast = ({ dataset }: HTMLElement, now: number): boolean => Date.parse(dataset["closes"] ?? "") + 36 * HOUR < now;

/** More than these beside each other nobody reads at a glance. */
const MAX_SHOWN = 6;

const readInstant = (text: string | undefined): number =>
  // Of a day without an hour nobody knows how far ahead it is.
  text?.includes("T") ? Date.parse(text) : Number.NaN;

const readTimes = ({ dataset }: HTMLElement): { readonly start: number; readonly end: number } => {
  const start = readInstant(dataset["start"]);
  const end = readInstant(dataset["end"]);
  return { start, end: Number.isNaN(end) ? start : end };
};

/** How the sittings that a page knows of stand by the clock. */
interface Placement {
  /** Reported to be on, and believed. */
  readonly open: readonly HTMLElement[];
  /** On as planned: nobody reported it. */
  readonly planned: readonly HTMLElement[];
  readonly next: readonly HTMLElement[];
  readonly rest: readonly HTMLElement[];
}

/**
 * What was reported open outweighs the clock: meetings run late. It is believed until a later day has begun with sittings, which tells
 * that nobody said when it was adjourned. By the clock is on only what is planned beside it, or what there is where nothing is reported.
 */
const placeSittings = (sittings: readonly HTMLElement[], now: number): Placement => {
  const [reported, coming] = [sittings.filter(({ dataset }) => !dataset["planned"]), sittings.filter(({ dataset }) => dataset["planned"])];
  const begun = coming.filter((sitting) => readTimes(sitting).start <= now).map(({ dataset }) => dataset["day"] ?? "");
  const ahead = coming.filter((sitting) => !(readTimes(sitting).end <= now));
  const open = reported.filter(({ dataset }) => ahead.length === 0 || !begun.some((day) => day > (dataset["day"] ?? "")));
  const planned = ahead.filter(
    (sitting) => readTimes(sitting).start <= now && (open.length === 0 || sitting.dataset["planned"] === "parallel"),
  );
  const later = ahead.filter((sitting) => !planned.includes(sitting));
  const next = later.filter(({ dataset }) => dataset["start"] === later[0]?.dataset["start"]);
  const shown = new Set([...open, ...planned, ...next]);
  return { open, planned, next, rest: sittings.filter((sitting) => !shown.has(sitting)) };
};

/** Shows sittings side by side, as many as can be read, and says how many more there are. */
const showColumns = (list: Element | null | undefined, sittings: readonly HTMLElement[], more: string): void => {
  if (!(list instanceof HTMLElement)) return;
  for (const sitting of sittings) if (sitting.parentElement !== list) list.append(sitting);
  sittings.forEach((sitting, at) => (sitting.hidden = at >= MAX_SHOWN));
  list.dataset["count"] = String(Math.min(sittings.length, MAX_SHOWN));
  const left = sittings.length - MAX_SHOWN;
  list.dataset["more"] = left > 0 ? interpolate(more, { count: String(left) }) : "";
};

const compareByPosition = (a: HTMLElement, b: HTMLElement): number => Number(a.dataset["position"]) - Number(b.dataset["position"]);

/** How far ahead it is; of several that begin at once also when, which each of them need not say, and on which day, if that is another. */
const describeNext = (next: readonly HTMLElement[], { dataset, ownerDocument }: HTMLElement, now: number): readonly string[] => {
  const [first] = next;
  if (!first) return [];
  const { start } = readTimes(first);
  const untilThen = start > now ? [formatUntil(start - now, ownerDocument.documentElement.lang)] : [];
  if (next.length === 1) return untilThen;
  const isToday = first.dataset["day"] === getDate(formatLocalTime(now, dataset["zone"] ?? "UTC"));
  const names = first.querySelectorAll(isToday ? ".which .name" : ".which :is(.name, .date)");
  return [...untilThen, ...[...names].map((name) => name.textContent)];
};

/** That nobody reported the opening is no news once it was to be, nor once all is over. */
const sayIdle = (moment: HTMLElement, now: number, passed: string): void => {
  const said = moment.querySelector<HTMLElement>(".idle .which");
  if (!said) return;
  const hasBegun = readInstant(moment.dataset["opens"]) <= now;
  if (isMeetingPast(moment, now)) said.textContent = passed;
  else if (hasBegun && said.dataset["begun"] !== undefined) said.textContent = said.dataset["begun"];
};

/** Tells by the clock what is on and what is next, of the sittings that the service left to it: on pages and on the hall's screen alike. */
export const showPresentSittings = (document: Document, now: number): void => {
  const moment = document.querySelector<HTMLElement>(".moment");
  if (!moment) return;
  const messages = readScriptMessages(document);
  const sittings = [...moment.querySelectorAll<HTMLElement>(".present")].toSorted(compareByPosition);
  const { open, planned, next, rest } = placeSittings(sittings, now);
  showColumns(moment.querySelector(".now .columns"), [...open, ...planned], messages.more);
  showColumns(moment.querySelector(".next .columns"), next, messages.more);
  for (const sitting of rest) sitting.hidden = true;
  moment.classList.toggle("planned", open.length === 0 && planned.length > 0);
  const [nowHeading, nextHeading] = moment.querySelectorAll("h2");
  if (nowHeading) nowHeading.textContent = open.length === 0 && planned.length > 0 ? messages.nowPlanned : messages.now;
  if (nextHeading) nextHeading.textContent = [messages.next, ...describeNext(next, moment, now)].join(" · ");
  const panel = moment.querySelector<HTMLElement>(".next");
  if (panel) panel.hidden = next.length === 0;
  const idle = moment.querySelector<HTMLElement>(".idle");
  if (idle) idle.hidden = open.length + planned.length > 0;
  sayIdle(moment, now, messages.passed);
};
