import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "./chance.ts";
import { deliver, deliveryOf, type Delivery } from "./delivery.ts";
import type { Book } from "./told.ts";

const SEED = JSON.parse(readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8")) as {
  readonly body: Readonly<Record<string, unknown>>;
};
const SLOTS = ["1", "2", "3", "4", "5", "6"];
const DAYS = ["2010-01-27", "2010-01-28", "2010-01-29"];
const ITEMS = ["2", "3", "4", "5", "6"];

/** A meeting is left for the next one after so many events: a log that grows for ever is not what is tried here. */
const EVENTS_OF_MEETING = 300;
const RETRY_AFTER = 20;

export const bodyIds = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `body-${at + 1}`);

export const registration = (body: string): Delivery =>
  deliveryOf(`msg_${body}_registered`, body, "body.registered", { record: { ...SEED.body, id: body } });

export const announcement = (body: string, meeting: string): Delivery =>
  deliveryOf(`msg_${body}_${meeting}_announced`, body, "meeting.announced", {
    meeting,
    record: { ...SEED, id: meeting, body: { ...SEED.body, id: body } },
  });

/** Secretariats that all send at once, each one event after the other, and each until it knows what became of it. */
export interface Senders {
  /** Goes on where it was stopped: what is not known is sent again, under the same id. */
  readonly start: () => void;
  /** Stops after the attempts that are under way. */
  readonly stop: () => Promise<void>;
  /** Sends what is not known until all of it is known. */
  readonly settle: () => Promise<void>;
}

interface Options {
  readonly url: string;
  readonly bodies: readonly string[];
  readonly count: number;
  readonly book: Book;
  readonly chance: Chance;
  /** Told apart from those of another fault. */
  readonly name: string;
}

export const sendersOf = ({ url, bodies, count, book, chance, name }: Options): Senders => {
  const sent = new Map<string, { meeting: number; events: string[] }>();
  const open = new Map<number, Delivery>();
  let serial = 0;
  let stopped = new AbortController();
  let working: readonly Promise<void>[] = [];

  const id = (): string => `msg_${name}_${(serial += 1)}`;
  const changeOf = (earlier: readonly string[]): readonly [string, Readonly<Record<string, unknown>>] => {
    const [slot, item] = [chance.of(SLOTS), chance.of(ITEMS)];
    const time = `${chance.of(DAYS)}T${String(8 + chance.below(11)).padStart(2, "0")}:${chance.of(["00", "15", "30"])}`;
    const at = chance.next();
    if (at < 0.4) return ["slot.rescheduled", { slot, start: time }];
    if (at < 0.6) return ["slot.relocated", { slot, venue: `Room ${chance.below(1000)}` }];
    if (at < 0.7) return ["slot.opened", { slot }];
    if (at < 0.78) return ["item.taken_up", { item, note: "as the chair proposed" }];
    if (at < 0.84) return ["item.concluded", { item }];
    if (at < 0.97 || earlier.length === 0)
      return ["documents.issued", { documents: [{ symbol: `CTOC/COP/WG.4/2010/CRP.${chance.below(100)}`, items: [item] }] }];
    return [at < 0.985 ? "event.withdrawn" : "event.redacted", { event: chance.of(earlier) }];
  };

  const nextDelivery = (): Delivery => {
    const body = chance.of(bodies);
    const known = sent.get(body) ?? { meeting: 0, events: [] };
    sent.set(body, known);
    const isFull = known.meeting === 0 || known.events.length >= EVENTS_OF_MEETING;
    if (isFull) {
      known.meeting += 1;
      known.events = [];
      return announcement(body, `${name}-${known.meeting}`);
    }
    const [type, data] = changeOf(known.events);
    const delivery = deliveryOf(id(), body, type, { meeting: `${name}-${known.meeting}`, ...data });
    known.events.push(delivery.id);
    return delivery;
  };

  const send = async (sender: number): Promise<void> => {
    const delivery = open.get(sender) ?? nextDelivery();
    open.set(sender, delivery);
    const told = await deliver(url, delivery);
    book.write(delivery, told);
    // A meeting that another sender is still announcing is told of as missing: that is an answer too.
    if (told.kind === "unknown") await sleep(RETRY_AFTER);
    else open.delete(sender);
  };

  const work = async (sender: number, { signal }: AbortController): Promise<void> => {
    while (!signal.aborted) await send(sender);
  };

  return {
    start: () => {
      stopped = new AbortController();
      working = Array.from({ length: count }, (_, sender) => work(sender, stopped));
    },
    stop: async () => {
      stopped.abort();
      await Promise.all(working);
    },
    settle: async () => {
      while (open.size > 0) await Promise.all([...open.keys()].map(send));
    },
  };
};
