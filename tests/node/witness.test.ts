import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildService } from "../../src/cli/service/build.ts";
import { deliver, deliveryOf, type Delivery } from "../faults/delivery.ts";
import { machineWith, type Machine } from "../faults/machine.ts";
import { announcement, registration } from "../faults/senders.ts";
import { newBook, type Book } from "../faults/told.ts";
import { witnessOf, type Verdict, type Witness } from "../faults/witness.ts";

/** The witness of tests/faults says that nothing was lost: here something is, by hand, and it must say so. */

const BODY = "body-1";
const MEETING = "meeting-1";
const changeOf = (id: string, type: string, data: Readonly<Record<string, unknown>>): Delivery =>
  deliveryOf(id, BODY, type, { meeting: MEETING, ...data });
const BEFORE: readonly Delivery[] = [
  registration(BODY),
  announcement(BODY, MEETING),
  changeOf("msg_moved", "slot.rescheduled", { slot: "2", start: "2010-01-28T09:00" }),
  changeOf("msg_placed", "slot.relocated", { slot: "3", venue: "Room 7" }),
];
const LATER = changeOf("msg_later", "slot.relocated", { slot: "4", venue: "Room 8" });

const built = mkdtempSync(join(tmpdir(), "plenary-witness-"));
let machine: Machine;
let book: Book;
let witness: Witness;

const send = async (delivery: Delivery): Promise<void> => {
  const told = await deliver(machine.url, delivery);
  expect(told.kind).toBe("acknowledged");
  book.write(delivery, told);
};

/** Changes the body's tables while no service runs. */
const plant = async (...statements: readonly string[]): Promise<void> => {
  await machine.end("SIGTERM");
  const folder = join(machine.state, "objects/plenary-body");
  const file = readdirSync(folder).find((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite") ?? "";
  const database = new DatabaseSync(join(folder, file));
  for (const statement of statements) database.exec(statement);
  database.close();
  await machine.start();
};

const SOUND = { lost: 0, halfApplied: 0, differing: 0 };

beforeAll(() => buildService(built));
afterAll(() => rmSync(built, { recursive: true }));

beforeEach(async () => {
  machine = await machineWith(built);
  await machine.start();
  book = newBook();
  for (const delivery of BEFORE) await send(delivery);
  witness = witnessOf(machine.url, [BODY], book);
  expect(await witness.check()).toEqual(SOUND);
});
afterEach(() => machine.remove());

describe("the witness of faults", () => {
  it("finds nothing where nothing is wrong", async () => {
    await send(LATER);
    await plant("UPDATE log SET raw = raw");
    expect(await witness.checkAll()).toEqual(SOUND);
  });

  it.each<readonly [string, string, Partial<Verdict>]>([
    // A log that is shorter than the directory knows is served to nobody: what is asked for differs too.
    ["an acknowledged event that is gone", "DELETE FROM log WHERE webhook_id = 'msg_placed'", { lost: 1, halfApplied: 1, differing: 1 }],
    ["one that is gone from the midst of the log", "DELETE FROM log WHERE webhook_id = 'msg_moved'", { lost: 1 }],
    [
      "one whose words were changed",
      "UPDATE log SET raw = CAST(replace(CAST(raw AS TEXT), 'Room 7', 'Room 9') AS BLOB) WHERE webhook_id = 'msg_placed'",
      { lost: 1 },
    ],
    [
      "an entry that was changed",
      "UPDATE ledger SET entry = replace(entry, 'Room 7', 'Room 9') WHERE entry LIKE '%Room 7%'",
      { differing: 1 },
    ],
    ["a sequence that was changed", "UPDATE ledger SET sequence = sequence + 1 WHERE entry LIKE '%Room 7%'", { differing: 1 }],
    ["a snapshot that is not the fold", "UPDATE parts SET part = replace(part, 'Room 7', 'Room 9')", { differing: 1 }],
    [
      "a snapshot at another version",
      "UPDATE meetings SET snapshot = json_set(snapshot, '$.version', 2)",
      { halfApplied: 1, differing: 1 },
    ],
  ])("counts %s", async (_, statement, counts) => {
    await plant(statement);
    expect(await witness.checkAll()).toEqual({ ...SOUND, ...counts });
  });

  it("counts an acknowledged event that is gone before it was looked for", async () => {
    await send(LATER);
    await plant("DELETE FROM log WHERE webhook_id = 'msg_later'", "UPDATE meetings SET machine = 0");
    // Whether it is served depends on whether the directory had been told of it by then.
    expect(await witness.check()).toMatchObject({ lost: 1 });
  });

  it.each<readonly [string, readonly string[], Partial<Verdict>]>([
    ["not of the ledger", ["ledger"], { differing: 1 }],
    ["not of its snapshot", ["meetings", "parts"], { halfApplied: 1, differing: 1 }],
    ["neither", ["ledger", "meetings", "parts"], { halfApplied: 1, differing: 1 }],
  ])("counts an event that is of the log, but %s", async (_, tables, counts) => {
    await plant(...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`));
    await send(LATER);
    await plant(...tables.flatMap((table) => [`DELETE FROM ${table}`, `INSERT INTO ${table} SELECT * FROM kept_${table}`]));
    expect(await witness.check()).toEqual({ ...SOUND, ...counts });
  });
});
