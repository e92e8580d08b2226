import { quantile } from "../bench/statistics.ts";
import type { Chance } from "../faults/chance.ts";
import { deliver, deliveryOf } from "../faults/delivery.ts";
import { machineWith } from "../faults/machine.ts";
import { announcement, registration } from "../faults/senders.ts";
import { readClock, startReceivers } from "./receivers.ts";

/** What a write costs, in milliseconds, where news of it goes to so many endpoints. */
export interface WriteCost {
  readonly endpoints: number;
  readonly p50: number;
  readonly p99: number;
}

const COUNTS = [0, 1, 50];

/** Writes one after the other, in turn to bodies that have no endpoint, one, and as many as they may. */
export const measureWrites = async (built: string, chance: Chance, rounds: number): Promise<readonly WriteCost[]> => {
  const machine = await machineWith(built, "loopback");
  const receivers = await startReceivers(chance);
  try {
    await machine.start();
    const write = async (id: string, body: string, type: string, data: Readonly<Record<string, unknown>>): Promise<number> => {
      const began = readClock();
      const told = await deliver(machine.url, deliveryOf(id, body, type, data));
      if (told.kind !== "acknowledged") throw new Error(`${type} of ${body} was not taken: ${JSON.stringify(told)}`);
      return readClock() - began;
    };
    for (const count of COUNTS) {
      const body = `with-${count}`;
      for (const delivery of [registration(body), announcement(body, "2010")]) await deliver(machine.url, delivery);
      for (let number = 1; number <= count; number += 1)
        await write(`msg_${body}_${number}`, body, "endpoint.added", { endpoint: { name: `mirror-${number}`, url: receivers.bare } });
    }
    const times = new Map(COUNTS.map((count) => [count, new Array<number>()]));
    for (let round = 0; round < rounds; round += 1)
      for (const [count, taken] of times) {
        const slot = { meeting: "2010", slot: "2", venue: `Room ${round}` };
        taken.push(await write(`msg_${count}_${round}`, `with-${count}`, "slot.relocated", slot));
      }
    return [...times].map(([endpoints, taken]) => ({ endpoints, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) }));
  } finally {
    receivers.stop();
    await machine.remove();
  }
};
