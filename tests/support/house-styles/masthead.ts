import { readDay } from "./calendar.ts";
import { pickWay, type Block, type House } from "./house.ts";

/** What stands above the agenda, each part in the ways that houses have. */

type Print = (house: House) => readonly Block[];

export const SYMBOLS = {
  alone: ({ meeting }) => [meeting.symbol],
  labelled: ({ meeting, words }) => [`${words.document}: ${meeting.symbol}`],
  "beside the parent": ({ meeting }) => [[[meeting.parent, meeting.symbol]]],
} as const satisfies Record<string, Print>;

export const CASES = { plain: (text) => text, capitals: (text) => text.toUpperCase() } as const satisfies Record<
  string,
  (text: string) => string
>;

const nameSession = ({ meeting, words }: House): string => words.sessions[meeting.session - 2] ?? "";

/** Body and session. */
export const TITLES = {
  "two lines": (house) => [CASES[house.style.case](house.meeting.body), CASES[house.style.case](nameSession(house))],
  "one line": (house) => [`${CASES[house.style.case](house.meeting.body)}${house.words.pause}${nameSession(house)}`],
  "session of the body": (house) => [CASES[house.style.case](house.words.sessionOf(nameSession(house), house.meeting.body))],
  "session below the heading": (house) => [CASES[house.style.case](house.meeting.body)],
} as const satisfies Record<string, Print>;

const printSpan = ({ meeting, style, words }: House): string =>
  pickWay(words.spans, style.span)(readDay(meeting.opensOn), readDay(meeting.closesOn));

export const WHERES = {
  "City, days": (house) => [[house.meeting.city, printSpan(house)].join(house.words.pause)],
  "City, Country, days": (house) => [[house.meeting.city, house.meeting.country, printSpan(house)].join(house.words.pause)],
  "City (Country), days": (house) => [`${house.meeting.city} (${house.meeting.country})${house.words.pause}${printSpan(house)}`],
  "days, City": (house) => [[printSpan(house), house.meeting.city].join(house.words.pause)],
  "days / City, Country": (house) => [printSpan(house), [house.meeting.city, house.meeting.country].join(house.words.pause)],
  "City / days": (house) => [house.meeting.city, printSpan(house)],
  "labelled City / days": (house) => [`${house.words.place}: ${house.meeting.city}`, `${house.words.date}: ${printSpan(house)}`],
} as const satisfies Record<string, Print>;

/** The day on which the paper came out stands beside what tells nothing of the meeting. */
const printIssue: Print = ({ meeting, style, words }) => {
  if (!style.issued) return [];
  const [year = 0, month = 0, day = 0] = meeting.opensOn.split("-").map(Number);
  const issued = new Date(Date.UTC(year, month - 1, day - 40)).toISOString().slice(0, 10);
  return [Object.values(words.days)[ISSUED[meeting.language]]?.(readDay(issued)) ?? "", words.original];
};

/** The way with a year and without a weekday. */
const ISSUED = { en: 3, fr: 4, es: 3, ru: 2, zh: 6, ar: 3 } as const;

const printHeading: Print = (house) => {
  const heading = pickWay(house.words.agendaHeadings, house.style.agendaHeading);
  return house.style.title === "session below the heading" ? [heading, nameSession(house)] : [heading];
};

export const ORDERS = {
  "symbol, body, place": (house) => [...symbol(house), ...parent(house), ...title(house), ...where(house), ...printHeading(house)],
  "body, place, symbol": (house) => [...parent(house), ...title(house), ...where(house), ...symbol(house), ...printHeading(house)],
  "symbol, body, heading, place": (house) => [...symbol(house), ...parent(house), ...title(house), ...printHeading(house), ...where(house)],
  "place, body, symbol": (house) => [...where(house), ...parent(house), ...title(house), ...symbol(house), ...printHeading(house)],
} as const satisfies Record<string, Print>;

const symbol: Print = (house) => [...SYMBOLS[house.style.symbol](house), ...printIssue(house)];
const parent: Print = ({ meeting, style }) => (style.parent && style.symbol !== "beside the parent" ? [meeting.parent] : []);
const title: Print = (house) => TITLES[house.style.title](house);
const where: Print = (house) => WHERES[house.style.where](house);

/** What stands between masthead and list. */
export const COVERS = {
  none: () => [],
  "a sentence": ({ words }) => [words.cover],
  "when the session opens": ({ meeting, style, words }) => {
    const [first] = meeting.sittings;
    const day = Object.values(words.days)[ISSUED[meeting.language]]?.(readDay(meeting.opensOn)) ?? "";
    return first ? [words.opens(day, pickWay(words.hours, style.hours)(first.start, first.end))] : [];
  },
} as const satisfies Record<string, Print>;

export const printMasthead: Print = (house) => [...ORDERS[house.style.order](house), ...COVERS[house.style.cover](house)];
