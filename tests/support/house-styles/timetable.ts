import { readDay } from "./calendar.ts";
import { pickWay, type Block, type House } from "./house.ts";
import type { Sitting } from "./meeting.ts";
import { printReferences } from "./references.ts";

/** The organization of work: its entries, and the ways to lay them out. */

interface Entry {
  readonly date: string;
  readonly hours: string;
  readonly lines: readonly string[];
}

/** What calls or counts a sitting: a line of its own, or a word before its hours. */
export const LABELS = {
  none: () => [],
  "1st meeting": ({ words }, number) => [words.sitting(number)],
  Plenary: ({ words }) => [words.plenary],
} as const satisfies Record<string, (house: House, number: number) => readonly string[]>;

/** The half of a day before its hours, or instead of them. */
export const HALVES = {
  "not named": (_, hours) => hours,
  "Morning: 10-1": (half, hours) => `${half}: ${hours}`,
  "Morning (10-1)": (half, hours) => `${half} (${hours})`,
  "Morning, 10-1": (half, hours, pause) => half + pause + hours,
} as const satisfies Record<string, (half: string, hours: string, pause: string) => string>;

/** Whether a house prints no hours for a sitting. */
export const isUntimed = ({ style }: House, { half }: Sitting): boolean => !style.afternoons && half === "afternoon";

const printHours = (house: House, start: number, end: number): string => pickWay(house.words.hours, house.style.hours)(start, end);

const printEntry = (house: House, sitting: Sitting, number: number): Entry => {
  const { style, words } = house;
  const half = words[sitting.half];
  const hours = isUntimed(house, sitting) ? half : HALVES[style.halves](half, printHours(house, sitting.start, sitting.end), words.pause);
  return {
    date: sitting.date,
    hours,
    lines: [...LABELS[style.label](house, number), ...(style.room ? [words.room] : []), ...printReferences(house, sitting)],
  };
};

const printEntries = (house: House): readonly Entry[] => {
  const { meeting, style, words } = house;
  return meeting.sittings.flatMap((sitting, at) => {
    const next = meeting.sittings[at + 1];
    const entry = printEntry(house, sitting, at + 1);
    const hasPause = style.pauses && next?.date === sitting.date && style.afternoons && next.half === "afternoon";
    return hasPause ? [entry, { date: sitting.date, hours: printHours(house, sitting.end, next.start), lines: [words.lunch] }] : [entry];
  });
};

type Days = readonly { readonly day: string; readonly entries: readonly Entry[] }[];

const groupDays = (house: House): Days => {
  const entries = printEntries(house);
  const print = pickWay(house.words.days, house.style.days);
  return [...new Set(entries.map(({ date }) => date))].map((date) => ({
    day: print(readDay(date)),
    entries: entries.filter((entry) => entry.date === date),
  }));
};

const joinCell = ({ lines }: Entry): string => lines.join("\n");

export const LAYOUTS = {
  "days, hours, items below each other": (days) =>
    days.flatMap(({ day, entries }) => ["", day, ...entries.flatMap(({ hours, lines }) => [hours, ...lines])]),
  "hours and items on a line": (days) =>
    days.flatMap(({ day, entries }) => [
      "",
      day,
      ...entries.flatMap(({ hours, lines: [first = "", ...rest] }) => [`${hours} ${first}`, ...rest]),
    ]),
  "hours: items": (days) =>
    days.flatMap(({ day, entries }) => [
      "",
      day,
      ...entries.flatMap(({ hours, lines: [first = "", ...rest] }) => [`${hours}: ${first}`, ...rest]),
    ]),
  "day, hours": (days, { words }) =>
    days.flatMap(({ day, entries }) => entries.flatMap(({ hours, lines }) => ["", `${day}${words.pause}${hours}`, ...lines])),
  "a table a day": (days) => days.flatMap(({ day, entries }) => [day, entries.map((entry) => [entry.hours, joinCell(entry)])]),
  "a table with a head": (days, { words }) => [
    [
      [words.timeColumn, words.itemColumn],
      ...days.flatMap(({ day, entries }) => [[day], ...entries.map((entry) => [entry.hours, joinCell(entry)])]),
    ],
  ],
  "days as first column": (days) => [
    days.flatMap(({ day, entries }) => entries.map((entry, at) => [at === 0 ? day : "", entry.hours, joinCell(entry)])),
  ],
  "days as first column, each time": (days, { words }) => [
    [
      [words.date, words.timeColumn, words.itemColumn],
      ...days.flatMap(({ day, entries }) => entries.map((entry) => [day, entry.hours, joinCell(entry)])),
    ],
  ],
  "days as columns": (days) => {
    const hours = [...new Set(days.flatMap(({ entries }) => entries.map((entry) => entry.hours)))];
    const cell = (entries: readonly Entry[], at: string): string =>
      entries
        .filter((entry) => entry.hours === at)
        .map(joinCell)
        .join("\n");
    return [[["", ...days.map(({ day }) => day)], ...hours.map((at) => [at, ...days.map(({ entries }) => cell(entries, at))])]];
  },
  "hours as columns": (days) => {
    const hours = [...new Set(days.flatMap(({ entries }) => entries.map((entry) => entry.hours)))];
    const cell = (entries: readonly Entry[], at: string): string =>
      entries
        .filter((entry) => entry.hours === at)
        .map(joinCell)
        .join("\n");
    return [[["", ...hours], ...days.map(({ day, entries }) => [day, ...hours.map((at) => cell(entries, at))])]];
  },
} as const satisfies Record<string, (days: Days, house: House) => readonly Block[]>;

/** What numbers the heading of a section. */
export const SECTIONS = { none: "", roman: "II. ", letter: "B. " } as const;

export const printTimetable = (house: House): readonly Block[] => [
  "",
  SECTIONS[house.style.section] + pickWay(house.words.timetableHeadings, house.style.timetableHeading),
  ...LAYOUTS[house.style.layout](groupDays(house), house),
];
