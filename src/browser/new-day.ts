import { formatLocalTime, getDate } from "../meeting/local-time.ts";

/** How often a page is looked at whether its day is over, in milliseconds. */
const LOOK_EVERY = 60_000;

/** The date at the meeting's place, where the page is of another. */
const findNewDay = (page: Document): string | undefined => {
  const { zone, today } = page.querySelector<HTMLElement>(".moment")?.dataset ?? {};
  const day = zone === undefined ? today : getDate(formatLocalTime(Date.now(), zone));
  return day === today ? undefined : day;
};

/** Tells when the day of a page is over: a screen hangs for days. The service's clock may be another than the reader's: each day is told once. */
export const watchDay = (page: Document, onNewDay: () => void): void => {
  let told: string | undefined;
  setInterval(() => {
    const day = findNewDay(page);
    if (day === undefined || day === told) return;
    told = day;
    onNewDay();
  }, LOOK_EVERY);
};
