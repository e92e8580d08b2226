import { addDays } from "../meeting/local-time.ts";
import { listOffsetChanges, getLocalOffset, type OffsetChange } from "./offset-changes.ts";
import { findYearlyRule, type YearlyRule } from "./yearly-rule.ts";

/** UTC offset as `+0100` (RFC 5545 §3.3.14). */
const formatOffset = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}${String(size % 60).padStart(2, "0")}`;
};

type Name = "STANDARD" | "DAYLIGHT";

const writeObservance = (name: Name, { wall, from, to }: OffsetChange, rule?: YearlyRule): readonly string[] => [
  `BEGIN:${name}`,
  `DTSTART:${wall.replaceAll(/[-:]/g, "")}00`,
  `TZOFFSETFROM:${formatOffset(from)}`,
  `TZOFFSETTO:${formatOffset(to)}`,
  `TZNAME:${formatOffset(to)}`,
  ...(rule ? [`RRULE:${rule.text}`] : []),
  `END:${name}`,
];

/** Where a definition begins, before any meeting: so it is the same whichever years it is asked for. */
const FIRST_YEAR = 1970;

const writeSteady = (offset: number): readonly string[] =>
  writeObservance("STANDARD", { wall: `${FIRST_YEAR}-01-01T00:00`, from: offset, to: offset });

interface Pair {
  readonly lines: readonly string[];
  /** As the clocks show it that end there. */
  readonly listOnsets: (year: number) => readonly string[];
}

const findOnset = (year: number, { findDate }: YearlyRule, { wall }: OffsetChange): string => `${findDate(year)}${wall.slice(10)}`;

const writePair = (forward: readonly OffsetChange[], back: readonly OffsetChange[], zone: string): Pair | undefined => {
  const [[spring], [autumn]] = [forward, back];
  if (!spring || !autumn || spring.from !== autumn.to || spring.to !== autumn.from) return undefined;
  const [summer, winter] = [findYearlyRule(forward, zone), findYearlyRule(back, zone)];
  if (!summer || !winter) return undefined;
  return {
    lines: [
      ...writeObservance("STANDARD", { ...autumn, wall: findOnset(FIRST_YEAR, winter, autumn) }, winter),
      ...writeObservance("DAYLIGHT", { ...spring, wall: findOnset(FIRST_YEAR, summer, spring) }, summer),
    ],
    listOnsets: (year) => [findOnset(year, winter, autumn), findOnset(year, summer, spring)],
  };
};

const isForward = ({ from, to }: OffsetChange): boolean => to > from;
const isBack = (change: OffsetChange): boolean => !isForward(change);

/** What holds over whole years: one offset, or two that come by a rule each. Undefined where the years are not alike. */
const writeYears = (zone: string, firstYear: number, lastYear: number): readonly string[] | undefined => {
  const changes = listOffsetChanges(zone, `${firstYear}-01-01`, `${lastYear}-12-31`);
  if (changes.length === 0) return writeSteady(getLocalOffset(`${firstYear}-01-01T00:00`, zone));
  const [forward, back] = [changes.filter(isForward), changes.filter(isBack)];
  const years = lastYear - firstYear + 1;
  return forward.length === years && back.length === years ? writePair(forward, back, zone)?.lines : undefined;
};

/** What holds from one time to another, though not in the years around. Undefined where no two rules say it. */
const writeSpan = (zone: string, first: string, last: string): readonly string[] | undefined => {
  const near = listOffsetChanges(zone, addDays(first.slice(0, 10), -366), addDays(last.slice(0, 10), 366));
  const isWithin = (wall: string): boolean => wall >= first && wall <= last;
  const changes = near.filter(({ wall }) => isWithin(wall));
  if (changes.length === 0) return writeSteady(getLocalOffset(first, zone));
  const listChoices = (isOfKind: typeof isForward): readonly (readonly OffsetChange[])[] => {
    const own = changes.filter(isOfKind);
    return own.length > 0 ? [own] : near.filter(isOfKind).map((change) => [change]);
  };
  const pairs = listChoices(isForward).flatMap((forward) => listChoices(isBack).map((back) => writePair(forward, back, zone)));
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, at) => Number(first.slice(0, 4)) + at);
  return pairs.find((pair) => pair && years.flatMap(pair.listOnsets).filter(isWithin).length === changes.length)?.lines;
};

/** Change by change: no rule says them. */
const writeChanges = (zone: string, first: string, last: string): readonly string[] => {
  const initial = getLocalOffset(first, zone);
  const changes = listOffsetChanges(zone, first.slice(0, 10), last.slice(0, 10)).filter(({ wall }) => wall >= first && wall <= last);
  const standard = Math.min(initial, ...changes.map(({ to }) => to));
  const begin = { wall: `${FIRST_YEAR}-01-01T00:00`, from: initial, to: initial };
  return [begin, ...changes].flatMap((change) => writeObservance(change.to > standard ? "DAYLIGHT" : "STANDARD", change));
};

const remember = <Value>(values: Map<string, Value>, key: string, make: () => Value): Value => {
  const known = values.get(key);
  if (known !== undefined || values.has(key)) return known as Value;
  if (values.size > 1000) values.clear();
  const made = make();
  values.set(key, made);
  return made;
};

const linesByYears = new Map<string, readonly string[] | undefined>();
const linesByTimes = new Map<string, readonly string[]>();

/**
 * VTIMEZONE (RFC 5545 §3.6.5) of an IANA zone for the times of a feed, from the first to the last, by the runtime's own zone data.
 * One yearly rule each way wherever it is true in all years of the feed, or else from its first time to its last: Outlook knows
 * nothing else, and readers that keep the first definition that they meet find the same in the next feed. Lists of present rules would be wrong for past meetings.
 * @param first local, as is `last`
 */
export const renderVtimezone = (zone: string, first: string, last: string): string => {
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const lines =
    remember(linesByYears, `${zone} ${firstYear} ${lastYear}`, () => writeYears(zone, firstYear, lastYear)) ??
    remember(linesByTimes, `${zone} ${first} ${last}`, () => writeSpan(zone, first, last) ?? writeChanges(zone, first, last));
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...lines, "END:VTIMEZONE"].join("\r\n");
};
