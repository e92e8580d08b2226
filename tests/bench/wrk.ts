import { spawn } from "node:child_process";
import { join } from "node:path";

const SCRIPT = join(import.meta.dirname, "wrk.lua");

/** What one run of wrk measured. */
export interface Measured {
  /** Answers in a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A file of whole requests, separated by NUL, each sent once. */
  readonly requests?: string;
}

interface Summary {
  readonly requests: number;
  readonly microseconds: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
}

/** Loads an address from one thread; a single answer that is not a success fails the measurement. */
export const wrk = async ({ url, connections, seconds, headers = {}, requests }: Load): Promise<Measured> => {
  const named = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const args = [
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "-s",
    SCRIPT,
    ...named,
    url,
    ...(requests === undefined ? [] : ["--", requests]),
  ];
  const child = spawn("wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
  const summary = JSON.parse(output.trim().split("\n").at(-1) ?? "") as Summary;
  if (summary.failed > 0) throw new Error(`${url}: ${summary.failed} of ${summary.requests} answers were no success.`);
  if (summary.requests === 0)
    throw new Error(`${url}: no answer in ${seconds} s. The machine is too busy to measure on, or the runs too short.`);
  return { rate: (summary.requests / summary.microseconds) * 1e6, p50: summary.p50 / 1000, p99: summary.p99 / 1000 };
};
