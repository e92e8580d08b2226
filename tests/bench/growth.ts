import { spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { announce, readRecordFile } from "../../src/cli/send/announce.ts";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { addDays } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { findFreePort } from "../node/processes.ts";
import { KEY, paperIssued, post } from "./secretariat.ts";
import { estimate, ratios } from "./statistics.ts";
import { seeded } from "../support/chance.ts";
import { readResidentMiB } from "./resident-memory.ts";
import { end } from "./workers.ts";

/**
 * Measures what grows with what exists, and what does not: `npm run bench:growth -- [--rounds N] [--scale S] [--bodies N]`, on bare
 * workerd. A scale of 0.01 makes everything a hundredth as large, takes a minute, and shows that all of it works.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "9" },
    scale: { type: "string", default: "1" },
    bodies: { type: "string", default: "10000" },
    out: { type: "string", default: "tests/bench/GROWTH.md" },
  },
});
const [rounds, scale] = [Number(values.rounds), Number(values.scale)];
if (!(rounds > 0 && scale > 0)) throw new Error("--rounds and --scale are numbers above 0.");
const scaled = (count: number): number => Math.max(2, Math.round(count * scale));

const MEETINGS = scaled(1000);
const SLOTS = scaled(1000);
const EVENTS = scaled(9900);
const BODIES = Number(values.bodies);
const MORE = scaled(100);
const AT_ONCE = 32;

const SUBJECTS = {
  one: "one meeting of 20 slots",
  many: `${MEETINGS} meetings of 20 slots`,
  sittings: `one meeting of ${SLOTS} slots`,
  long: `one meeting of 20 slots, ${EVENTS} events`,
} as const;
type Subject = keyof typeof SUBJECTS;
const NAMES = Object.keys(SUBJECTS) as readonly Subject[];

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ITEMS = ["2", "3", "4", "5", "6", "7"];

/** A meeting with as many slots, two a day. */
const meetingOf = (body: string, id: string, slots: number): MeetingRecord => ({
  ...SHIPPED,
  body: { ...SHIPPED.body, id: body },
  id,
  closesOn: addDays(SHIPPED.opensOn, Math.ceil(slots / 4)),
  slots: Array.from({ length: slots }, (_, at) => {
    const date = addDays(SHIPPED.opensOn, Math.floor(at / 4));
    const hour = 9 + 2 * (at % 4);
    const time = (minutes: number): string => `${date}T${String(hour + minutes).padStart(2, "0")}:00`;
    return { number: String(at + 1), start: time(0), end: time(1), items: [ITEMS[at % ITEMS.length] ?? "2"] };
  }),
});

const work = mkdtempSync(join(tmpdir(), "plenary-growth-"));
const port = await findFreePort();
const url = `http://127.0.0.1:${port}`;
let service: ChildProcess | undefined;

const launch = async (state: string): Promise<void> => {
  service = await startService({ port, state, publicOrigin: "https://calendar.example.org", operatorKey: KEY });
};
/** Code is compiled when it first runs: that is not what is measured. */
const warm = async (): Promise<void> => {
  for (const path of ["/warm-up/2010.ics", "/warm-up.ics", "/warm-up/2010.json"]) await (await fetch(`${url}${path}`)).arrayBuffer();
};
const stop = async (): Promise<void> => {
  if (service) await end(service);
};
const restart = async (): Promise<void> => {
  await stop();
  await launch(work);
  await warm();
};

const announceTo = async (body: string, slots: number): Promise<void> => {
  const sent = await announce({ url, secret: KEY }, meetingOf(body, "2010", slots), Date.now(), false);
  if (!sent.ok) throw new Error(`${body}: ${sent.error.detail}`);
};

const announceAnother = async (body: string, id: string): Promise<void> => {
  const event = {
    type: "meeting.announced",
    timestamp: "2009-12-10T09:00:00Z",
    data: { body, meeting: id, record: meetingOf(body, id, 20) },
  };
  const sent = await sendEvent({ url, secret: KEY }, body, `announced-${id}`, event, Date.now());
  if (!sent.ok) throw new Error(`${body}/${id}: ${sent.error.detail}`);
};

const inParallel = async (count: number, task: (at: number) => Promise<void>): Promise<void> => {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      await task(next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await task();
  return performance.now() - began;
};
const read = async (path: string): Promise<void> => {
  const response = await fetch(`${url}${path}`);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
};
let papers = 0;
const transition = async (body: string): Promise<number> => {
  papers += 1;
  const paper = await paperIssued(body, `Paper ${String(papers).padStart(6, "0")}`);
  return timed(() => post(url, paper));
};

const residentMiB = (): number => readResidentMiB(service?.pid ?? 0);

const measured = new Map<string, Map<Subject, number[]>>();
const note = (what: string, subject: Subject, value: number): void => {
  const row = measured.get(what) ?? new Map<Subject, number[]>();
  measured.set(what, row.set(subject, [...(row.get(subject) ?? []), value]));
};
const inTurn = (round: number): readonly Subject[] => NAMES.map((_, at) => NAMES[(at + round) % NAMES.length] ?? "one");

const COLD = "first read of a cold object, its feed rendered, ms";
const REFOLD = "the same after a change of the machine's version, ms";
const MEMORY = "memory that this read took, MiB";
const EVENT = "transition, ms";
const AFTER = "read of the feed after a transition, ms";
const HOT = "read of the feed, ms";
const BODY_AFTER = "the body's feed after a transition, ms";
const BODY_HOT = "the body's feed, ms";
const PAGE = "the body's page, ms";

const measureCold = async (what: string, subject: Subject): Promise<void> => {
  await restart();
  const before = residentMiB();
  note(what, subject, await timed(() => read(`/${subject}/2010.ics`)));
  if (what === COLD) note(MEMORY, subject, residentMiB() - before);
};

const measureWarm = async (subject: Subject): Promise<void> => {
  await transition(subject);
  note(EVENT, subject, await transition(subject));
  note(AFTER, subject, await timed(() => read(`/${subject}/2010.ics`)));
  note(HOT, subject, await timed(() => read(`/${subject}/2010.ics`)));
  note(BODY_AFTER, subject, await timed(() => read(`/${subject}.ics`)));
  note(BODY_HOT, subject, await timed(() => read(`/${subject}.ics`)));
  note(PAGE, subject, await timed(() => read(`/${subject}`)));
};

/** As a release with another machine finds the tables. */
const forgetMachine = (): void => {
  const folder = join(work, "objects/plenary-body");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")) {
    const database = new DatabaseSync(join(folder, file));
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meetings'").get()) database.exec("UPDATE meetings SET machine = 0");
    database.close();
  }
};

/**
 * Makes bodies in memory, and then brings them to the disk: there, a new object waits for thirteen syncs, and all others with it, as
 * workerd has one thread. A busy disk made four bodies a second of that.
 */
const makeBodies = async (): Promise<void> => {
  const nursery = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "plenary-growth-"));
  try {
    await stop();
    cpSync(work, nursery, { recursive: true });
    await launch(nursery);
    await inParallel(BODIES, (at) => announceTo(`body-${at}`, 20));
    await stop();
    // Not over what is there: a write-ahead log of before would be taken for that of the new file.
    rmSync(join(work, "objects"), { recursive: true });
    cpSync(join(nursery, "objects"), join(work, "objects"), { recursive: true });
  } finally {
    await stop();
    rmSync(nursery, { recursive: true, force: true });
  }
  // Else the first transitions that are measured would wait for all of this to be written.
  spawnSync("sync");
};

const random = seeded(7);
const shown = (list: readonly number[]): string => {
  const { median, low, high } = estimate(list, random);
  return `${median.toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`;
};
const ratioOf = (what: string, subject: Subject): string => {
  const row = measured.get(what);
  const { median, low, high } = estimate(ratios(row?.get(subject) ?? [], row?.get("one") ?? []), random);
  return `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
};

/** What the service takes without more bodies, and with them. */
const services = new Map<string, (number | undefined)[]>();

const table = (): string =>
  [
    "# Growth",
    "",
    `\`npm run bench:growth -- --rounds ${rounds} --scale ${scale} --bodies ${BODIES}\`, bare workerd on ${cpus().length} cores (${cpus()[0]?.model ?? "?"}). Medians of ${rounds} alternating rounds, with 95 % intervals; beside them, ratios to the body with ${SUBJECTS.one}, round by round.`,
    "",
    `| | ${NAMES.map((name) => SUBJECTS[name]).join(" | ")} |`,
    `| --- | ${NAMES.map(() => "---").join(" | ")} |`,
    ...[...measured].map(
      ([what, row]) =>
        `| ${what} | ${NAMES.map((name) => `${shown(row.get(name) ?? [])}${name === "one" || what === MEMORY ? "" : ` × ${ratioOf(what, name)}`}`).join(" | ")} |`,
    ),
    "",
    `| | without more bodies | with ${BODIES} more |`,
    "| --- | --- | --- |",
    ...[...services].map(([what, found]) => `| ${what} | ${found.map((value) => value?.toFixed(1) ?? "").join(" | ")} |`),
    "",
  ].join("\n");

try {
  buildService(work);
  await restart();
  for (const body of ["warm-up", ...NAMES]) await announceTo(body, body === "sittings" ? SLOTS : 20);
  await inParallel(MEETINGS - 1, (at) => announceAnother("many", `m-${at}`));
  await inParallel(EVENTS, async (at) => post(url, await paperIssued("long", `Paper ${String(at).padStart(6, "0")}`)));
  for (let round = 0; round < rounds; round += 1) for (const subject of inTurn(round)) await measureCold(COLD, subject);
  await restart();
  for (const subject of NAMES) await measureWarm(subject);
  for (const what of [EVENT, AFTER, HOT, BODY_AFTER, BODY_HOT, PAGE]) measured.delete(what);
  for (let round = 0; round < 3 * rounds; round += 1) for (const subject of inTurn(round)) await measureWarm(subject);
  for (let round = 0; round < rounds; round += 1)
    for (const subject of inTurn(round)) {
      await stop();
      forgetMachine();
      await measureCold(REFOLD, subject);
    }
  const say = async (bodies: number): Promise<void> => {
    const add = (what: string, value: number): void => void services.set(what, [...(services.get(what) ?? []), value]);
    const often = async (what: string, task: () => Promise<number>): Promise<void> => {
      const found: number[] = [];
      for (let round = 0; round < rounds; round += 1) found.push(await task());
      add(what, estimate(found, random).median);
    };
    const feed = "/one/2010.ics";
    await stop();
    add("start until it answers, ms", await timed(() => launch(work)));
    await warm();
    add("memory then, MiB", residentMiB());
    add("first read of a cold object, its feed rendered, ms", await timed(() => read(feed)));
    for (const path of ["/healthz", "/"]) add(`${path}, first, ms`, await timed(() => read(path)));
    await often("/healthz, ms", async () => {
      // What was found is told for fifteen seconds, however many ask.
      await sleep(15_100);
      return timed(() => read("/healthz"));
    });
    await often("/, ms", () => timed(() => read("/")));
    await often("transition, ms", () => transition("one"));
    await often("read of the feed after a transition, ms", async () => {
      await transition("one");
      return timed(() => read(feed));
    });
    await often("read of the feed, ms", () => timed(() => read(feed)));
    const more = await timed(() => inParallel(MORE, (at) => announceTo(`more-${bodies}-${at}`, 20)));
    add(`registration and announcement of each of ${MORE} more, ${AT_ONCE} at once, ms`, more / MORE);
    add("memory after all that, MiB", residentMiB());
  };
  await say(0);
  writeFileSync(values.out, table());
  await makeBodies();
  await say(BODIES);
  const all = await timed(() => inParallel(BODIES, (at) => read(`/body-${at}/2010.ics`)));
  services.set(`read of the feed of each, ${AT_ONCE} at once, ms`, [undefined, all / BODIES]);
  services.set("memory after that, MiB", [undefined, residentMiB()]);
  const text = table();
  writeFileSync(values.out, text);
  console.log(text);
} finally {
  await stop();
  rmSync(work, { recursive: true, force: true });
}
