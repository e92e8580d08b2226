import type { Sender } from "../../../src/cli/send/client.ts";
import { sendEvent } from "../../../src/cli/send/client.ts";
import { createWebhookId } from "../../../src/standard-webhooks/client.ts";
import { tell, type Measured } from "./meetings.ts";

/** What is noted of a meeting in a round, in milliseconds. */
export type Note = (what: string, value: number) => void;

export const timeMs = async (task: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await task();
  return performance.now() - began;
};

export const read = async ({ url }: Sender, path: string): Promise<number> => {
  const response = await fetch(`${url}${path}`);
  const octets = (await response.arrayBuffer()).byteLength;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return octets;
};

export const formatPage = ({ record }: Measured): string => `/${record.body.id}/${record.id}`;

const measureTransitions = async (sender: Sender, measured: Measured, note: Note): Promise<void> => {
  const { item, from, to } = measured;
  const time = (type: string, data: object) => timeMs(() => tell(sender, measured, type, data));
  note("transition: moved", await time("item.moved", { item, from, to }));
  await time("item.moved", { item, from: to, to: from });
  note("transition: cancelled", await time("slot.cancelled", { slot: to }));
  await time("slot.reinstated", { slot: to });
  note("transition: taken up", await time("item.taken_up", { item }));
  await time("item.left_open", { item });
};

/** A record that says one thing otherwise, beside the same that is refused after it was read, verified and parsed. */
const measureRevision = async (sender: Sender, measured: Measured, round: number, note: Note): Promise<void> => {
  const { record } = measured;
  const [first, ...others] = record.slots;
  const revised = { ...record, slots: [{ ...first, venue: `Board Room ${round}` }, ...others] };
  const send = async (more: object): Promise<boolean> => {
    const data = { body: record.body.id, meeting: record.id, record: revised, ...more };
    const event = { type: "agenda.revised", timestamp: new Date().toISOString(), data };
    return (await sendEvent(sender, record.body.id, createWebhookId(), event, Date.now())).ok;
  };
  const parsed = await timeMs(async () => {
    if (await send({ expectedVersion: 0 })) throw new Error("A revision of no version was taken.");
  });
  const whole = await timeMs(async () => {
    if (!(await send({ conflicts: "keep" }))) throw new Error("A revision was refused.");
  });
  note("revision of one slot, beyond its parsing", Math.max(0.1, whole - parsed));
};

/** The longest that a sitting's feed takes while something is done. */
const watchFeed = async (sender: Sender, measured: Measured, task: () => Promise<unknown>): Promise<readonly [number, number]> => {
  const done = new AbortController();
  let longest = 0;
  const watch = async (): Promise<void> => {
    for (let at = 0; !done.signal.aborted; at += 1)
      longest = Math.max(
        longest,
        await timeMs(() => read(sender, `${formatPage(measured)}/slots/${1 + (at % measured.record.slots.length)}.ics`)),
      );
  };
  const watched = watch();
  const took = await timeMs(task);
  done.abort();
  await watched;
  return [took, longest];
};

/** What is withdrawn at once, and what comes late, each while a feed is asked for. */
const measureLookingBack = async (sender: Sender, measured: Measured, note: Note): Promise<void> => {
  for (const type of ["meeting.opened", "agenda.adopted"]) {
    let id = "";
    note(`lifecycle: ${type}`, await timeMs(async () => (id = await tell(sender, measured, type))));
    const [took, longest] = await watchFeed(sender, measured, () => tell(sender, measured, "event.withdrawn", { event: id }));
    note("withdrawal", took);
    note("longest slot feed meanwhile", longest);
  }
  const data = { slot: measured.from, venue: "Too late" };
  const [took, longest] = await watchFeed(sender, measured, () => tell(sender, measured, "slot.relocated", data, "2015-01-01T00:00:00Z"));
  note("late fact", took);
  note("longest slot feed meanwhile", longest);
};

const measureFeeds = async (sender: Sender, measured: Measured, round: number, note: Note): Promise<void> => {
  const page = formatPage(measured);
  const change = () => tell(sender, measured, "slot.relocated", { slot: measured.to, venue: `Hall ${round}.${(changes += 1)}` });
  const [, day = ""] = /^(.{10})/.exec(measured.record.slots[0]?.start ?? "") ?? [];
  const paths = {
    "slot feed after a change": `/slots/${measured.to}.ics`,
    "day's feed after a change": `/${day}.ics`,
    "item's feed after a change": `/items/${measured.item}.ics`,
    "meeting's feed after a change": ".ics",
    "page after a change": "",
    "JSON after a change": ".json",
  };
  for (const [what, path] of Object.entries(paths)) {
    // Somebody follows it: what an adoption changed of all entries was read before.
    await read(sender, `${page}${path}`);
    await change();
    note(what, await timeMs(() => read(sender, `${page}${path}`)));
  }
};
let changes = 0;

/** All that is measured of a meeting in one round on a service that is warm. */
export const measureRound = async (sender: Sender, measured: Measured, round: number, note: Note): Promise<void> => {
  await measureTransitions(sender, measured, note);
  await measureRevision(sender, measured, round, note);
  await measureFeeds(sender, measured, round, note);
  await measureLookingBack(sender, measured, note);
};
