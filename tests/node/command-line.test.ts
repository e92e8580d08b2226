import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatLocalTime } from "../../src/meeting/local-time.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { findFreePort, run as command, untilSaid, type Finished, type Running } from "./processes.ts";

/** The commands of the README, as a newcomer runs them, against bare workerd. */

const KEY = "whsec_dGhlIHRlc3RzIG9mIHRoZSBjb21tYW5kIGxpbmUgdXNlIHRoaXM=";
const state = mkdtempSync(join(tmpdir(), "plenary-"));
const BODY_ALONE = ["--body", "ctoc-cop-wg4"];
const ABOUT = [...BODY_ALONE, "--meeting", "2010"];
let port = 0;
let origin = "";
let service: Running;

const run = (args: readonly string[]): Running => command(args, { PLENARY_OPERATOR_KEY: KEY, PLENARY_KEY: KEY });

const start = (args: readonly string[] = []): Promise<Running> =>
  untilSaid(run(["start", "--port", String(port), "--state", state, ...args]), "Send the first event");

const stop = async ({ process: child }: Running, signal: NodeJS.Signals): Promise<void> => {
  const closed = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await closed;
  // The service ends with its parent; its port is free once it has.
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${origin}/healthz`).then(
      () => true,
      () => false,
    );
    if (!isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the service outlived its parent");
};

const send = (type: string, ...args: readonly string[]): Promise<Finished> =>
  run(["send", type, ...ABOUT, "--url", origin, ...args]).finished;
const feed = async (path: string): Promise<string> => (await fetch(`${origin}/ctoc-cop-wg4/${path}`)).text();

beforeAll(async () => {
  port = await findFreePort();
  origin = `http://localhost:${port}`;
  service = await start();
});

afterAll(async () => {
  await stop(service, "SIGTERM");
  rmSync(state, { recursive: true });
});

describe("npm start and npm run plenary", () => {
  it("starts with the shipped meeting and says where to subscribe and how to go on", async () => {
    expect(service.output()).toContain(`${origin}/ctoc-cop-wg4/2010.ics`);
    expect(service.output()).toContain(`npm run plenary -- send meeting.opened --body ctoc-cop-wg4 --meeting 2010 --url ${origin}`);
    expect((await feed("2010.ics")).match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(await feed("2010/slots/3.ics")).toContain("DTSTART;TZID=Europe/Vienna:20100128T100000");
  });

  it("keeps the operator's key out of what it writes", () => {
    expect(readFileSync(join(state, "workerd.capnp"), "utf8")).not.toContain("whsec_");
  });

  it("sends an event and prints the answer plainly", async () => {
    const { status, stdout } = await send("meeting.opened", "--at", "2010-01-27T09:10:00Z");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^applied: "in session", version 2, log position 3\nchanged {2}\/ctoc-cop-wg4\.ics\n/);
    expect(stdout).toMatch(/^next {5}slot\.opened, .*slot\.cancelled, .*agenda\.revised, agenda\.adopted/m);
  });

  it("tells what a dry run would change", async () => {
    const { status, stdout } = await send("slot.rescheduled", "--data", '{"slot":"3","start":"2010-01-30T10:00"}', "--dry-run");
    expect(status).toBe(0);
    expect(stdout).toContain("dry run: nothing was changed");
    expect(stdout).toContain("Slot 3 on 2010-01-30 is outside the meeting's dates");
    expect(await feed("2010/slots/3.ics")).toContain("DTSTART;TZID=Europe/Vienna:20100128T100000");
  });

  it("exits with the reason when an event is refused", async () => {
    const { status, stdout, stderr } = await send("report.adopted");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("refused (409, impossible, report-before-adoption): There can be no report while the agenda is provisional.");
    expect(stderr).toMatch(/^possible .*agenda\.adopted/m);
  });

  it("says what is wrong with the command itself", async () => {
    const { status, stderr } = await run(["send", "meeting.opened", "--data", "[]", ...ABOUT]).finished;
    expect(status).toBe(2);
    expect(stderr).toContain("--data must be a JSON object");
    expect(await run(["sing"]).finished).toMatchObject({ status: 2, stderr: expect.stringContaining("unknown command") as string });
    expect((await run(["send", "meeting.opened", ...ABOUT, "--url", "http://localhost:1"]).finished).stderr).toContain(
      "Nothing answers at http://localhost:1",
    );
  });

  it("refuses a port at which something is running, before it sends anything", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "plenary-"));
    const second = await run(["start", "--port", String(port), "--state", elsewhere]).finished;
    rmSync(elsewhere, { recursive: true });
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`running at port ${port} already`);
  });

  it("tells a whole story from a file, and drafts the report from it", async () => {
    const record = JSON.parse(readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8")) as Record<string, unknown>;
    const file = join(state, "told.json");
    writeFileSync(file, JSON.stringify({ ...record, id: "told" }));
    expect((await run(["announce", file, "--url", origin]).finished).status).toBe(0);
    const about = ["--body", "ctoc-cop-wg4", "--meeting", "told", "--url", origin];
    const told = await run(["send-all", "tests/stories/real-day.jsonl", ...about]).finished;
    expect(told.stderr).toBe("");
    expect(told.status).toBe(0);
    expect(told.stdout).not.toContain("was accepted before");
    const { stdout } = await run(["report", ...about]).finished;
    expect(stdout).toContain(
      "At its 6th meeting, on 29 January, the Working Group adopted its report (CTOC/COP/WG.4/2010/6), as orally amended.",
    );
  });

  it("tells what a revision comes to, and how to decide where both say otherwise", async () => {
    const shipped = readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8");
    const record = { ...(JSON.parse(shipped.replaceAll("2010-01-2", "2030-01-2")) as MeetingRecord), id: "revised" };
    const file = join(state, "revised.json");
    writeFileSync(file, JSON.stringify(record));
    await run(["announce", file, "--url", origin]).finished;
    const sendRevised = (type: string, data: object, ...args: readonly string[]): Promise<Finished> =>
      run(["send", type, "--body", "ctoc-cop-wg4", "--meeting", "revised", "--url", origin, "--data", JSON.stringify(data), ...args])
        .finished;
    await sendRevised("slot.cancelled", { slot: "5" });
    await sendRevised("slot.rescheduled", { slot: "4", start: "2030-01-28T16:00", end: "2030-01-28T18:00" });
    expect((await sendRevised("slot.cancelled", { slot: "5" })).stdout).toMatch(
      /^unchanged: that was so already; "provisional", version 4,/,
    );
    const slots = record.slots.map((slot) => (slot.number === "4" ? { ...slot, start: "2030-01-28T14:30" } : slot));
    const refused = await sendRevised("agenda.revised", { record: { ...record, slots } });
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("Reported since, and kept (1):\n  Tuesday morning stays cancelled (the document still lists it)\n");
    expect(refused.stderr).toMatch(
      /You decide \(1\):\n {2}Monday afternoon, reported .*: 4 p\.m\.; the document: 2\.30 p\.m\. \(before: 3 p\.m\.\)\n {4}Keep 4 p\.m\.: --decide slots\.4\.time=keep\n {4}Take 2\.30 p\.m\.: --decide slots\.4\.time=take\nOr --conflicts keep/,
    );
    const decided = await sendRevised("agenda.revised", { record: { ...record, slots } }, "--decide", "slots.4.time=take");
    expect(decided.stdout).toContain("It changes (1):\n  Monday afternoon begins at 2.30 p.m. (was 3 p.m.)\n");
    const anew = await sendRevised("agenda.revised", { record }, "--replace", "--dry-run");
    expect(anew.stdout).toContain("Reported, and dropped (1):\n  Tuesday morning takes place after all\n");
  });

  it("goes on with an event file where it stopped, and says what was accepted before", async () => {
    // An id is of one event of a body: the same file was sent for another of its meetings.
    const lines = readFileSync("tests/stories/real-day.jsonl", "utf8").replaceAll("msg_mistake", "msg_slip").trim().split("\n");
    const record = JSON.parse(readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8")) as Record<string, unknown>;
    const [file, meeting] = [join(state, "events.jsonl"), join(state, "stopped.json")];
    writeFileSync(meeting, JSON.stringify({ ...record, id: "stopped" }));
    await run(["announce", meeting, "--url", origin]).finished;
    const about = ["--body", "ctoc-cop-wg4", "--meeting", "stopped", "--url", origin];
    const mistake = JSON.stringify({ type: "report.adopted", timestamp: "2010-01-27T09:09:00Z" });
    writeFileSync(file, [...lines.slice(0, 3), mistake, ...lines.slice(3)].join("\n"));
    const stopped = await run(["send-all", file, ...about]).finished;
    expect(stopped).toMatchObject({ status: 1, stderr: expect.stringContaining("report-before-adoption") as string });
    writeFileSync(file, lines.join("\n"));
    const { status, stdout, stderr } = await run(["send-all", file, ...about]).finished;
    expect(status, stderr).toBe(0);
    expect(stdout.match(/was accepted before$/gm)).toHaveLength(3);
    expect(stdout.match(/^applied:/gm)).toHaveLength(lines.length - 3);
  });

  it("has help for each command, and says whose an option is that was given to another", async () => {
    expect((await run(["--help"]).finished).stdout).toMatch(/^ {2}send .*\n[^]*^ {2}log /m);
    const { status, stdout } = await run(["keys", "--help"]).finished;
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}revoke /m);
    expect((await run(["keys", "add", "--help"]).finished).stdout).toContain("--derived");
    const { stderr, status: refused } = await run(["send", "meeting.opened", ...ABOUT, "--backups", state]).finished;
    expect(refused).toBe(2);
    expect(stderr).toBe("error: unknown option '--backups'\nIt is an option of: plenary backup, plenary restore-drill, plenary doctor\n");
  });

  it("ends without a word where who reads its output has enough", async () => {
    const { process: child, finished } = run(["log", "export", ...BODY_ALONE, "--url", origin]);
    child.stdout?.destroy();
    expect(await finished).toMatchObject({ status: 141, stderr: "" });
  });

  it("makes keys, adds them, lists them with their limits, and revokes them", async () => {
    const about = ["--body", "ctoc-cop-wg4", "--url", origin];
    const keys = (...args: readonly string[]) => run(["keys", ...args]).finished;
    const made = await keys("new");
    const wordOf = (label: string, text: string): string => new RegExp(`^${label} +(.+)$`, "m").exec(text)?.[1] ?? "";
    expect(wordOf("secret", made.stdout)).toMatch(/^whsk_/);
    const added = await keys(
      "add",
      "desk",
      "--public",
      wordOf("public key", made.stdout),
      "--events",
      "slot.opened,slot.adjourned",
      ...about,
    );
    expect(added.status, added.stderr).toBe(0);
    expect(wordOf("fingerprint", added.stdout)).toBe(wordOf("fingerprint", made.stdout));
    const secret = wordOf("secret", (await keys("add", "flow", "--derived", "--generation", "2", ...about)).stdout);
    expect(secret).toMatch(/^whsec_/);
    const until = new Date(Date.now() + 3.5 * 86_400_000).toISOString();
    const limits = (end: string) => ["--meeting", "2010", "--events", "slot.opened", "--until", end];
    expect((await keys("add", "phone", "--bearer", ...limits(until), ...about)).stdout).toMatch(/plt_[\w-]{43}/);
    expect((await keys("add", "phone2", "--bearer", ...about)).stderr).toContain("a bearer token is limited");
    const ended = await keys("add", "phone3", "--bearer", ...limits("2010-01-30T00:00:00Z"), ...about);
    expect(ended).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("2010-01-30T00:00:00Z has passed") as string });
    const { stdout } = await keys("list", ...about);
    expect(stdout).toMatch(/^desk .* Ed25519 .* all meetings {2}slot\.opened slot\.adjourned {2}never used {2}without end$/m);
    expect(stdout).toMatch(/^flow, generation 2 .* derived /m);
    expect(stdout).toMatch(/^phone .* bearer .* meeting 2010 .* EXPIRES IN 3 DAYS$/m);
    expect(stdout).not.toContain(secret);
    expect((await keys("revoke", "flow", ...about)).status).toBe(0);
    expect((await keys("list", ...about)).stdout).not.toContain("flow");
    expect((await keys("add", "nothing", ...about)).status).toBe(2);
  });

  it("refuses to start twice on one state folder", async () => {
    const second = await run(["start", "--port", String(await findFreePort()), "--state", state]).finished;
    expect(second.status).toBe(1);
    expect(second.stderr).toContain("running on this state folder already");
  });

  it("goes on with every acknowledged event after SIGKILL", async () => {
    await send("agenda.adopted");
    await send("slot.rescheduled", "--data", '{"slot":"3","start":"2010-01-28T15:00"}');
    const before = await feed("2010.ics");
    await stop(service, "SIGKILL");
    service = await start();
    expect(await feed("2010.ics")).toBe(before);
    expect((await send("report.adopted")).stdout).toContain("version 5");
  });

  it("shows first a rehearsal of this week that is under way, and the same again after a new start", async () => {
    const [, id = ""] = /Subscribe to it all {2}\S+\/rehearsal\/(\S+)\.ics/.exec(service.output()) ?? [];
    expect(service.output().indexOf(`/rehearsal/${id}.ics`)).toBeLessThan(service.output().indexOf("/ctoc-cop-wg4/2010.ics"));
    const { record } = (await (await fetch(`${origin}/rehearsal/${id}.json`)).json()) as { record: MeetingRecord };
    const today = formatLocalTime(Date.now(), record.timezone).slice(0, 10);
    expect(record.opensOn <= today && today <= record.closesOn, `${record.opensOn} to ${record.closesOn}`).toBe(true);
    expect(record.title).toBe("Rehearsal: Working Group on Trafficking in Persons");
    const feeds = await (await fetch(`${origin}/rehearsal/${id}.ics`)).text();
    expect(feeds.replaceAll(/\r\n[ \t]/g, "").match(/^SUMMARY:.*\(Rehearsal\)\r$/gm)).toHaveLength(6);
    await stop(service, "SIGTERM");
    service = await start();
    expect(service.output()).toContain(`/rehearsal/${id}.ics`);
    expect(service.output(), "it is not announced again").not.toContain("meeting.announced");
    expect(await (await fetch(`${origin}/rehearsal/${id}.ics`)).text()).toBe(feeds);
  });

  it("prints a line a person can read for what happens, and no JSON", async () => {
    await send("slot.opened", "--data", '{"slot":"99"}');
    await run(["log", "export", ...BODY_ALONE, "--url", origin]).finished;
    await expect.poll(() => service.output()).toMatch(/^\d\d:\d\d:\d\d {2}log\.export {2}ctoc-cop-wg4 {2}200$/m);
    expect(service.output()).toMatch(/^\d\d:\d\d:\d\d {2}slot\.opened {2}ctoc-cop-wg4\/2010 {2}REFUSED {2}4\d\d, /m);
    expect(service.output()).not.toMatch(/^\{/m);
  });

  it("lets news go to a receiver on this machine", async () => {
    const address = ["--address", "http://127.0.0.1:9/", "--languages", "en"];
    const { status, stdout } = await run(["endpoints", "add", "mine", ...BODY_ALONE, ...address, "--url", origin]).finished;
    expect(status).toBe(0);
    expect(stdout).toMatch(/whsec_/);
  });
});
