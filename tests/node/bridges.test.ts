import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { fetchPublished } from "../../src/cli/operations/public-site.ts";
import { sheetOf } from "./google-stand-in.ts";
import { startTestService, type Service } from "./service.ts";

/** The senders of docs/bridges, as they are, at the door of the real service. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const ABOUT = { body: RECORD.body.id, meeting: RECORD.id };
const PAPER = { documents: [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", title: "Résumé des débats", items: ["2"] }] };
/** Answers as a proxy does whose service is away; in a process of its own, since a sheet's request is waited for in this one. */
const PROXY = `const server = require("node:http").createServer((_, response) => response.writeHead(502).end("<h1>Bad Gateway</h1>"));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));`;
let service: Service;

const door = (): string => `${service.url}/${ABOUT.body}/events`;

const version = async (): Promise<number> => (await fetchPublished(service.url, ABOUT.body, ABOUT.meeting)).json.version;

interface Sending {
  readonly said: (words: string) => Promise<void>;
  readonly finished: Promise<{ readonly status: number | null; readonly printed: string }>;
}

const sending = (key: string, type: string, data: object): Sending => {
  const child = spawn("bash", ["docs/bridges/send.sh", door(), type, JSON.stringify(data)], { env: { ...process.env, PLENARY_KEY: key } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return {
    said: (words) => new Promise((resolve) => child.stderr.on("data", () => printed.includes(words) && resolve())),
    finished: new Promise((resolve) => child.once("close", (status) => resolve({ status, printed }))),
  };
};

/** What send.sh printed, and its status. */
const send = (key: string, type: string, data: object): Sending["finished"] => sending(key, type, data).finished;

const ed25519 = (): { readonly secret: string; readonly publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const last32 = (der: Buffer): string => der.subarray(-32).toString("base64");
  return {
    secret: `whsk_${last32(privateKey.export({ format: "der", type: "pkcs8" }))}`,
    publicKey: `whpk_${last32(publicKey.export({ format: "der", type: "spki" }))}`,
  };
};

beforeAll(async () => {
  service = await startTestService();
  await service.register(RECORD.body);
  await service.announce(RECORD);
});

afterAll(() => service.stop());

describe("bash, curl and openssl", () => {
  it("sends an event, signed by HMAC", async () => {
    const { status, printed } = await send(service.secret, "meeting.opened", ABOUT);
    expect(JSON.parse(printed)).toMatchObject({ outcome: "applied", version: 2 });
    expect(status).toBe(0);
  });

  it("sends an event, signed by Ed25519", async () => {
    const { secret, publicKey } = ed25519();
    const added = await send(service.secret, "key.added", { body: ABOUT.body, key: { name: "desk", publicKey } });
    expect(added.status).toBe(0);
    const { status, printed } = await send(secret, "agenda.adopted", ABOUT);
    expect(JSON.parse(printed)).toMatchObject({ outcome: "applied", version: 3 });
    expect(status).toBe(0);
    expect((await send(ed25519().secret, "agenda.adopted", ABOUT)).printed).toContain("bad-signature");
  });

  it("says why it was refused, and does not try again", async () => {
    const { status, printed } = await send(service.secret, "slot.opened", { ...ABOUT, slot: "99" });
    expect(JSON.parse(printed)).toMatchObject({ status: 409, code: "impossible" });
    expect(status).toBe(1);
    expect((await send("secret", "meeting.opened", ABOUT)).printed).toContain("must begin with whsec_");
  });

  it("tries again until the service is there, and the event is applied once", async () => {
    const before = await version();
    await service.pause();
    const { said, finished } = sending(service.secret, "documents.issued", { ...ABOUT, ...PAPER });
    await said("trying again");
    await service.resume();
    expect((await finished).status).toBe(0);
    expect(await version()).toBe(before + 1);
  });
});

describe("a Google Sheet", () => {
  const row = (cells: readonly string[], key = service.secret, at = door()) =>
    sheetOf("docs/bridges/sheet.gs", { DOOR: at, BODY: ABOUT.body, MEETING: ABOUT.meeting, KEY: key }, cells);

  it("sends a row, and the same row again as the same event", async () => {
    const before = await version();
    const sheet = row(["documents.issued", JSON.stringify({ documents: [{ ...PAPER.documents[0], symbol: "CTOC/COP/WG.4/2010/CRP.2" }] })]);
    sheet.send();
    const [, , time, id, answer] = sheet.row;
    expect(answer).toMatch(/^applied: /);
    sheet.send();
    expect(sheet.row).toEqual([...sheet.row.slice(0, 2), time, id, answer]);
    expect(await version()).toBe(before + 1);
  });

  it("shows why a row was refused", () => {
    const again = row(["slot.opened", JSON.stringify({ slot: "99" })]);
    again.send();
    expect(again.row[4]).toMatch(/^refused: /);
    const forged = row(["meeting.closed", ""], "whsec_YW5vdGhlciBrZXksIG5vdCB0aGUgb25lIG9mIHRoZSBzZXJ2aWNl");
    forged.send();
    expect(forged.row[4]).toBe("refused: No signature in webhook-signature is by a key of this body over these bytes.");
  });

  it("says to send a row again where a proxy answers instead of the service", async () => {
    const proxy = spawn("node", ["-e", PROXY]);
    const [port] = (await once(proxy.stdout, "data")) as [Buffer];
    const unsent = row(["meeting.closed", ""], service.secret, `http://127.0.0.1:${String(port).trim()}/`);
    unsent.send();
    proxy.kill();
    expect(unsent.row[4]).toBe("not sent (502): send this row again");
  });
});
