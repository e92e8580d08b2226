import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announce, readRecordFile } from "../../src/cli/send/announce.ts";
import { sendEvent, type Sender } from "../../src/cli/send/client.ts";
import { fail, succeed } from "../../src/meeting/result.ts";
import { readSettings } from "../../src/cli/service/serve.ts";
import type { PostResult } from "../../src/standard-webhooks/client.ts";
import { findFreePort, run, untilSaid, type Running } from "./processes.ts";

/** The service as an operator runs it: built once, then started and restarted by the command of its unit. */

const KEY = "whsec_dGhlIHRlc3RzIG9mIHRoZSBzZXJ2aWNlIHNpZ24gd2l0aCB0aGlz";
const ORIGIN = "https://calendar.example";
const SETTINGS = { PLENARY_OPERATOR_KEY: KEY, PUBLIC_ORIGIN: ORIGIN };
const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };
const work = mkdtempSync(join(tmpdir(), "plenary-serve-"));
const state = join(work, "state");
let port = 0;
let sender: Sender;
let service: Running;

/** What the unit runs, with a port and a folder of ours. */
const unitCommand = (folder: string): readonly string[] => {
  const [, words = ""] = /^ExecStart=.*plenary\.ts (.*)$/m.exec(readFileSync("deploy/plenary.service", "utf8")) ?? [];
  return words.replace("8787", String(port)).replace("/var/lib/plenary", folder).split(" ");
};

const start = (folder: string): Promise<Running> => untilSaid(run(unitCommand(folder), SETTINGS), "Plenary serves");

const stop = async ({ process: child, finished }: Running, signal: NodeJS.Signals): Promise<number | null> => {
  child.kill(signal);
  return (await finished).status;
};

/** As a machine that loses its power: the command and all that it started, at once. */
const killAll = async ({ process: child, finished }: Running): Promise<void> => {
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await finished;
};

const issue = (id: string, title: string): Promise<PostResult> => {
  const documents = [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", title, items: ["3"] }];
  const event = { type: "documents.issued", timestamp: "2010-01-27T09:20:00Z", data: { ...ABOUT, documents } };
  return sendEvent(sender, ABOUT.body, id, event, Date.now());
};

const read = async (path: string): Promise<string> => (await fetch(`${sender.url}/${ABOUT.body}/${path}`)).text();

beforeAll(async () => {
  port = await findFreePort();
  sender = { url: `http://localhost:${port}`, secret: KEY };
  expect((await run(["build"]).finished).status).toBe(0);
  service = await start(state);
  expect((await announce(sender, RECORD, Date.now(), false)).ok).toBe(true);
});

afterAll(async () => {
  await stop(service, "SIGTERM");
  rmSync(work, { recursive: true });
});

describe("npm run serve", () => {
  it.each([
    ["no key", { PUBLIC_ORIGIN: ORIGIN }, "PLENARY_OPERATOR_KEY is not set"],
    ["a short key", { PLENARY_OPERATOR_KEY: "whsec_c2hvcnQ=", PUBLIC_ORIGIN: ORIGIN }, "PLENARY_OPERATOR_KEY is not a secret"],
    ["a key that others may know", { PLENARY_OPERATOR_KEY: `whpk_${"A".repeat(43)}=`, PUBLIC_ORIGIN: ORIGIN }, "is not a secret"],
    ["no origin", { PLENARY_OPERATOR_KEY: KEY }, "PUBLIC_ORIGIN is not set"],
    ["no address", { PLENARY_OPERATOR_KEY: KEY, PUBLIC_ORIGIN: "calendar.example" }, 'PUBLIC_ORIGIN is "calendar.example"'],
    ["http beyond this machine", { PLENARY_OPERATOR_KEY: KEY, PUBLIC_ORIGIN: "http://calendar.example" }, "must be https://"],
    ["a path", { PLENARY_OPERATOR_KEY: KEY, PUBLIC_ORIGIN: `${ORIGIN}/calendars` }, "without a path"],
  ])("refuses to start with %s", async (_, environment, why) => {
    expect(await readSettings(environment)).toEqual(fail(expect.stringContaining(why)));
  });

  it("takes an https origin, and http on this machine alone", async () => {
    for (const origin of [ORIGIN, "http://localhost:8787", "http://[::1]:8787"])
      expect(await readSettings({ ...SETTINGS, PUBLIC_ORIGIN: origin })).toEqual(succeed({ operatorKey: KEY, publicOrigin: origin }));
  });

  it("says why it does not start, and starts nothing", async () => {
    const refused = await run(["serve", "--state", join(work, "none")], { PLENARY_OPERATOR_KEY: "", PUBLIC_ORIGIN: ORIGIN }).finished;
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("PLENARY_OPERATOR_KEY is not set");
    expect(readdirSync(work)).not.toContain("none");
  });

  it("announces nothing by itself, and writes the origin that it was given", async () => {
    expect(await read("2010.ics")).toContain(`${ORIGIN}/ctoc-cop-wg4/2010`);
    expect(await read("2010.ics")).not.toContain("localhost");
  });

  it("answers what it has begun when it is stopped, and ends with status 0", async () => {
    const halfway = request(`${sender.url}/ctoc-cop-wg4/events`, { method: "POST", headers: { "content-length": "2" } });
    const answered = new Promise<number | undefined>((resolve, reject) =>
      halfway.once("response", (response) => resolve(response.resume().statusCode)).once("error", reject),
    );
    await new Promise((resolve) => halfway.write("{", resolve));
    await read("2010.ics");
    const stopped = stop(service, "SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 300));
    halfway.end("}");
    expect(await answered, "unsigned, and told so").toBe(401);
    expect(await stopped).toBe(0);
    service = await start(state);
  });

  it.runIf(process.platform === "linux")("does not start beside another on its folder, and changes nothing there", async () => {
    const words = join(state, "assets/words-en.json");
    const mark = "as the first of them was built";
    const before = [readFileSync(words, "utf8"), readFileSync(join(state, "workerd.capnp"), "utf8")];
    writeFileSync(words, mark);
    const second = await run(["serve", "--port", String(await findFreePort()), "--state", state], SETTINGS).finished;
    expect(second.status).toBe(1);
    expect(second.stderr).toContain("Plenary is running on this state folder already");
    expect([readFileSync(words, "utf8"), readFileSync(join(state, "workerd.capnp"), "utf8")]).toEqual([mark, before[1]]);
    writeFileSync(words, before[0] ?? "");
  });

  it.runIf(process.platform === "linux")("ends with an error when the runtime dies, so that its unit starts it again", async () => {
    const children = readFileSync(`/proc/${service.process.pid}/task/${service.process.pid}/children`, "utf8")
      .trim()
      .split(" ")
      .map(Number);
    for (const child of children) process.kill(child, "SIGKILL");
    expect((await service.finished).status).toBe(1);
    service = await start(state);
  });

  it("loses no acknowledged event when all of it is killed under load and started again by its unit", async () => {
    const acknowledged: string[] = [];
    const secretariat = async (name: string): Promise<void> => {
      for (let number = 1; ; number += 1) {
        const id = `msg_${name}_${number}`;
        const sent = await issue(id, `Paper ${name} ${number}`).catch(() => undefined);
        if (!sent?.ok) return;
        acknowledged.push(id);
      }
    };
    for (const round of ["first", "second", "third"]) {
      const secretariats = Promise.all(["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => secretariat(`${round}_${name}`)));
      const wanted = acknowledged.length + 200;
      while (acknowledged.length < wanted) await new Promise((resolve) => setTimeout(resolve, 5));
      await killAll(service);
      await secretariats;
      service = await start(state);
    }
    for (const id of acknowledged) {
      const again = await issue(id, "other words");
      expect(!again.ok && again.error.code, `${id} is known`).toBe("id-reused");
    }
  });
});

describe("npm run plenary -- backup", () => {
  it("copies a service that is being written to, and the copy is that service", async () => {
    const backups = join(work, "backups");
    expect((await issue("msg_before_backup", "Before the backup")).ok).toBe(true);
    const before = await read("2010.ics");
    const writing = Promise.all(Array.from({ length: 50 }, (_, at) => issue(`msg_during_backup_${at}`, before.slice(0, 100))));
    const { status, stdout } = await run(["backup", "--state", state, "--backups", backups]).finished;
    await writing;
    expect(status).toBe(0);
    await issue("msg_after_backup", "Before the backup");
    await stop(service, "SIGTERM");

    const [dated = ""] = readdirSync(backups);
    expect(stdout).toContain(join(backups, dated));
    expect(dated).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d$/);
    const restored = join(work, "restored");
    cpSync(join(backups, dated), restored, { recursive: true });
    service = await start(restored);
    expect((await issue("msg_before_backup", "other words")).ok, "known to the copy").toBe(false);
    expect((await issue("msg_after_backup", "Before the backup")).ok, "unknown to it").toBe(true);
  });
});
