import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listObjects } from "../../src/cli/operations/stored-objects.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { run } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

/** What a service does whose files are gone: calendars must never be told that there was nothing. */

const MEETING = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = MEETING.body.id;
const FEED = `/${BODY}/${MEETING.id}.ics`;

let service: Service;
let file = "";

const PARTS = ["", "-wal", "-shm"];

const move = (from: string, to: string): void => {
  for (const part of PARTS) {
    rmSync(`${to}${part}`, { force: true });
    if (existsSync(`${from}${part}`)) renameSync(`${from}${part}`, `${to}${part}`);
  }
};

const statuses = async (paths: readonly string[]): Promise<readonly number[]> =>
  Promise.all(paths.map(async (path) => (await fetch(`${service.url}${path}`)).status));

const health = async (): Promise<unknown> => (await fetch(`${service.url}/healthz`)).json();

const relocate = (venue: string): Promise<void> => service.report(MEETING, { type: "slot.relocated", slot: "3", venue });

beforeAll(async () => {
  service = await startTestService();
  await service.register(MEETING.body);
  await service.announce(MEETING);
  [file = ""] = listObjects(join(service.state, "objects"), "plenary-body");
});
afterAll(() => service.stop());

it("answers 503, and says why, where a body's database is gone, and serves it again once it is back", async () => {
  const feed = await (await service.get(FEED)).text();
  await service.pause();
  move(file, `${file}.kept`);
  await service.resume();
  const paths = [FEED, `/${BODY}.ics`, `/${BODY}/${MEETING.id}`, `/${BODY}/${MEETING.id}.json`, `/${BODY}/${MEETING.id}/log`];
  expect(await statuses(paths)).toEqual(paths.map(() => 503));
  await expect(relocate("Board Room A")).rejects.toThrow(/not said whether it was|could not be stored/i);
  await expect(service.register(MEETING.body)).rejects.toThrow(/could not be stored/i);
  expect(await health()).toMatchObject({ status: "degraded", faults: [{ at: BODY, fault: "lost" }] });
  await service.pause();
  move(`${file}.kept`, file);
  await service.resume();
  expect(await (await service.get(FEED)).text()).toBe(feed);
  expect(await health()).toMatchObject({ status: "ok" });
});

it("answers 503 where a log is shorter than what was acknowledged, until the operator accepts what is left", async () => {
  await service.pause();
  for (const part of PARTS) if (existsSync(`${file}${part}`)) copyFileSync(`${file}${part}`, `${file}.older${part}`);
  await service.resume();
  await relocate("Board Room B");
  await service.get(FEED);
  await service.pause();
  move(`${file}.older`, file);
  await service.resume();
  expect(await statuses([FEED])).toEqual([503]);
  expect(await health()).toMatchObject({ faults: [{ at: BODY, fault: "lost" }] });
  const accept = () => run(["accept-loss", "--body", BODY, "--state", service.state]).finished;
  expect((await accept()).status).toBe(1);
  await service.pause();
  expect((await accept()).status).toBe(0);
  await service.resume();
  expect(await statuses([FEED])).toEqual([200]);
  await relocate("Board Room C");
  expect(await (await service.get(FEED)).text()).toContain("Board Room C");
  expect(await health()).toMatchObject({ status: "ok" });
});

it("is not started on a state folder whose directory is lost", async () => {
  await service.pause();
  const [directory = ""] = listObjects(join(service.state, "objects"), "plenary-directory");
  move(directory, `${directory}.kept`);
  await expect(service.resume()).rejects.toThrow(/none is known to the directory/);
  move(`${directory}.kept`, directory);
  await service.resume();
  expect(await statuses([FEED])).toEqual([200]);
});
