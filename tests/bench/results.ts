import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import type { Freshness } from "./freshness.ts";
import { estimate, median, quantile, ratios, type Estimate } from "./statistics.ts";
import { seeded } from "../support/chance.ts";
import type { Measured } from "./wrk.ts";

export interface Bench {
  /** By row, one of each round. */
  readonly measured: Readonly<Record<string, readonly Measured[]>>;
  readonly freshness: Freshness;
  /** Milliseconds from spawn to first byte. */
  readonly starts: { readonly empty: readonly number[]; readonly plenary: readonly number[] };
  readonly rounds: number;
  readonly seconds: number;
  /** Of the feed, not compressed. */
  readonly octets: number;
}

/** What each row is held against, and what the ratio must be: its median, and the lower bound of its interval. */
const COMPARED: Readonly<Record<string, { readonly to: string; readonly least?: number; readonly lowest?: number }>> = {
  feed: { to: "raw feed", least: 0.95, lowest: 0.9 },
  "feed 304": { to: "raw feed", least: 1.2 },
  "feed over three bodies": { to: "feed" },
  "feed over three bodies 304": { to: "feed 304" },
  "feed, gzip": { to: "raw feed, gzip" },
  "slot feed": { to: "raw slot feed" },
  "meeting JSON": { to: "raw meeting JSON" },
  page: { to: "raw page" },
  "nginx in front of Plenary": { to: "nginx, static file", least: 0.7 },
  "writes, 1 connection, 1 body": { to: "bare object, 1 connection, 1 body" },
  "writes, 1 connection, 100 bodies": { to: "bare object, 1 connection, 100 bodies" },
  "writes, 50 connections, 1 body": { to: "bare object, 50 connections, 1 body" },
  "writes, 50 connections, 100 bodies": { to: "bare object, 50 connections, 100 bodies" },
};
const FEED = "feed";
const CALENDAR = "ical-generator on each request";
const CALENDARS = 4;
/** Rounds without which the bootstrap of a median covers less than it says. */
const LEAST = 9;
/** Milliseconds, at 50 connections. */
const SLOWEST = 50;

const version = (command: string, ...args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return /\d+[\d.]*/.exec(`${stdout}${stderr}`)?.[0] ?? "unknown";
};
const packageVersion = (name: string): string =>
  (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string }).version;

const machine = (): string => {
  const [cpu] = cpus();
  const { stdout } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" });
  return [
    `${cpus().length} cores of ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}`,
    `workerd ${packageVersion("workerd")}, Node ${process.versions.node}, nginx ${version("nginx", "-v")}, wrk ${version("wrk", "-v")}, hono ${packageVersion("hono")}, ical-generator ${packageVersion("ical-generator")}`,
    `commit ${stdout.trim()}`,
  ].join("; ");
};

const rateOf = (runs: readonly Measured[]): readonly number[] => runs.map(({ rate }) => rate);
const p99Of = (runs: readonly Measured[]): number => median(runs.map(({ p99 }) => p99));
const whole = (value: number): string => Math.round(value).toLocaleString("en");
const two = (value: number): string => value.toFixed(2);
const spread = ({ median: middle, low, high }: Estimate): string => `${two(middle)} (${two(low)}-${two(high)})`;
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const verdict = (isMet: boolean, short: number, digits = 2): string => (isMet ? "met" : `missed by ${short.toFixed(digits)}`);

/** The results as a page: what was measured, then what had to be. */
export const results = ({ measured, freshness, starts, rounds, seconds, octets }: Bench): string => {
  const random = seeded(1);
  const runs = (name: string): readonly Measured[] => measured[name] ?? [];
  const ratio = (name: string, to: string): Estimate => estimate(ratios(rateOf(runs(name)), rateOf(runs(to))), random);
  const calendars = ratio(FEED, CALENDAR);
  const compressed = ratio("feed, gzip", `${CALENDAR}, gzip`);
  const bound = ratio("raw feed", CALENDAR);
  const compared = new Map(Object.entries(COMPARED).map(([name, { to }]) => [name, ratio(name, to)]));
  const starting = estimate(ratios(starts.plenary, starts.empty), random);

  const rows = Object.entries(measured).map(([name, each]) => {
    const against = compared.get(name);
    return row(
      name,
      whole(median(rateOf(each))),
      two(median(each.map(({ p50 }) => p50))),
      two(p99Of(each)),
      against ? `${spread(against)} of ${COMPARED[name]?.to}` : "",
    );
  });
  const targets = Object.entries(COMPARED).flatMap(([name, { to, least, lowest = 0 }]) => {
    const found = compared.get(name);
    if (least === undefined || !found) return [];
    const short = Math.max(least - found.median, lowest - found.low);
    const wanted = lowest > 0 ? `at least ${least}, lower bound at least ${lowest}` : `at least ${least}`;
    return [row(`${name} / ${to}`, wanted, spread(found), verdict(short <= 0, short))];
  });
  const slowest = Math.max(...["feed", "feed 304", "feed, gzip", "slot feed"].map((name) => p99Of(runs(name))));

  return `# What Plenary does beside the limits of what it runs on

Written by \`npm run bench\`: ${rounds} rounds of ${seconds} s for each row, in turn; wrk with one thread over loopback, at 50 connections
where no other number is said. Medians; in brackets ${rounds < LEAST ? "the spread" : "the 95 % interval"} of the median of the rounds' ratios, by the bootstrap. The feed has
${whole(octets)} octets. Absolute figures are this machine's; ratios hold elsewhere.

${machine()}.

| must be | wanted | found | |
| --- | --- | --- | --- |
${targets.join("\n")}
${row(`${FEED} / ${CALENDAR}`, `at least ${CALENDARS}`, spread(calendars), verdict(calendars.median >= CALENDARS, CALENDARS - calendars.median))}
${row("p99 of feeds, ms", `under ${SLOWEST}`, two(slowest), verdict(slowest < SLOWEST, slowest - SLOWEST))}
${row(`stale reads of ${whole(freshness.trials)}, each right after a write`, "0", String(freshness.stale), verdict(freshness.stale === 0, freshness.stale, 0))}

| row | a second | p50, ms | p99, ms | ratio |
| --- | ---: | ---: | ---: | --- |
${rows.join("\n")}

A write was shown ${two(median(freshness.shownAfter))} ms after its answer (95 % within ${two(quantile(freshness.shownAfter, 0.95))} ms), which is the time of one read.
From spawn to the first byte, a cold feed included: ${whole(median(starts.plenary))} ms; an empty Worker ${whole(median(starts.empty))} ms; ratio ${spread(starting)}.

- *raw* is a Worker that answers the same bytes with the same headers from memory, and nothing else.
- *bare object* checks the same signatures and stores the same bytes by as many statements as the operator's key needs in a Durable Object, and thinks nothing.
- *ical-generator* makes the calendar from rows in memory for each request; most services ask a database for them first. An answer that is
  there already and does nothing, *raw feed*, is ${spread(bound)} times as fast, which bounds what any service could be. Compressed, as
  clients ask for it, Plenary's feed is ${spread(compressed)} times as fast as a calendar that is made and compressed for each request.
- *nginx* has one process. In front of Plenary it is \`deploy/nginx.conf\` without TLS; both rows write the log of that file.
`;
};
