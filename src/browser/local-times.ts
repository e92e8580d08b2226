import { readScriptMessages } from "./messages.ts";

/** A clock with its date. To make one costs more than to read it a hundred times. */
const buildClock = (timeZone?: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeStyle: "short", timeZone });

/** Says a sitting's times on the reader's own clock too, where that shows another time than the meeting's. */
export const showLocalTimes = (document: Document): void => {
  const zone = document.querySelector<HTMLElement>("[data-zone]")?.dataset["zone"];
  // The hall's screen hangs where the meeting is.
  if (zone === undefined || document.querySelector("[data-clock]")) return;
  const { yourTime } = readScriptMessages(document);
  const { lang } = document.documentElement;
  const locale = navigator.languages.find((own) => own.split("-")[0] === lang) ?? lang;
  const [theirs, ours] = [buildClock(zone), buildClock()];
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short" });
  for (const element of document.querySelectorAll<HTMLTimeElement>("time[data-end]:not(:has(+ .yours))")) {
    // A day without an hour is the same on every clock.
    if (!element.dateTime.includes("T")) continue;
    const start = Date.parse(element.dateTime);
    const end = Date.parse(element.dataset["end"] ?? "") || start;
    const [there, here] = [theirs.format(start), ours.format(start)];
    if (there === here) continue;
    const isSameDay = there.slice(0, 10) === here.slice(0, 10);
    const own = document.createElement("span");
    own.className = "yours";
    own.textContent = [
      isSameDay ? "" : weekday.format(start),
      end === start ? clock.format(start) : `${clock.format(start)}–${clock.format(end)}`,
      yourTime,
    ]
      .join(" ")
      .trimStart();
    element.after(own);
  }
};
