import type { House } from "./house.ts";
import type { Place, Sitting } from "./meeting.ts";
import { NUMBERINGS, PART_MARKS } from "./numbers.ts";

/** How a timetable names the items of a sitting: the lines of its entry. */

interface Named {
  readonly place: Place;
  readonly number: string;
  readonly title: string;
  /** " (continued)", where the house says so. */
  readonly mark: string;
}

const nameNumber = ({ style, words }: House, { item, part }: Place): string => {
  const number = NUMBERINGS[style.numbering].key(item);
  return part === undefined ? number : PART_MARKS[style.parts].refer(number, part, words.letters[part - 1] ?? "");
};

const joinList = ({ words }: House, all: readonly string[]): string =>
  all.length < 2 ? all.join("") : `${all.slice(0, -1).join(words.comma)}${words.and}${all.at(-1) ?? ""}`;

const listNumbers = (house: House, named: readonly Named[]): string =>
  joinList(
    house,
    named.map(({ number, mark }) => number + mark),
  );

/** "1-3": whole items that follow each other. */
const listRanges = (house: House, named: readonly Named[]): string => {
  const runs: Named[][] = [];
  for (const one of named) {
    const last = runs.at(-1)?.at(-1);
    const isNext = last?.place.part === undefined && one.place.part === undefined && one.place.item === (last?.place.item ?? 0) + 1;
    if (isNext && one.mark === "" && last?.mark === "") runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return joinList(
    house,
    runs.flatMap((run) =>
      run.length < 3 ? run.map(({ number, mark }) => number + mark) : [`${run[0]?.number ?? ""}-${run.at(-1)?.number ?? ""}`],
    ),
  );
};

/** "3 (a), (b)": the number of an item once before its parts. */
const listParts = (house: House, named: readonly Named[]): string =>
  joinList(
    house,
    named.map(({ place, number, mark }, at) => {
      const whole = NUMBERINGS[house.style.numbering].key(place.item);
      const isNext = place.part !== undefined && named[at - 1]?.place.item === place.item && !PART_MARKS[house.style.parts].isDecimal;
      return (isNext ? number.slice(whole.length).trim() : number) + mark;
    }),
  );

type Refer = (house: House, named: readonly Named[]) => readonly string[];

export const REFERENCES = {
  "Items 1 and 2": (house, named) => [`${named.length > 1 ? house.words.items : house.words.item} ${listNumbers(house, named)}`],
  "Agenda items 1 and 2": (house, named) => [
    `${named.length > 1 ? house.words.agendaItems : house.words.agendaItem} ${listNumbers(house, named)}`,
  ],
  "Items 1-3": (house, named) => [`${named.length > 1 ? house.words.items : house.words.item} ${listRanges(house, named)}`],
  "Items 3 (a), (b)": (house, named) => [`${named.length > 1 ? house.words.items : house.words.item} ${listParts(house, named)}`],
  "Item 1: Title": (house, named) => named.map(({ number, title, mark }) => `${house.words.item} ${number}: ${title}${mark}`),
  "Item 1 (continued): Title": (house, named) => named.map(({ number, title, mark }) => `${house.words.item} ${number}${mark}: ${title}`),
  "1. Title": ({ style }, named) =>
    named.map(({ place, number, title, mark }) =>
      place.part === undefined ? `${number}${style.numbering === "1)" ? ")" : "."} ${title}${mark}` : `${number} ${title}${mark}`,
    ),
  Title: (_, named) => named.map(({ title, mark }) => title + mark),
  "Title (item 1)": (house, named) =>
    named.map(({ number, title, mark }) => `${title}${mark} (${house.words.item.toLowerCase()} ${number})`),
  "1, 2": (_, named) => [named.map(({ number, mark }) => number + mark).join(", ")],
} as const satisfies Record<string, Refer>;

const isSame = (one: Place, other: Place): boolean => one.item === other.item && one.part === other.part;

/** The items that go on from an earlier sitting. */
export const listContinued = (sittings: readonly Sitting[], sitting: Sitting): readonly Place[] =>
  sitting.places.filter((place) =>
    sittings.slice(0, sittings.indexOf(sitting)).some(({ places }) => places.some((other) => isSame(place, other))),
  );

/** What stands before each line, where there are several. */
export const BULLETS = { none: "", dash: "– ", dot: "• " } as const;

export const printReferences = (house: House, sitting: Sitting): readonly string[] => {
  const { meeting, style, words } = house;
  const continued = style.continued ? listContinued(meeting.sittings, sitting) : [];
  const named = sitting.places.map((place): Named => {
    const item = meeting.items[place.item - 1];
    const title = (place.part === undefined ? item?.title : item?.parts[place.part - 1]) ?? "";
    return { place, title, number: nameNumber(house, place), mark: continued.includes(place) ? ` (${words.continued})` : "" };
  });
  const lines = REFERENCES[style.references](house, named);
  return lines.length > 1 ? lines.map((line) => BULLETS[style.bullets] + line) : lines;
};
