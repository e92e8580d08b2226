import { showLocalTimes } from "./local-times.ts";
import { readScriptMessages } from "./messages.ts";
import { showPresentSittings } from "./present-sittings.ts";

const DAY = 86_400_000;

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

const showClock = (document: Document, now: number): void => {
  const clock = document.querySelector<HTMLElement>("[data-clock]");
  if (clock) clock.textContent = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: clock.dataset["clock"] }).format(now);
};

/** What only a clock can add to a page that the service rendered without one; again whenever the page has changed. */
export const refreshClock = (document: Document, now: number): void => {
  showPresentSittings(document, now);
  showLocalTimes(document);
  markNew(document, now);
  showClock(document, now);
};
