import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { readRecords } from "../../src/cli/service/read-records.ts";
import { chooseOpening, createRehearsal } from "../../src/cli/service/rehearsal.ts";
import { listEventsSoFar } from "../../src/cli/service/rehearsed-events.ts";

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");

describe("a rehearsal", () => {
  it.each([
    ["Monday", "2026-11-23", "2026-11-23"],
    ["Tuesday", "2026-11-24", "2026-11-23"],
    ["Wednesday", "2026-11-25", "2026-11-24"],
    ["Thursday", "2026-11-26", "2026-11-25"],
    ["Friday", "2026-11-27", "2026-11-25"],
    ["Saturday", "2026-11-28", "2026-11-27"],
    ["Sunday", "2026-11-29", "2026-11-27"],
  ])("of three days is under way on %s, and stays in its week", (_, today, opensOn) => {
    expect(chooseOpening(today, 3)).toBe(opensOn);
  });

  it("is of the meeting that ships, whatever was imported beside it", () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-records-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const imported = { ...RECORD, body: { ...RECORD.body, id: "budget" } };
    writeFileSync(join(folder, "budget-2030.json"), JSON.stringify(imported));
    writeFileSync(join(folder, "ctoc-cop-wg4-2010.json"), JSON.stringify(RECORD));
    expect(readRecords(folder)).toEqual([RECORD, imported]);
  });

  it("longer than its week is under way on every day of it", () => {
    for (const today of ["2026-11-23", "2026-11-27", "2026-11-29"]) expect(chooseOpening(today, 10)).toBe("2026-11-23");
  });

  it("keeps the hours of its place where the clocks have changed, and no item's title is marked", () => {
    const summer = createRehearsal(RECORD, "2026-07-01");
    expect(summer.slots[0]?.start).toBe("2026-07-01T10:00");
    expect(listEventsSoFar(summer, Date.parse("2026-07-01T08:00:00Z"))[0]).toMatchObject({
      type: "meeting.opened",
      timestamp: "2026-07-01T08:00:00.000Z",
    });
    expect(summer.agenda).toEqual(RECORD.agenda);
  });

  it("tells what has happened by now, and nothing that is to come", () => {
    const rehearsal = createRehearsal(RECORD, "2026-11-25");
    const tellAt = (time: string) =>
      listEventsSoFar(rehearsal, Date.parse(time)).map(({ type, data }) => [type, data["slot"] ?? data["item"]]);
    expect(tellAt("2026-11-25T08:59:00Z")).toEqual([]);
    expect(tellAt("2026-11-25T11:00:00Z")).toEqual([
      ["meeting.opened", undefined],
      ["slot.opened", "1"],
      ["item.taken_up", "1(a)"],
      ["item.concluded", "1(a)"],
      ["item.taken_up", "1(b)"],
      ["agenda.adopted", undefined],
      ["item.concluded", "1(b)"],
      ["item.taken_up", "2"],
    ]);
    expect(tellAt("2026-11-26T12:00:00Z").at(-2)).toEqual(["item.left_open", "4"]);
    expect(tellAt("2026-11-26T12:00:00Z").at(-1)).toEqual(["slot.adjourned", "3"]);
  });
});
