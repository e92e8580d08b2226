import type { Entry } from "./entries.ts";
import { callsPlenary, isPlenary, SITTING_END } from "./plenary.ts";

const isOpenStart = ({ ranges }: Entry): boolean => ranges.length === 1 && ranges[0]?.end === undefined;
/** "1 p.m. / End of the sitting". */
const isEnd = (entry: Entry): boolean =>
  isOpenStart(entry) && entry.items.length === 0 && entry.labels.some((label) => SITTING_END.test(label));

/** The hours at which items begin, and the hour at which their sitting ends, as the one sitting that they are. */
const closeSitting = (parts: readonly Entry[], end: Entry): readonly Entry[] => {
  const [first] = parts;
  const [from, to] = [first?.ranges[0]?.start, end.ranges[0]?.start];
  if (!first || from === undefined || to === undefined || to <= from) return parts;
  return [
    {
      ...first,
      lines: [...new Set([...parts, end].flatMap(({ lines }) => lines))],
      ranges: [{ start: from, end: to }],
      items: [...new Set(parts.flatMap(({ items }) => items))],
      continued: [...new Set(parts.flatMap(({ continued }) => continued))],
    },
  ];
};

/** Whether the last sitting ends when the end is printed, which says nothing more then. */
const hasEnded = (last: Entry | undefined, { date, ranges: [end] }: Entry): boolean =>
  last?.date === date && (last?.ranges.some((range) => range.end === end?.start) ?? false);

/** When a plenary of known hours begins: a body can't sit twice at one hour. */
const readHourOfPlenary = ({ date, ranges: [range, ...others], labels }: Entry): string | undefined =>
  date !== undefined && range && others.length === 0 && labels.some(callsPlenary) ? `${date} ${range.start}` : undefined;

const hasSameEnd = (shown: Entry, whole: Entry): boolean =>
  shown.ranges[0]?.end === undefined || shown.ranges[0].end === whole.ranges[0]?.end;

/** Entries without the plenaries that stood in a table above, without their items, and that a list below says again with them. */
const dropShown = (entries: readonly Entry[]): readonly Entry[] => {
  const wholes = new Map(
    entries.flatMap((entry, at) => {
      const hour = entry.items.length > 0 ? readHourOfPlenary(entry) : undefined;
      return hour === undefined ? [] : [[hour, { entry, at }] as const];
    }),
  );
  return entries.filter((entry, at) => {
    const whole = entry.items.length === 0 ? wholes.get(readHourOfPlenary(entry) ?? "") : undefined;
    return whole === undefined || whole.at < at || !hasSameEnd(entry, whole.entry);
  });
};

const joinEnds = (entries: readonly Entry[]): readonly Entry[] => {
  const joined: Entry[] = [];
  for (const entry of entries) {
    if (!isEnd(entry)) {
      joined.push(entry);
      continue;
    }
    const isPart = (part: Entry): boolean => part.date === entry.date && isOpenStart(part) && part.items.length > 0 && isPlenary(part);
    const from = joined.findLastIndex((part) => !isPart(part)) + 1;
    const isSaid = from < joined.length || hasEnded(joined.at(-1), entry);
    joined.push(...(isSaid ? closeSitting(joined.splice(from), entry) : [entry]));
  }
  return joined;
};

/** Entries with sittings whole, whose end is printed as an entry of its own, and each once. */
export const joinSittings = (entries: readonly Entry[]): readonly Entry[] => dropShown(joinEnds(entries));
