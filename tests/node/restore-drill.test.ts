import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { backUp } from "../../src/cli/operations/backup.ts";
import { buildService } from "../../src/cli/service/build.ts";
import { computeExitStatus } from "../../src/cli/operations/finding.ts";
import { restoreDrill } from "../../src/cli/operations/restore-drill.ts";
import { run } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

/** Backups of the real service, restored: whole ones, and some that were damaged. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const STORY = "tests/stories/real-day.jsonl";
const work = mkdtempSync(join(tmpdir(), "plenary-restore-"));
const backups = join(work, "backups");
const now = Date.now();
let service: Service;
let whole = "";

/** The database of the one body that is in a backup. */
const bodyFile = (folder: string): string => {
  const objects = join(folder, "objects/plenary-body");
  return join(objects, readdirSync(objects).find((file) => file !== "metadata.sqlite") ?? "");
};

const directoryFile = (folder: string): string => {
  const objects = join(folder, "objects/plenary-directory");
  return join(objects, readdirSync(objects).find((file) => file !== "metadata.sqlite") ?? "");
};

/** A folder of backups with the whole one in it, to be damaged. */
const copied = (): { readonly backups: string; readonly folder: string } => {
  const damaged = mkdtempSync(join(work, "damaged-"));
  const folder = join(damaged, basename(whole));
  cpSync(whole, folder, { recursive: true });
  return { backups: damaged, folder };
};

const sql =
  (file: (folder: string) => string, words: string) =>
  (folder: string): void => {
    const database = new DatabaseSync(file(folder));
    database.exec(words);
    database.close();
  };

beforeAll(async () => {
  buildService();
  service = await startTestService();
  await service.register(RECORD.body);
  await service.announce(RECORD);
  // Rows of its calendar come into being in another order than that in which the store gives them.
  const about = ["--body", RECORD.body.id, "--meeting", RECORD.id, "--url", service.url];
  expect(await run(["send-all", STORY, ...about], { PLENARY_KEY: service.secret }).finished).toMatchObject({ status: 0 });
  whole = (await backUp(service.state, backups, new Date(now - 3_600_000))).folder;
});

afterAll(async () => {
  await service.stop();
  rmSync(work, { recursive: true });
});

describe("npm run plenary -- backup", () => {
  it("leaves what it copies to its owner alone, whatever mask it is run with", async () => {
    const own = join(work, "by-hand");
    const before = process.umask(0o022);
    const { status } = await run(["backup", "--state", service.state, "--backups", own]).finished;
    process.umask(before);
    expect(status).toBe(0);
    const made = readdirSync(own, { recursive: true, encoding: "utf8" });
    expect(made.length).toBeGreaterThan(4);
    for (const file of ["", ...made]) expect(statSync(join(own, file)).mode & 0o077, file).toBe(0);
  });
});

describe("npm run plenary -- restore-drill", () => {
  it("proves the newest backup, and leaves it as it was", async () => {
    const before = readdirSync(backups, { recursive: true });
    const { status, stdout } = await run(["restore-drill", "--backups", backups]).finished;
    expect(stdout.trim().split("\n")).toEqual([
      "ok       The newest backup is 1 hour old.",
      `ok       ${whole}: 4 databases, each whole.`,
      "ok       1 bodies, 1 meetings, 43 events: every feed can be read, and every meeting is what its log comes to.",
    ]);
    expect(status).toBe(0);
    expect(readdirSync(backups, { recursive: true })).toEqual(before);
  });

  it("takes a snapshot for the same whatever the order of its fields", async () => {
    const { backups: copies, folder } = copied();
    const record = "json_patch(json_object('title', snapshot -> '$.record.title'), snapshot -> '$.record')";
    sql(bodyFile, `UPDATE meetings SET snapshot = json_set(snapshot, '$.record', json(${record}))`)(folder);
    expect(computeExitStatus(await restoreDrill(copies, now))).toBe(0);
  });

  it.each<readonly [string, (folder: string) => void, string]>([
    ["a database that was cut", (folder) => truncateSync(bodyFile(folder), 8192), "can't be restored"],
    ["a database that is gone", (folder) => rmSync(bodyFile(folder)), "ctoc-cop-wg4"],
    [
      "words of an event that were changed",
      sql(bodyFile, "UPDATE log SET raw = replace(CAST(raw AS TEXT), 'meeting.opened', 'meeting.0pened')"),
      "ctoc-cop-wg4",
    ],
    ["an event that is gone", sql(bodyFile, "DELETE FROM log WHERE position = 3"), "its position is 4 after 2"],
    [
      "a snapshot that is not the fold",
      sql(bodyFile, `UPDATE parts SET part = replace(part, 'Opening', 'Closing')`),
      "is not what its log comes to",
    ],
    [
      "a calendar entry that is not the fold's",
      sql(bodyFile, "UPDATE ledger SET entry = replace(entry, 'Opening', 'Closing')"),
      "is not what its log comes to",
    ],
    [
      "a disk that refuses what the look at its health writes down",
      sql(directoryFile, "CREATE TRIGGER refused BEFORE UPDATE ON bodies BEGIN SELECT RAISE(ABORT, 'refused'); END"),
      "can't be written",
    ],
    [
      "a log whose last event is gone",
      (folder) => {
        const last = "(SELECT max(position) FROM log)";
        sql(bodyFile, `UPDATE meetings SET snapshot = ''; DELETE FROM log WHERE position = ${last}`)(folder);
        sql(directoryFile, "UPDATE bodies SET position = position - 1")(folder);
      },
      "its log does not end as it did when the backup was made",
    ],
    ["a directory that forgot", sql(directoryFile, "DELETE FROM bodies"), "none is known to the directory"],
  ])("fails with %s", async (_, damage, words) => {
    const { backups: damaged, folder } = copied();
    damage(folder);
    const findings = await restoreDrill(damaged, now);
    expect(findings.flatMap(({ level, what }) => (level === "failed" ? [what] : [])).join("\n")).toContain(words);
    expect(computeExitStatus(findings)).toBe(1);
  });

  it("fails where the newest backup is old, or there is none", async () => {
    const { backups: copies, folder } = copied();
    renameSync(folder, join(copies, "2010-01-27T02-30-00"));
    expect((await restoreDrill(copies, Date.parse("2010-01-30T02:30:00Z"))).map(({ level, what }) => `${level}: ${what}`)[0]).toBe(
      "failed: The newest backup is 3 days old.",
    );
    expect(computeExitStatus(await restoreDrill(join(work, "none"), now))).toBe(1);
    expect(existsSync(join(work, "none"))).toBe(false);
  });
});
