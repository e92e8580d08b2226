import { interpolate } from "../meeting/interpolate.ts";
import { createLiveStatus } from "./live-status.ts";
import { readScriptMessages } from "./messages.ts";
import { readShownMeeting } from "./refresh.ts";

/** When a page was kept that is shown without a line, milliseconds of the epoch; undefined of one that was served just now. */
export const readKeptAt = ({ documentElement }: Document): number | undefined => {
  const kept = Date.parse(documentElement.dataset["keptAt"] ?? "");
  return Number.isNaN(kept) ? undefined : kept;
};

/** A clock time in the page's language, as the reader's country writes it; of another day with its date. */
export const formatSeen = (instant: number, language: string): string => {
  const locale = navigator.languages.find((own) => own.startsWith(language)) ?? language;
  const isToday = new Date(instant).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale, { timeStyle: "short", ...(!isToday && { dateStyle: "medium" }) }).format(instant);
};

/** Says how old a page is that is shown without a line, and looks again when there is one. A page of a meeting does so itself. */
export const sayAge = (page: Document): void => {
  const kept = readKeptAt(page);
  if (kept === undefined || readShownMeeting(page)) return;
  const time = formatSeen(kept, page.documentElement.lang);
  createLiveStatus(page).say(interpolate(readScriptMessages(page).connectionLost, { time }), "lost");
  addEventListener("online", () => location.reload());
};
