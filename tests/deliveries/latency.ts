import { setTimeout as sleep } from "node:timers/promises";
import { quantile } from "../bench/statistics.ts";
import { readClock, type Receivers } from "./receivers.ts";

/** Milliseconds, of one way of news. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly count: number;
}

export const describeLatency = (values: readonly number[]): Latency => ({
  p50: quantile(values, 0.5),
  p99: quantile(values, 0.99),
  most: quantile(values, 1),
  count: values.length,
});

export const formatMilliseconds = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });

export const formatLatency = (name: string, { p50, p99, most, count }: Latency): string =>
  `| ${name} | ${count.toLocaleString("en")} | ${[p50, p99, most].map(formatMilliseconds).join(" | ")} |`;

/** Posts to the same machine as news goes to, by nothing but a client. */
export const measureBarePosts = async ({ bare }: Receivers, signal: AbortSignal): Promise<readonly number[]> => {
  const times: number[] = [];
  const body = JSON.stringify({ data: { position: 0, text: "x".repeat(3000) } });
  while (!signal.aborted) {
    const began = readClock();
    await fetch(bare, { method: "POST", body, headers: { "webhook-id": String(times.length) } });
    times.push(readClock() - began);
    await sleep(20);
  }
  return times;
};
