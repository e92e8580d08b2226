import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { generateApi } from "swagger-typescript-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { readEventFile } from "../../src/cli/send/event-file.ts";
import type { EventMessage } from "../../src/standard-webhooks/client.ts";
import { startTestService, type Service } from "./service.ts";

/** A client that a tool made of `/openapi.json`, as the service serves it: it fits the example that is written by it, and runs the shipped day. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };
const FOLDER = resolve("dist/typed-client");

/** The example's own; that its types are right is a test. */
interface Example {
  readonly sendEvent: (client: { readonly url: string; readonly secret: string }, id: string, event: EventMessage) => Promise<unknown>;
  readonly readVersion: (client: { readonly url: string }, body: string, meeting: string) => Promise<number>;
  readonly readSince: (client: { readonly url: string }, body: string, meeting: string, since: number) => Promise<readonly string[]>;
}

let service: Service;
beforeAll(async () => {
  service = await startTestService("https://calendar.example.org");
  await service.register(RECORD.body);
  await service.announce(RECORD, "2009-12-10T09:00:00Z");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, "openapi.json"), await (await service.get("/openapi.json")).text());
  await generateApi({ input: join(FOLDER, "openapi.json"), output: FOLDER, fileName: "plenary.ts", silent: true });
  cpSync("examples/client/send-day.ts", join(FOLDER, "send-day.ts"));
}, 120_000);
afterAll(async () => {
  await service.stop();
  rmSync(FOLDER, { recursive: true });
});

it("is typed as the example uses it", { timeout: 60_000 }, () => {
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--allowImportingTsExtensions", "--target", "esnext"];
  const modules = ["--module", "esnext", "--moduleResolution", "bundler", "--lib", "esnext,dom,dom.iterable", "--types", ""];
  const { status, stdout } = spawnSync("npx", ["tsc", ...options, ...modules, "--ignoreConfig", join(FOLDER, "send-day.ts")], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

it("sends the shipped day, event by event, and reads what came of it", { timeout: 60_000 }, async () => {
  const { sendEvent, readVersion, readSince } = (await import(/* @vite-ignore */ join(FOLDER, "send-day.ts"))) as Example;
  const client = { url: service.url, secret: service.secret };
  const before = await readVersion(client, ABOUT.body, ABOUT.meeting);
  const day = readEventFile("tests/stories/real-day.jsonl", ABOUT);
  for (const { id, type, timestamp, data } of day) {
    expect(await sendEvent(client, id, { type, timestamp, data }), type).toMatchObject({ outcome: "applied" });
  }
  expect(await readVersion(client, ABOUT.body, ABOUT.meeting)).toBe(before + day.length);
  const told = await readSince(client, ABOUT.body, ABOUT.meeting, before);
  expect(told).toHaveLength(day.length);
  const impossible = { type: "slot.opened", timestamp: "2010-01-29T09:00:00Z", data: { ...ABOUT, slot: "99" } };
  await expect(sendEvent(client, "msg_impossible", impossible)).rejects.toMatchObject({ status: 409, error: { code: "impossible" } });
});
