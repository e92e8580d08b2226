import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildService } from "../../src/cli/service/build.ts";
import { startService, stop } from "../../src/cli/service/runtime.ts";
import { deriveSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { findFreePort, run, type Finished } from "./processes.ts";

/** An operator goes over from one key to another, with the one setting that the service has (docs/operating.md). */

const OLD = "whsec_dGhlIG9wZXJhdG9yJ3Mgb2xkIGtleSwgc29vbiB0byBlbmQ=";
const NEW = "whsec_dGhlIG9wZXJhdG9yJ3MgbmV3IGtleSwgZ29vZCBhdCBvbmNl";
const BOTH = `${NEW} ${OLD}`;
const BODY = "ctoc-cop-wg4";
const state = mkdtempSync(join(tmpdir(), "plenary-rotation-"));
const file = join(state, "log.jsonl");
let url = "";
let service: ChildProcess;

const startWith = async (operatorKey: string): Promise<void> => {
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  service = await startService({ port, state, publicOrigin: url, operatorKey, output: console.info });
};

const plenary = (key: string, ...args: readonly string[]): Promise<Finished> =>
  run(args, { PLENARY_KEY: key, PLENARY_OPERATOR_KEY: key }).finished;
const done = async (key: string, ...args: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await plenary(key, ...args);
  expect(status, stderr).toBe(0);
  return stdout;
};

beforeAll(async () => {
  buildService(state);
  await startWith(OLD);
  await done(OLD, "announce", "data/meetings/ctoc-cop-wg4-2010.json", "--url", url);
  await stop(service);
  await startWith(BOTH);
});

afterAll(async () => {
  await stop(service);
  rmSync(state, { recursive: true });
});

describe("while the old and the new key are set", () => {
  const about = () => ["--body", BODY, "--url", url];

  it("events are taken by the old, by the new, and by the setting as it stands", async () => {
    await done(OLD, "send", "meeting.opened", "--meeting", "2010", ...about());
    await done(NEW, "send", "agenda.adopted", "--meeting", "2010", ...about());
    await done(BOTH, "send", "slot.opened", "--meeting", "2010", "--data", '{"slot":"1"}', ...about());
  });

  it("secrets are derived from the new key, and are listed with their rights", async () => {
    const secret = await deriveSecret(NEW, { body: BODY, name: "webcast", generation: 1 });
    expect(await done(BOTH, "keys", "add", "webcast", "--derived", ...about())).toContain(secret);
    expect(await done(BOTH, "keys", "list", ...about())).toContain("webcast");
    await done(BOTH, "keys", "add", "desk", "--derived", "--rights", "replace", ...about());
    expect(await done(BOTH, "keys", "list", ...about())).toMatch(/desk .*may replace/);
  });

  it("the doctor signs its dry run", async () => {
    expect((await plenary(BOTH, "doctor", url)).stdout).toContain("ok       The door took a signed dry run.");
  });

  it("a log is exported, and proved by both", async () => {
    await done(BOTH, "log", "export", file, ...about());
    expect(await done(BOTH, "log", "verify", file)).not.toMatch(/not (?:to be )?proved/);
    const imported = await done(BOTH, "log", "import", file, "--url", url);
    expect(imported, "proved before it is sent").not.toMatch(/not (?:to be )?proved/);
    expect(imported).toContain("is there already, with just these");
  });
});
