import { readProcessorMs } from "../bench/processor-time.ts";
import { median } from "../bench/statistics.ts";
import type { GreatBody } from "./great-bodies.ts";
import type { Kind } from "./requests.ts";

const ROUNDS = 5;

/** What one request of a kind takes while nobody else asks. */
interface Cost {
  readonly name: string;
  readonly processorMs: number;
  readonly kilobytes: number;
}

/**
 * What each kind takes of a processor by itself, right after a change, when nothing is kept of what it asks for.
 * @param change of the meeting
 * @param pid of the service
 */
export const measureAlone = async (
  kinds: readonly Kind[],
  body: GreatBody,
  choose: (most: number) => number,
  change: () => Promise<void>,
  pid: number,
): Promise<readonly Cost[]> => {
  const costs: Cost[] = [];
  for (const { name, run } of kinds) {
    const [times, octets]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      await change();
      const before = readProcessorMs(pid);
      const answered = await run(body, choose);
      times.push(readProcessorMs(pid) - before);
      octets.push(answered.octets);
    }
    costs.push({ name, processorMs: median(times), kilobytes: median(octets) / 1000 });
  }
  return costs;
};

export const formatCosts = (costs: readonly Cost[]): string =>
  [
    "| one request, after a change | processor, ms | kB |",
    "| --- | --- | --- |",
    ...costs.map(({ name, processorMs, kilobytes }) => `| ${name} | ${processorMs.toFixed(1)} | ${kilobytes.toFixed(1)} |`),
  ].join("\n");
