import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { run, type Finished } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

/** A body moves from one state folder to another by the file of its log. */

const ORIGIN = "https://calendar.example";
const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = RECORD.body.id;
const FEEDS = [`/${BODY}.ics`, ...["", "/slots/3", "/items/5"].map((part) => `/${BODY}/${RECORD.id}${part}.ics`)];
const folder = mkdtempSync(join(tmpdir(), "plenary-log-"));
const file = join(folder, "body.jsonl");
let here: Service;
let there: Service;

const log = (words: readonly string[], { url, secret }: Service): Promise<Finished> =>
  run(["log", ...words, ...(words[0] === "verify" ? [] : ["--url", url])], { PLENARY_KEY: secret }).finished;

const feedsOf = (service: Service): Promise<readonly string[]> => Promise.all(FEEDS.map(async (path) => (await service.get(path)).text()));

beforeAll(async () => {
  here = await startTestService(ORIGIN);
  there = await startTestService(ORIGIN);
  await here.register(RECORD.body);
  await here.announce(RECORD);
  await here.report(RECORD, { type: "slot.rescheduled", slot: "3", start: "2010-01-28T11:00" });
  await here.report(RECORD, { type: "slot.cancelled", slot: "6" });
  expect(await log(["export", file, "--body", BODY], here)).toMatchObject({ status: 0 });
});

afterAll(async () => {
  await here.stop();
  await there.stop();
  rmSync(folder, { recursive: true });
});

describe("npm run plenary -- log", () => {
  it("proves every signature and folds every event of what it exported", async () => {
    const { status, stdout } = await log(["verify", file], here);
    expect(stdout).toContain(`${BODY}: 4 events, 1 meetings`);
    expect(stdout).toContain("events   4 signed by operator (v1), proved");
    expect(status).toBe(0);
  });

  it("says where the bytes of an event are not those that were signed", async () => {
    const forged = join(folder, "forged.jsonl");
    const lines = readFileSync(file, "utf8").split("\n");
    const [line = ""] = lines.splice(2, 1);
    const { raw } = JSON.parse(line) as { readonly raw: string };
    const other = Buffer.from(Buffer.from(raw, "base64").toString().replace("T11:00", "T12:00")).toString("base64");
    writeFileSync(forged, lines.toSpliced(2, 0, line.replace(raw, other)).join("\n"));
    const { status, stdout } = await log(["verify", forged], here);
    expect(stdout).toContain("FAILED");
    expect(status).toBe(1);
    expect((await log(["import", forged], there)).status, "nothing false is imported").toBe(1);
  });

  it("does not take a file that was cut for a log", async () => {
    const cut = join(folder, "cut.jsonl");
    writeFileSync(cut, `${readFileSync(file, "utf8").split("\n").slice(0, 3).join("\n")}\n`);
    const { status, stderr } = await log(["verify", cut], here);
    expect(stderr).toContain("is not whole");
    expect(status).toBe(1);
  });

  it("imports it into an empty body of another service, and the feeds are the same, byte by byte", async () => {
    const { status, stdout } = await log(["import", file], there);
    expect(stdout).toContain(`imported ${BODY}: 4 events, 1 meetings`);
    expect(status).toBe(0);
    expect(await feedsOf(there)).toEqual(await feedsOf(here));
  });

  it("finishes an import that was cut off before the body was listed", async () => {
    await there.pause();
    const objects = join(there.state, "objects/plenary-directory");
    for (const name of readdirSync(objects).filter((found) => found !== "metadata.sqlite" && found.endsWith(".sqlite"))) {
      const directory = new DatabaseSync(join(objects, name));
      directory.exec("UPDATE bodies SET record = NULL, position = 0");
      directory.close();
    }
    await there.resume();
    expect((await fetch(there.url + (FEEDS[0] ?? ""))).status).toBe(404);
    const { status, stdout } = await log(["import", file], there);
    expect(stdout).toContain(`${BODY} is there already, with just these 4 events`);
    expect(status).toBe(0);
    expect(await feedsOf(there)).toEqual(await feedsOf(here));
  });

  it("imports nothing where there is another log already", async () => {
    await there.report(RECORD, { type: "meeting.opened" });
    const { status, stderr } = await log(["import", file], there);
    expect(stderr).toContain("has a log already");
    expect(status).toBe(1);
  });
});
