import fc from "fast-check";
import { addDays } from "../../../src/meeting/local-time.ts";
import type { Language } from "../../../src/meeting/text.ts";
import type { Item, Meeting, Place, Sitting } from "./meeting.ts";
import { WORDS } from "./words.ts";

/** Meetings by chance: what is taken up follows the order of the agenda, and some of it goes on in the next sitting. */

const HOUR = 60;
const MORNINGS = [
  [10 * HOUR, 13 * HOUR],
  [9 * HOUR, 12 * HOUR],
  [9.5 * HOUR, 12.5 * HOUR],
  [9 * HOUR + 15, 11 * HOUR + 45],
] as const;
const AFTERNOONS = [
  [15 * HOUR, 18 * HOUR],
  [14 * HOUR, 17 * HOUR],
  [14.5 * HOUR, 17.5 * HOUR],
  [16 * HOUR, 18 * HOUR + 15],
] as const;

/** What is left to chance. */
interface Throws {
  readonly body: number;
  readonly session: number;
  readonly symbol: readonly [string, string, number];
  readonly place: number;
  readonly opensAfter: number;
  readonly days: number;
  readonly matters: readonly string[];
  readonly parts: readonly number[];
  readonly afternoons: readonly boolean[];
  readonly carries: readonly boolean[];
  readonly isTakenWhole: boolean;
  readonly hours: readonly [number, number];
}

const pick = <One>(all: readonly One[], at: number): One => {
  const one = all[at % all.length];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
};

/** No title stands twice, so that each names its item. */
const listItems = (language: Language, { matters, parts }: Throws): readonly Item[] => {
  const { opening, closing, parts: titles } = WORDS[language];
  const left = [...titles];
  return [...opening, ...matters, ...closing].map((title, at) => {
    const count = parts[at] ?? 0;
    return { title, parts: count > left.length ? [] : left.splice(0, count) };
  });
};

const listPlaces = (items: readonly Item[], isTakenWhole: boolean): readonly Place[] =>
  items.flatMap(({ parts }, at): readonly Place[] =>
    parts.length === 0 || isTakenWhole ? [{ item: at + 1 }] : parts.map((_, part) => ({ item: at + 1, part: part + 1 })),
  );

/** The items in their order over all sittings; a sitting for which none is left goes on with the last. */
const planSittings = (items: readonly Item[], throws: Throws): readonly Sitting[] => {
  const { opensAfter, days, afternoons, carries, hours } = throws;
  const halves = Array.from({ length: days }, (_, day) => day).flatMap((day) => [
    { day, half: "morning" as const },
    ...(afternoons[day] === true ? [{ day, half: "afternoon" as const }] : []),
  ]);
  const places = listPlaces(items, throws.isTakenWhole);
  return halves.map(({ day, half }, at) => {
    const from = Math.floor((at * places.length) / halves.length);
    const own = places.slice(from, Math.floor(((at + 1) * places.length) / halves.length));
    const isCarried = own.length === 0 || (from > 0 && carries[at] === true);
    const before = isCarried ? places.slice(Math.max(from - 1, 0), Math.max(from, 1)) : [];
    const [start, end] = half === "morning" ? pick(MORNINGS, hours[0]) : pick(AFTERNOONS, hours[1]);
    return { date: addDays(FIRST_DAY, opensAfter + day), half, start, end, places: [...before, ...own] };
  });
};

const FIRST_DAY = "2029-01-01";

const compose = (language: Language, throws: Throws): Meeting => {
  const { bodies, parents, cities } = WORDS[language];
  const [city, country] = pick(cities, throws.place);
  const items = listItems(language, throws);
  const [code, middle, number] = throws.symbol;
  return {
    language,
    body: pick(bodies, throws.body),
    parent: pick(parents, throws.body),
    session: throws.session,
    symbol: `${code}/${middle}${throws.session}/${number}`,
    city,
    country,
    opensOn: addDays(FIRST_DAY, throws.opensAfter),
    closesOn: addDays(FIRST_DAY, throws.opensAfter + throws.days - 1),
    items,
    sittings: planSittings(items, throws),
  };
};

const booleans = (length: number) => fc.array(fc.boolean(), { minLength: length, maxLength: length });

/** Any meeting, in words of one language. */
export const anyMeeting = (language: Language): fc.Arbitrary<Meeting> =>
  fc
    .record<Throws>({
      body: fc.nat(20),
      session: fc.integer({ min: 2, max: 10 }),
      symbol: fc.tuple(
        fc.constantFrom("NETS", "CN", "HARB"),
        fc.constantFrom("", "C.4/", "WG.2/", "COP."),
        fc.integer({ min: 1, max: 40 }),
      ),
      place: fc.nat(20),
      opensAfter: fc.nat(2000),
      days: fc.integer({ min: 2, max: 5 }),
      matters: fc.shuffledSubarray([...WORDS[language].matters], { minLength: 1, maxLength: 8 }),
      parts: fc.array(fc.constantFrom(0, 0, 0, 2, 3), { minLength: 12, maxLength: 12 }),
      afternoons: booleans(5),
      carries: booleans(10),
      isTakenWhole: fc.boolean(),
      hours: fc.tuple(fc.nat(3), fc.nat(3)),
    })
    .map((throws) => compose(language, throws));
