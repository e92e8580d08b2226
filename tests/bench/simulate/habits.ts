/** Seconds. */
const MINUTE = 60;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often a client looks: each of its subscribers keeps an interval of its own, out of a range or out of settings. */
export type Intervals =
  | { readonly kind: "between"; readonly least: number; readonly most: number }
  | { readonly kind: "one of"; readonly settings: readonly number[] };

/** A calendar client, and how it polls. */
export interface Client {
  readonly name: string;
  /** Of all subscribers: an assumption, no figures are published. */
  readonly share: number;
  readonly intervals: Intervals;
  /** Whether one poll serves all who subscribed to an address. */
  readonly isShared: boolean;
}

const between = (least: number, most: number): Intervals => ({ kind: "between", least, most });
const always = (interval: number): Intervals => ({ kind: "one of", settings: [interval] });

/** From what clients say of themselves and what their issue trackers say of them (November 2026); Plenary asks for an hour. */
export const CLIENTS: readonly Client[] = [
  { name: "Google", share: 0.35, intervals: between(8 * HOUR, 24 * HOUR), isShared: true },
  { name: "Outlook, desktop", share: 0.2, intervals: between(HOUR / 2, 3 * HOUR), isShared: false },
  { name: "Outlook.com", share: 0.15, intervals: between(3 * HOUR, 24 * HOUR), isShared: false },
  {
    name: "Apple",
    share: 0.2,
    intervals: { kind: "one of", settings: [5 * MINUTE, 15 * MINUTE, HOUR, DAY, 7 * DAY] },
    isShared: false,
  },
  { name: "Thunderbird", share: 0.04, intervals: always(HOUR / 2), isShared: false },
  { name: "Proton", share: 0.02, intervals: between(4 * HOUR, 16 * HOUR), isShared: false },
  { name: "Fastmail", share: 0.02, intervals: always(HOUR), isShared: false },
  { name: "Home Assistant", share: 0.02, intervals: always(DAY), isShared: false },
];

/** An interval for one subscriber. */
export const drawInterval = (intervals: Intervals, random: () => number): number =>
  intervals.kind === "between"
    ? intervals.least + random() * (intervals.most - intervals.least)
    : (intervals.settings[Math.floor(random() * intervals.settings.length)] ?? Number.NaN);

/** Polls a second of one subscriber, on average over those who chose differently. */
export const rateOf = (intervals: Intervals): number =>
  intervals.kind === "between"
    ? Math.log(intervals.most / intervals.least) / (intervals.most - intervals.least)
    : intervals.settings.reduce((sum, interval) => sum + 1 / interval, 0) / intervals.settings.length;

/** How subscribers spread over feeds: the second most popular has half as many as the first, the third a third. At least one each. */
export const audiences = (subscribers: number, feeds: number): readonly number[] => {
  const weights = Array.from({ length: feeds }, (_, rank) => 1 / (rank + 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.max(1, Math.round((subscribers * weight) / all)));
};
