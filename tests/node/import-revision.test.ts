import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { startTestService, type Service } from "./service.ts";

/** A document laid over what a service has, by the command line, at the door of the real service. */

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const TEXT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");
/** Before the sittings of the second morning end. */
const BEFORE = "2010-01-28T09:30:00Z";
const folder = mkdtempSync(join(tmpdir(), "plenary-revise-"));
let service: Service;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A meeting of its own for each story, with what was reported of it. */
const announceAs = async (id: string, ...happenings: readonly Parameters<Service["report"]>[1][]): Promise<MeetingRecord> => {
  const record = { ...SHIPPED, id };
  await service.announce(record);
  for (const happening of happenings) await service.report(record, happening);
  return record;
};

const revise = (id: string, text: string | readonly string[], ...options: readonly string[]): Promise<Ran> => {
  const file = join(folder, `${id}.txt`);
  writeFileSync(file, typeof text === "string" ? text : text.join("\n\n"));
  const about = ["--set", `body.id=${SHIPPED.body.id}`, "--set", `id=${id}`, "--url", service.url];
  const child = spawn("node", ["src/cli/plenary.ts", "import", file, ...about, "--revise", "--at", BEFORE, ...options], {
    env: { ...process.env, PLENARY_KEY: service.secret },
  });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk.toString()));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, ...printed })));
};

interface Served {
  readonly version: number;
  readonly record: MeetingRecord;
  readonly programme: MeetingRecord["slots"];
  readonly slots: Readonly<Record<string, string>>;
}

const read = async (id: string): Promise<Served> => (await (await service.get(`/${SHIPPED.body.id}/${id}.json`)).json()) as Served;

const readSlot = async (id: string, number: string) => (await read(id)).programme.find((slot) => slot.number === number);

beforeAll(async () => {
  service = await startTestService();
  await service.register(SHIPPED.body);
}, 60_000);
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const MOVED = { type: "slot.rescheduled", slot: "3", start: "2010-01-28T11:00", end: "2010-01-28T14:00" };
const whole = (symbol: string): string => TEXT.replace("Distr.: General", `${symbol}\n\nDistr.: General`);
const CORRIGENDUM = ["CTOC/COP/WG.4/2010/1/Corr.1", "Corrigendum", "Thursday, 28 January", "For 10 a.m.-1 p.m. read 9 a.m.-noon"];

describe("import --revise --url", () => {
  it("shows what would change, and sends nothing unless it is asked to", async () => {
    await announceAs("shown");
    const { status, stdout } = await revise("shown", CORRIGENDUM);
    expect(status).toBe(0);
    expect(stdout).toContain("It changes (1)");
    expect((await read("shown")).version).toBe(1);
    expect((await revise("shown", CORRIGENDUM, "--send")).status).toBe(0);
    expect(await readSlot("shown", "3")).toMatchObject({ start: "2010-01-28T09:00", end: "2010-01-28T12:00" });
    expect((await read("shown")).version).toBe(2);
  });

  it("undoes nothing that was reported by a corrigendum of one word, though it is the whole text", async () => {
    await announceAs(
      "composed",
      MOVED,
      { type: "slot.cancelled", slot: "5" },
      { type: "slot.relocated", slot: "6", venue: "Board Room D" },
      { type: "slot.added", slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: ["7"] },
    );
    const text = whole("CTOC/COP/WG.4/2010/1/Corr.1").replaceAll("Other matters", "Any other matters");
    const { status, stdout } = await revise("composed", text, "--send");
    expect(status).toBe(0);
    expect(stdout).toContain("Reported since, and kept");
    const { slots, programme, record } = await read("composed");
    expect(slots).toMatchObject({ 5: "cancelled", 7: "scheduled" });
    expect(programme.find(({ number }) => number === "3")?.start).toBe("2010-01-28T11:00");
    expect(programme.find(({ number }) => number === "6")?.venue).toBe("Board Room D");
    expect(record.agenda.items.find(({ number }) => number === "7")?.title).toBe("Any other matters");
  });

  it("takes nothing away by an Order of the Day but what it lacks of its day", async () => {
    await announceAs("day");
    const text = ["Order of the Day", "Thursday, 28 January 2010", "10 a.m.-1 p.m.\nItem 4: Demand", "3-6 p.m.\nItem 4 (continued)"];
    expect((await revise("day", text, "--send")).status).toBe(0);
    const { programme } = await read("day");
    expect(programme.map(({ number, items }) => `${number}: ${items.join(" ")}`)).toEqual([
      "1: 1(a) 1(b) 2",
      "2: 3",
      "3: 4",
      "4: 4",
      "5: 5",
      "6: 6 7 8",
    ]);
  });

  it("adds by an Add. what it adds", async () => {
    await announceAs("added");
    const text = ["CTOC/COP/WG.4/2010/1/Add.1", "Provisional agenda", "9. Date and place of the next meeting."];
    expect((await revise("added", text, "--send")).status).toBe(0);
    const { programme, record } = await read("added");
    expect(programme).toHaveLength(6);
    expect(record.agenda.items.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  });

  it("asks where both say otherwise than before, and takes an answer", async () => {
    await announceAs("conflict", MOVED);
    const asked = await revise("conflict", CORRIGENDUM, "--send");
    expect(asked.status).toBe(1);
    expect(asked.stderr).toContain("You decide (1)");
    expect(asked.stderr).toContain("--decide slots.3.time=keep");
    expect((await read("conflict")).version).toBe(2);
    expect((await revise("conflict", CORRIGENDUM, "--send", "--conflicts", "keep")).status).toBe(0);
    expect((await readSlot("conflict", "3"))?.start).toBe("2010-01-28T11:00");
  });

  it("takes what the sender decides, field by field", async () => {
    await announceAs("decided", MOVED);
    expect((await revise("decided", CORRIGENDUM, "--send", "--decide", "slots.3.time=take")).status).toBe(0);
    expect((await readSlot("decided", "3"))?.start).toBe("2010-01-28T09:00");
  });

  it("states all anew where it is told to", async () => {
    await announceAs("anew", { type: "slot.cancelled", slot: "5" });
    const { status, stdout } = await revise("anew", whole("CTOC/COP/WG.4/2010/1/Rev.1"), "--send", "--replace");
    expect([status, stdout.includes("Reported, and dropped")]).toEqual([0, true]);
    expect((await read("anew")).slots["5"]).toBe("scheduled");
  });

  it("gives a sitting of its own another number than that of one which an event added", async () => {
    await announceAs("numbered", { type: "slot.added", slot: "7", start: "2010-01-29T18:30", end: "2010-01-29T19:00", items: ["8"] });
    const text = whole("CTOC/COP/WG.4/2010/1/Rev.1").replace(
      "\t8\tAdoption of the report",
      "\t8\tAdoption of the report\n7.30-8 p.m.\t7\tOther matters",
    );
    expect((await revise("numbered", text, "--send")).status).toBe(0);
    const { programme } = await read("numbered");
    expect(
      programme
        .map(({ number, start }) => `${number} ${start}`)
        .slice(-2)
        .toSorted(),
    ).toEqual(["7 2010-01-29T18:30", "8 2010-01-29T19:30"]);
  });

  it("says what is so already", async () => {
    await announceAs("same");
    const { status, stdout } = await revise("same", TEXT, "--set", "symbol=CTOC/COP/WG.4/2010/1", "--send");
    expect(status).toBe(0);
    expect(stdout).toContain("unchanged: that was so already");
  });

  it("brings the publisher of a body into its meeting, and changes nothing else", async () => {
    await announceAs("published", MOVED);
    await service.register({ ...SHIPPED.body, publisher: "The Secretariat" });
    const about = ["--set", "symbol=CTOC/COP/WG.4/2010/1", "--set", "body.publisher=The Secretariat"];
    expect((await revise("published", TEXT, ...about, "--send")).status).toBe(0);
    const { record } = await read("published");
    expect(record.body.publisher).toBe("The Secretariat");
    expect((await readSlot("published", "3"))?.start).toBe("2010-01-28T11:00");
    await service.register(SHIPPED.body);
  });

  it("says that a meeting must be announced first", async () => {
    const { status, stderr } = await revise("unknown", TEXT, "--send");
    expect([status, stderr.includes("announce it first")]).toEqual([1, true]);
  });
});
