import type { Draft } from "../../../src/documents/draft.ts";
import { numberDraftItems } from "../../../src/meeting/draft.ts";
import { chooseText } from "../../../src/meeting/text.ts";
import { openHouse } from "./house.ts";
import { CASES } from "./masthead.ts";
import type { Meeting } from "./meeting.ts";
import { keyOf } from "./numbers.ts";
import { listContinued } from "./references.ts";
import type { Style } from "./style.ts";
import { isUntimed } from "./timetable.ts";

/** What a document of a house says of its meeting, in few words; and what a draft does. */
export interface Said {
  readonly body: string | undefined;
  readonly symbol: string | undefined;
  readonly city: string | undefined;
  readonly days: string;
  readonly items: readonly string[];
  readonly slots: readonly string[];
  /** Items of sittings without hours: nothing is planned for them, and that is said. */
  readonly untimed: readonly string[];
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export const sayMeeting = (meeting: Meeting, style: Style): Said => {
  const house = openHouse(meeting, style);
  const { numbering, parts: marks } = style;
  return {
    body: meeting.body.toLowerCase(),
    symbol: meeting.symbol,
    city: meeting.city,
    days: `${meeting.opensOn}/${meeting.closesOn}`,
    items: meeting.items.flatMap(({ title, parts }, at) => [
      `${keyOf({ item: at + 1 }, numbering, marks)} ${CASES[style.titles](title)}`,
      ...parts.map((part, index) => `${keyOf({ item: at + 1, part: index + 1 }, numbering, marks)} ${part}`),
    ]),
    slots: meeting.sittings
      .filter((sitting) => !isUntimed(house, sitting))
      .map((sitting) => {
        const continued = style.continued ? listContinued(meeting.sittings, sitting) : [];
        const items = sitting.places.map((place) => keyOf(place, numbering, marks) + (continued.includes(place) ? "+" : ""));
        return `${sitting.date} ${clock(sitting.start)}-${clock(sitting.end)}: ${items.join(" ")}`;
      }),
    untimed: meeting.sittings
      .filter((sitting) => isUntimed(house, sitting))
      .map(({ places }) => places.map((place) => keyOf(place, numbering, marks)).join(" ")),
  };
};

/** "Item 3(a), 4 (Monday) has no time: …" */
const UNTIMED = /^Item (?<items>\S+(?: \S+)*?) \(/;

export const sayDraft = ({ warnings, meeting: { body, agenda, city, opensOn, closesOn, slots } }: Draft): Said => ({
  body: body.name && chooseText(body.name, "en").toLowerCase(),
  symbol: agenda.symbol,
  city: city && chooseText(city, "en"),
  days: `${opensOn ?? ""}/${closesOn ?? ""}`,
  items: numberDraftItems(agenda.items).map(
    ({ number, item }) => `${number} ${item.title === undefined ? "" : chooseText(item.title, "en")}`,
  ),
  slots: slots.map(({ start, end, items, continued }) => {
    const marked = items.map((item) => item + (continued?.includes(item) ? "+" : ""));
    return `${start.slice(0, 10)} ${start.slice(11)}-${end?.slice(11) ?? ""}: ${marked.join(" ")}`;
  }),
  untimed: warnings
    .filter(({ code }) => code === "no-time")
    .map(({ message }) => (UNTIMED.exec(message)?.groups?.["items"] ?? message).replaceAll(",", "")),
});
