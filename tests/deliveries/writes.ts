import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { estimate, quantile, ratios } from "../bench/statistics.ts";
import { chanceOf } from "../faults/chance.ts";
import { deliver, deliveryOf } from "../faults/delivery.ts";
import { machineWith } from "../faults/machine.ts";
import { announcement, registration } from "../faults/senders.ts";
import { formatMilliseconds } from "./latency.ts";
import { readClock, startReceivers } from "./receivers.ts";

/**
 * What a write costs where news of it goes to no endpoint, to one, and to as many as there may be: `npm run bench:writes -- [--rounds N]`.
 * The same service has a body of each kind, to which it is written in turn, one event after the other; rounds are compared with each other.
 */

const { values } = parseArgs({ options: { rounds: { type: "string", default: "60" } } });
const rounds = Number(values.rounds);

const COUNTS = [0, 1, 50];
/** Writes to one body before it is the next one's turn: the first of them may find nothing in memory. */
const WRITES = 8;

const chance = chanceOf(20261129);
const folder = mkdtempSync(join(tmpdir(), "plenary-writes-"));
buildService(folder);
const machine = await machineWith(folder, "loopback");
const receivers = await startReceivers(chance);

const write = async (body: string, id: string, type: string, data: object): Promise<number> => {
  const began = readClock();
  const told = await deliver(machine.url, deliveryOf(id, body, type, { ...data }));
  if (told.kind !== "acknowledged") throw new Error(`${type} of ${body} was not taken: ${JSON.stringify(told)}`);
  return readClock() - began;
};

try {
  await machine.start();
  for (const count of COUNTS) {
    const body = `with-${count}`;
    for (const delivery of [registration(body), announcement(body, "2010")]) await deliver(machine.url, delivery);
    for (let number = 1; number <= count; number += 1)
      await write(body, `msg_${body}_${number}`, "endpoint.added", {
        endpoint: { name: `mirror-${number}`, url: receivers.addressOf(body, `mirror-${number}`) },
      });
  }
  const times = new Map(COUNTS.map((count) => [count, new Array<number>()]));
  const medians = new Map(COUNTS.map((count) => [count, new Array<number>()]));
  for (let round = 0; round <= rounds; round += 1)
    for (const count of COUNTS.toSorted(() => chance.next() - 0.5)) {
      const taken: number[] = [];
      for (let number = 0; number < WRITES; number += 1)
        taken.push(
          await write(`with-${count}`, `msg_${count}_${round}_${number}`, "slot.relocated", {
            meeting: "2010",
            slot: "2",
            venue: `Room ${round} ${number}`,
          }),
        );
      // The first round is for the service to warm up.
      if (round === 0) continue;
      times.get(count)?.push(...taken);
      medians.get(count)?.push(quantile(taken, 0.5));
    }
  console.log(`| endpoints | writes | milliseconds of a write: p50 | p99 | beside none (median of ${rounds} rounds, 95 % interval) |
| --- | --- | --- | --- | --- |`);
  for (const [count, taken] of times) {
    const { median, low, high } = estimate(ratios(medians.get(count) ?? [], medians.get(0) ?? []), chance.next);
    const beside = count === 0 ? "1" : `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
    console.log(
      `| ${count} | ${taken.length} | ${formatMilliseconds(quantile(taken, 0.5))} | ${formatMilliseconds(quantile(taken, 0.99))} | ${beside} |`,
    );
  }
} finally {
  receivers.stop();
  await machine.remove();
  rmSync(folder, { recursive: true });
}
