import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { writeLogFile } from "../../src/cli/log/file.ts";
import { downloadLog } from "../../src/cli/log/transfer.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { deriveSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { hashEntry } from "../../src/log-file/entry-hash.ts";
import { parseLine } from "../../src/log-file/lines.ts";
import { importSigningKey, signHeaders } from "../../src/standard-webhooks/signature.ts";
import { run, type Finished } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

/** What one who can write the disk makes of a log, and what the operator's key shows of it. */

const OTHER_KEY = "whsec_YW5vdGhlciBvcGVyYXRvcidzIGtleSwgb2YgYW5vdGhlciB5ZWFy";
const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };
const folder = mkdtempSync(join(tmpdir(), "plenary-verify-"));
let service: Service;
let whole: readonly string[] = [];

/** An Ed25519 key, as Standard Webhooks writes its halves. */
const newKeys = (): { readonly secret: string; readonly publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const half = (der: Buffer): string => der.subarray(-32).toString("base64");
  return {
    secret: `whsk_${half(privateKey.export({ format: "der", type: "pkcs8" }))}`,
    publicKey: `whpk_${half(publicKey.export({ format: "der", type: "spki" }))}`,
  };
};

const send = async (secret: string, type: string, data: object): Promise<void> => {
  const event = { type, timestamp: "2010-01-27T09:20:00Z", data: { body: ABOUT.body, ...data } };
  const sent = await sendEvent({ url: service.url, secret }, ABOUT.body, `msg_${crypto.randomUUID()}`, event, Date.now());
  expect(sent.ok, JSON.stringify(sent)).toBe(true);
};

beforeAll(async () => {
  service = await startTestService();
  const desk = newKeys();
  const flow = await deriveSecret(service.secret, { body: ABOUT.body, name: "flow", generation: 1 });
  await service.register(RECORD.body);
  await service.announce(RECORD);
  await send(service.secret, "key.added", { key: { name: "desk", publicKey: desk.publicKey } });
  await send(service.secret, "key.added", { key: { name: "flow", generation: 1, events: ["slot.relocated"] } });
  await send(service.secret, "slot.rescheduled", { meeting: ABOUT.meeting, slot: "3", start: "2010-01-28T11:00" });
  await send(desk.secret, "slot.extended", { meeting: ABOUT.meeting, slot: "1", end: "2010-01-27T13:30" });
  await send(flow ?? "", "slot.relocated", { meeting: ABOUT.meeting, slot: "2", venue: "Room A" });
  whole = await downloadLog(service, ABOUT.body);
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

type Line = Readonly<Record<"id" | "timestamp" | "signature" | "key" | "digest" | "raw", string>>;

/** Other words in the place of some, with the digest that they have: what a writer of the disk would do. */
const reworded = (line: Line, from: string, to: string): Line => {
  const raw = Buffer.from(Buffer.from(line.raw, "base64").toString().replace(from, to));
  return { ...line, raw: raw.toString("base64"), digest: createHash("sha256").update(raw).digest("hex") };
};

const resigned = async (line: Line, secret: string): Promise<Line> => {
  const key = await importSigningKey("forger", secret);
  if (!key) throw new Error("the forger has a key");
  const headers = await signHeaders([key], line.id, Number(line.timestamp), Buffer.from(line.raw, "base64"));
  return { ...line, signature: headers["webhook-signature"] ?? "" };
};

const writeLines = (lines: readonly string[]): string => {
  const file = join(folder, `${crypto.randomUUID()}.jsonl`);
  writeLogFile(file, lines);
  return file;
};

/** Lines each with the hash of the one before: what a forger does who knows the format. */
const chainAnew = (lines: readonly string[]): readonly string[] => {
  let previous = "";
  return lines.map((text) => {
    const read = parseLine(text);
    if (read.kind !== "event") return text;
    const line = { ...read.line, previous };
    previous = hashEntry(line);
    return JSON.stringify(line);
  });
};

/** A file of the log with some of its lines, counted from 1, made into others, and all of them chained anew. */
const fileWith = async (changes: Readonly<Record<number, (line: Line) => Line | Promise<Line>>>): Promise<string> => {
  const lines = whole.map(async (text, at) => {
    const change = changes[at + 1];
    return change ? JSON.stringify(await change(JSON.parse(text) as Line)) : text;
  });
  return writeLines(chainAnew(await Promise.all(lines)));
};

const verified = (file: string, secret: string, ...options: readonly string[]): Promise<Finished> =>
  run(["log", "verify", file, ...options], { PLENARY_KEY: secret }).finished;

describe("npm run plenary -- log verify", () => {
  it("proves each event by the key that signed it", async () => {
    const { status, stdout } = await verified(await fileWith({}), service.secret);
    expect(stdout).toContain("events   5 signed by operator (v1), proved\n");
    expect(stdout).toContain("events   1 signed by desk (v1a), proved\n");
    expect(stdout).toContain("events   1 signed by flow (v1), proved\n");
    expect(status).toBe(0);
  });

  it.each<readonly [string, Readonly<Record<number, (line: Line) => Line>>, string]>([
    [
      "the operator's",
      { 5: (line) => reworded(line, "T11:00", "T12:00") },
      "FAILED   1 events by operator, the first at position 5: no operator's key at hand proves them",
    ],
    [
      "a derived key's",
      { 7: (line) => reworded(line, "Room A", "Room B") },
      "FAILED   1 events by flow, the first at position 7: no operator's key at hand proves them",
    ],
    ["a public key's", { 6: (line) => reworded(line, "T13:30", "T14:30") }, "FAILED   position 6: it was not signed by the key desk"],
    [
      "a public key's, said to be the operator's",
      { 6: (line) => ({ ...reworded(line, "T13:30", "T14:30"), key: "operator" }) },
      "FAILED   1 events by operator, the first at position 6: no operator's key at hand proves them",
    ],
    [
      "the operator's, said to be by a key that may not send it",
      { 5: (line) => ({ ...reworded(line, "T11:00", "T12:00"), key: "flow" }) },
      "FAILED   position 5: the key does not send slot.rescheduled",
    ],
    [
      "the operator's about keys, said to be by one of the body's",
      { 4: (line) => ({ ...line, key: "desk" }) },
      "FAILED   position 4: only the operator's key sends key.added",
    ],
  ])("finds a forged event where it is %s: bytes and digest fit, and the key is named", async (_, changes, says) => {
    const { status, stdout } = await verified(await fileWith(changes), service.secret);
    expect(stdout).toContain(says);
    expect(status).toBe(1);
  });

  it("finds that an event was changed, moved or removed from the middle", async () => {
    const [first = "", second = "", third = "", fourth = "", fifth = "", ...rest] = whole;
    const renumber = (lines: readonly string[]): readonly string[] =>
      lines.map((text, at) => {
        const line = JSON.parse(text) as { readonly answer: object };
        return JSON.stringify({ ...line, position: at + 1, answer: { ...line.answer, position: at + 1 } });
      });
    const changed = [first, second, third, JSON.stringify({ ...(JSON.parse(fourth) as object), at: 0 }), fifth, ...rest];
    for (const lines of [
      changed,
      renumber([first, second, third, fifth, ...rest]),
      renumber([first, second, fourth, third, fifth, ...rest]),
    ]) {
      const { status, stdout } = await verified(writeLines(lines), service.secret);
      expect(stdout).toContain("an entry before it was changed, moved or removed");
      expect(status).toBe(1);
    }
  });

  it("finds a public key that was put in the place of another, though all that it signed was signed anew", async () => {
    const forger = newKeys();
    const [was = ""] = /whpk_[^"]+/.exec(Buffer.from((JSON.parse(whole[2] ?? "") as Line).raw, "base64").toString()) ?? [];
    const file = await fileWith({
      3: (line) => reworded(line, was, forger.publicKey),
      6: (line) => resigned(reworded(line, "T13:30", "T14:30"), forger.secret),
    });
    const { status, stdout } = await verified(file, service.secret);
    expect(stdout).toContain("FAILED   1 events by operator, the first at position 3: no operator's key at hand proves them");
    expect(stdout).toContain("events   1 signed by desk (v1a), proved, but not that the key is the body's");
    expect(status).toBe(1);
  });

  it("fails where no key at hand proves what one could, unless that is accepted, and takes several keys", async () => {
    const file = await fileWith({});
    const other = await verified(file, OTHER_KEY);
    expect(other.stdout).toContain("FAILED   5 events by operator, the first at position 1: no operator's key at hand proves them");
    expect(other.stdout).toContain("--unproved");
    expect(other.status).toBe(1);
    const accepted = await verified(file, OTHER_KEY, "--unproved");
    expect(accepted.stdout).toContain("events   5 by operator, not proved, and accepted");
    expect(accepted.status).toBe(0);
    expect((await verified(file, `${OTHER_KEY} ${service.secret}`)).status, "the older key beside the present one").toBe(0);
  });

  it("says of what was redacted that nothing proves it, and proves all else", async () => {
    const { id } = JSON.parse(whole[6] ?? "") as Line;
    await send(service.secret, "event.redacted", { meeting: ABOUT.meeting, event: id, pointers: ["/data/venue"] });
    const lines = await downloadLog(service, ABOUT.body);
    const { status, stdout } = await verified(writeLines(lines), service.secret);
    expect(stdout).toContain("events   1 by flow, not to be proved: redacted\n");
    expect(stdout).toContain("events   6 signed by operator (v1), proved\n");
    expect(status).toBe(0);
    const reword = (text: string): string => {
      const line = JSON.parse(text) as Line;
      return JSON.stringify({ ...line, raw: reworded(line, "T13:30", "T14:30").raw, redactedBy: "msg_never" });
    };
    const spoilt = await verified(writeLines(lines.map((line, at) => (at === 5 ? reword(line) : line))), service.secret);
    expect(spoilt.stdout).toContain("FAILED   position 6: its bytes are not those that were signed");
    expect(spoilt.status).toBe(1);
  });

  it("accepts no event that is false", async () => {
    const file = await fileWith({ 6: (line) => reworded(line, "T13:30", "T14:30") });
    expect((await verified(file, service.secret, "--unproved")).status).toBe(1);
  });
});

describe("npm run plenary -- log import", () => {
  it("takes nothing in that is forged, and a log of another key's only where that is accepted or proved", async () => {
    const there = await startTestService();
    const imported = async (file: string, secret: string, ...options: readonly string[]): Promise<number | null> =>
      (await run(["log", "import", file, "--url", there.url, ...options], { PLENARY_KEY: secret }).finished).status;
    try {
      expect(await imported(await fileWith({ 5: (line) => reworded(line, "T11:00", "T12:00") }), there.secret)).toBe(1);
      expect((await fetch(`${there.url}/${ABOUT.body}`)).status).toBe(404);
      expect(await imported(await fileWith({}), `${there.secret} ${OTHER_KEY}`), "the first of the keys signs").toBe(0);
      expect((await fetch(`${there.url}/${ABOUT.body}`)).status).toBe(200);
    } finally {
      await there.stop();
    }
  });
});
