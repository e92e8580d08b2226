import { showLocalTimes } from "./local-times.ts";
import { readScriptMessages } from "./messages.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `in 2 hours`, `tomorrow`. */
const formatUntil = (milliseconds: number, language: string): string => {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (milliseconds < 90 * MINUTE) return format.format(Math.ceil(milliseconds / MINUTE), "minute");
  return milliseconds < 36 * HOUR
    ? format.format(Math.round(milliseconds / HOUR), "hour")
    : format.format(Math.round(milliseconds / DAY), "day");
};

const readTimes = (element: ParentNode): { readonly start: number; readonly end: number } => {
  const time = element.querySelector<HTMLTimeElement>("time[datetime]");
  const dateTime = time?.dateTime ?? "";
  // Of a day without an hour nobody knows how far ahead it is.
  const start = dateTime.includes("T") ? Date.parse(dateTime) : Number.NaN;
  return { start, end: Date.parse(time?.dataset["end"] ?? "") || start };
};

/** Whether a meeting's last day is over everywhere on Earth. */
const isOver = ({ dataset }: HTMLElement, now: number): boolean => Date.parse(dataset["closes"] ?? "") + 36 * HOUR < now;

const cloneFirst = (element: Element, selector: string): readonly Node[] =>
  [...element.querySelectorAll(selector)].slice(0, 1).map((found) => found.cloneNode(true));

const readAddress = (slot: HTMLElement): string | undefined => slot.querySelector<HTMLAnchorElement>("h4 a")?.pathname;

/** Puts another sitting of the programme where the next one is told. */
const showNext = (next: Element, slot: HTMLElement): void => {
  const link = next.querySelector("a");
  const date = next.querySelector(".date");
  if (link) {
    link.href = slot.querySelector<HTMLAnchorElement>("h4 a")?.href ?? "";
    link.textContent = slot.querySelector("h4")?.textContent ?? "";
  }
  if (date) date.textContent = slot.dataset["date"] ?? "";
  next.querySelector(".yours")?.remove();
  next.querySelector("time")?.replaceWith(...cloneFirst(slot, "time"));
  next.querySelector(".items")?.replaceWith(...cloneFirst(slot, ".items"));
};

/**
 * The state says what is next by the programme; the clock, which of that is over, on, or how far ahead. What was reported
 * open outweighs the clock: meetings run late.
 */
const refineNext = (document: Document, now: number): void => {
  const moment = document.querySelector<HTMLElement>(".moment");
  const next = moment?.querySelector<HTMLElement>(".next");
  if (!moment || !next) return;
  const messages = readScriptMessages(document);
  const told = next.querySelector("a")?.pathname;
  const slots = [...document.querySelectorAll<HTMLElement>(".slot")];
  const rest = slots
    .slice(slots.findIndex((slot) => readAddress(slot) === told))
    .filter(({ dataset }) => dataset["status"] === "scheduled");
  const coming = rest.find((slot) => readTimes(slot).end > now);
  if (coming && readAddress(coming) !== told) showNext(next, coming);
  const { start, end } = readTimes(next);
  const heading = next.querySelector("h2");
  const untilThen = start > now ? ` · ${formatUntil(start - now, document.documentElement.lang)}` : "";
  if (heading) heading.textContent = start <= now && now < end ? messages.nowPlanned : `${messages.next}${untilThen}`;
  const idle = moment.querySelector(".idle");
  next.hidden = idle !== null && end <= now;
  if (idle && isOver(moment, now)) idle.textContent = messages.passed;
};

/** Marks what changed since yesterday. */
const markNew = (document: Document, now: number): void => {
  const { new: newWord } = readScriptMessages(document);
  for (const time of document.querySelectorAll<HTMLTimeElement>(".latest time:not(:has(+ .tag))")) {
    if (now - Date.parse(time.dateTime) > DAY) continue;
    const mark = document.createElement("span");
    mark.className = "tag new";
    mark.textContent = newWord;
    time.after(" ", mark);
  }
};

/** Meetings whose dates have passed stand with the past ones, though nobody closed them. */
const movePassed = (document: Document, now: number): void => {
  const past = document.querySelector<HTMLElement>("#past");
  for (const line of document.querySelectorAll<HTMLElement>("#upcoming [data-closes]")) {
    if (!past || !isOver(line, now)) continue;
    past.querySelector(".list")?.prepend(line);
    past.hidden = false;
  }
  const upcoming = document.querySelector<HTMLElement>("#upcoming");
  if (upcoming) upcoming.hidden = !upcoming.querySelector("li");
};

const showClock = (document: Document, now: number): void => {
  const clock = document.querySelector<HTMLElement>("[data-clock]");
  if (clock) clock.textContent = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: clock.dataset["clock"] }).format(now);
};

/** What only a clock can add to a page that the service rendered without one; again whenever the page has changed. */
export const refreshClock = (document: Document, now: number): void => {
  refineNext(document, now);
  showLocalTimes(document);
  markNew(document, now);
  movePassed(document, now);
  showClock(document, now);
};
