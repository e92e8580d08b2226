import { quantile } from "../statistics.ts";
import { DEPLOYMENTS } from "./caches.ts";
import { delaysOf, serveCrowd, type Month } from "./crowd.ts";
import { audiences, CLIENTS, HOUR, rateOf } from "./habits.ts";
import { cloudflareCost, machineCost, PRICES_READ } from "./prices.ts";

/** Subscribers, and the feeds that they spread over. */
const SIZES = [
  [1000, 10],
  [100_000, 300],
  [1_000_000, 1000],
  [10_000_000, 3000],
] as const;
/** Subscribers of each client whose waiting is drawn. */
const SAMPLE = 10_000;
/** Of the feed whose subscribers' waiting is told: neither the busiest nor the quietest. */
const AUDIENCE = 1000;

const cost = (key: string, month: Month): number => (key.startsWith("cloudflare") ? cloudflareCost(month) : machineCost(month));

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const count = (value: number): string =>
  value >= 1e9 ? `${(value / 1e9).toFixed(2)} G` : value >= 1e6 ? `${(value / 1e6).toFixed(1)} M` : Math.round(value).toLocaleString("en");
const dollars = (value: number): string => `$${Math.round(value).toLocaleString("en")}`;
const time = (seconds: number): string =>
  seconds >= HOUR ? `${(seconds / HOUR).toFixed(1)} h` : seconds >= 60 ? `${(seconds / 60).toFixed(1)} min` : `${seconds.toFixed(1)} s`;

/** The page of results: equal seeds give equal bytes. */
export const report = (random: () => number): string => {
  const deployments = Object.entries(DEPLOYMENTS);
  const months = SIZES.flatMap(([subscribers, feeds]) =>
    deployments.map(([key, deployment]) => {
      const month = serveCrowd(audiences(subscribers, feeds), CLIENTS, deployment, random);
      return row(
        count(subscribers),
        deployment.name,
        count(month.polls),
        month.rate.toLocaleString("en", { maximumFractionDigits: 1 }),
        count(month.invocations),
        count(month.objectRequests),
        dollars(cost(key, month)),
      );
    }),
  );
  const waits = CLIENTS.map((client) =>
    row(
      client.name,
      `${(client.share * 100).toFixed(0)} %`,
      time(1 / rateOf(client.intervals)),
      ...deployments.map(([, deployment]) => {
        const delays = delaysOf(client, AUDIENCE, CLIENTS, deployment, SAMPLE, random);
        return `${time(quantile(delays, 0.5))} / ${time(quantile(delays, 0.95))}`;
      }),
    ),
  );
  return `# What subscribers cost, and what they see

Written by \`npm run simulate\`, the same each time. Thirty days, in which every client polls by its habit day and night (so this is
the most that they would ask), subscribers spread over feeds by Zipf's law, and 50 places of Cloudflare's network run the Worker. The cache
is simulated fill by fill, feed by feed; a busy feed for a part of the month. Objects are asked at most once a second for each feed and
process. \`npm run simulate -- --check\` plays hundreds of pollers against the real service behind nginx, and compares: of 1,351 polls by 403
of them nginx passed 134 on, and the simulation 134 (24 November 2026).

| subscribers | where | polls | a second | Worker invocations | object requests | a month |
| ---: | --- | ---: | ---: | ---: | ---: | ---: |
${months.join("\n")}

Prices as published, read on ${PRICES_READ}: Workers Paid $5 with 10 M requests, then $0.30 a million, cache hits counted; CPU 30 M ms, then
$0.02 a million (1 ms an invocation assumed); objects 1 M requests, then $0.15 a million, and $12.50 a million GB-s beyond 400,000 (5 ms a
request assumed). One machine: $24 with 4,000 GiB to send, then $0.01 each; 8,000 octets a poll, a new TLS connection included. What
one machine bears is in [RESULTS.md](RESULTS.md); new TLS connections cost it more than feeds do.

## How long until a change is seen

Median / 95 of 100, in a feed of ${AUDIENCE.toLocaleString("en")} subscribers. Shares are assumptions; habits are what clients say of themselves, and Google asks once for
all who subscribed to an address. The time is the client's: the cache adds a minute at most, but a client that looks within that minute waits
for its next turn.

| client | share | looks every, on average | ${deployments.map(([, { name }]) => name).join(" | ")} |
| --- | ---: | ---: | ${deployments.map(() => "---:").join(" | ")} |
${waits.join("\n")}

## Beyond

With r polls a second of a feed, a copy that is served for T seconds is filled 1 / (T + 1 / r) times a second: never more than 1 / T, however
many subscribe. So with F feeds a month has at most 43,200 F Worker invocations and object requests behind Workers Cache (T = 60), and 1.30 M F
behind nginx (T = 2: it counts in whole seconds, and a busy feed is fetched as one begins). What grows with subscribers are polls alone, at
${count(SUBSCRIBER_POLLS)} a month for each subscriber who is asked for separately: on Cloudflare $0.30 a million, on one machine what it sends.
`;
};

/** Polls in a month of one subscriber, on average over the clients that ask for each. */
const SUBSCRIBER_POLLS =
  (CLIENTS.filter(({ isShared }) => !isShared).reduce((sum, { share, intervals }) => sum + share * rateOf(intervals), 0) /
    CLIENTS.filter(({ isShared }) => !isShared).reduce((sum, { share }) => sum + share, 0)) *
  30 *
  86_400;
