import { setTimeout as sleep } from "node:timers/promises";
import type { Sender } from "../../../src/cli/send/client.ts";
import type { Desk } from "./desk.ts";
import { formatPage, read } from "../limits/measures.ts";
import { tell, type Measured } from "../limits/meetings.ts";
import { readProcessorMs } from "../processor-time.ts";

/** What a process is asked, as often as it is in one round. */
const REPEATS = {
  "the same feed again": 1000,
  "unchanged (304)": 1000,
  "another sitting's feed": 300,
  "a feed a second later": 5,
  "meeting's feed after a change": 8,
  "page after a change": 8,
  "an event": 40,
  "an event and its withdrawal": 8,
  "an event by a body's key": 40,
  "an event, with its news to ten": 20,
} as const;
type Task = keyof typeof REPEATS;
export const TASKS = Object.keys(REPEATS) as readonly Task[];

const MORE_THAN_A_SECOND = 1100;

const listTasks = (sender: Sender, meeting: Measured, desk: Desk): Record<Task, (at: number) => Promise<unknown>> => {
  const page = formatPage(meeting);
  const feed = `${page}/slots/${meeting.to}.ics`;
  const slots = meeting.record.slots.length;
  let told = 0;
  const change = (by = sender): Promise<string> => {
    told += 1;
    return tell(by, meeting, "slot.relocated", { slot: String(1 + (told % slots)), venue: `Hall ${told}` });
  };
  let etag = "";
  return {
    "the same feed again": () => read(sender, feed),
    "unchanged (304)": async () => {
      const response = await fetch(`${sender.url}${feed}`, { headers: etag === "" ? {} : { "if-none-match": etag } });
      etag = response.headers.get("etag") ?? "";
      await response.arrayBuffer();
    },
    "another sitting's feed": (at) => read(sender, `${page}/slots/${1 + (at % slots)}.ics`),
    "a feed a second later": async () => {
      await sleep(MORE_THAN_A_SECOND);
      await read(sender, `${page}.ics`);
    },
    "meeting's feed after a change": async () => {
      await change();
      await read(sender, `${page}.ics`);
    },
    "page after a change": async () => {
      await change();
      await read(sender, page);
    },
    "an event": () => change(),
    "an event and its withdrawal": async () => tell(sender, meeting, "event.withdrawn", { event: await change() }),
    "an event by a body's key": () => change(desk.sender),
    "an event, with its news to ten": async () => {
      await change();
      await desk.untilNewsCame();
    },
  };
};

/**
 * Milliseconds of a processor for one request of each kind, on a service that has run each of them before.
 * @param pid of the service
 */
export const measureTasks = async (sender: Sender, meeting: Measured, desk: Desk, pid: number): Promise<ReadonlyMap<string, number>> => {
  const tasks = listTasks(sender, meeting, desk);
  const measured = new Map<string, number>();
  for (const task of TASKS) {
    if (task === "an event, with its news to ten") await desk.nameEndpoints();
    await tasks[task](0);
    const before = readProcessorMs(pid);
    for (let at = 1; at <= REPEATS[task]; at += 1) await tasks[task](at);
    measured.set(task, (readProcessorMs(pid) - before) / REPEATS[task]);
  }
  return measured;
};
