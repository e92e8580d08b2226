import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { announce, readRecordFile } from "../../src/cli/send/announce.ts";
import { buildService } from "../../src/cli/service/build.ts";
import { waitForExit, startService } from "../../src/cli/service/runtime.ts";
import { findFreePort } from "./processes.ts";

/** What those without a key can do to the service on bare workerd: nothing. */

const KEY = "whsec_dGhlIHRlc3RzIG9mIHN0cmFuZ2VycyBzaWduIHdpdGggdGhpcyE=";
const OTHER = "whsec_YSBrZXkgdGhhdCBub2JvZHkgdHJ1c3RzIGhlcmUgYXQgYWxsIQ==";
const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const state = mkdtempSync(join(tmpdir(), "plenary-strangers-"));
let port = 0;
let url = "";
let service: ChildProcess;

beforeAll(async () => {
  port = await findFreePort();
  url = `http://127.0.0.1:${port}`;
  buildService(state);
  service = await startService({ port, state, publicOrigin: url, operatorKey: KEY, output: console.info });
  const sent = await announce({ url, secret: KEY }, RECORD, Date.now(), false);
  expect(sent.ok, JSON.stringify(sent)).toBe(true);
});

afterAll(async () => {
  service.kill("SIGKILL");
  await waitForExit(service);
  rmSync(state, { recursive: true });
});

const objects = (): readonly string[] => readdirSync(join(state, "objects"), { recursive: true, encoding: "utf8" }).toSorted();

const signed = (raw: string, key: string): RequestInit => {
  const [id, at] = ["msg_stranger", new Date()];
  const headers = {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(key).sign(id, at, raw),
  };
  return { method: "POST", body: raw, headers };
};

it("strangers make no object and no file, whatever they read or send", async () => {
  await fetch(`${url}/nobody`);
  const before = objects();
  const raw = (body: string) =>
    JSON.stringify({ type: "body.registered", timestamp: "2010-01-01T00:00:00Z", data: { body, record: { id: body, name: body } } });
  for (let at = 0; at < 40; at += 1) {
    const body = `stranger-${at}`;
    const statuses = await Promise.all([
      fetch(`${url}/${body}`),
      fetch(`${url}/${body}/2010.ics`),
      fetch(`${url}/${body}/2010/live`),
      fetch(`${url}/${body}/events`, { method: "POST", body: raw(body) }),
      fetch(`${url}/${body}/events`, signed(raw(body), OTHER)),
      fetch(`${url}/${body}/log/import`, signed(JSON.stringify({ request: "log.stage", body, first: 1, lines: ["{}"] }), OTHER)),
      fetch(`${url}/${body}/keys/list`, signed(JSON.stringify({ request: "keys.list", body }), OTHER)),
    ]).then((responses) => responses.map(({ status }) => status));
    expect(
      statuses.every((status) => status >= 400 && status < 500),
      statuses.join(" "),
    ).toBe(true);
  }
  expect(objects()).toEqual(before);
});

/** Begins a delivery, with headers that look right, and never ends it. */
const endless = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const head = [
      `POST /${RECORD.body.id}/events HTTP/1.1`,
      "host: plenary",
      "content-length: 100000",
      "webhook-id: msg_slow",
      `webhook-timestamp: ${Math.floor(Date.now() / 1000)}`,
      "webhook-signature: v1,AAAA",
      "",
      '{"type":',
    ].join("\r\n");
    const socket = connect(port, "127.0.0.1", () => socket.write(head, () => resolve(socket)));
    socket.once("error", reject);
  });

it("a hundred senders that never end keep no one else waiting, and are each told in time", async () => {
  const sockets = await Promise.all(Array.from({ length: 100 }, endless));
  const told = sockets.map(
    (socket) => new Promise<string>((resolve) => socket.once("data", (data: Buffer) => resolve(data.toString().slice(0, 12)))),
  );
  const raw = JSON.stringify({
    type: "meeting.opened",
    timestamp: "2010-01-27T09:20:00Z",
    data: { body: RECORD.body.id, meeting: RECORD.id },
  });
  expect((await fetch(`${url}/${RECORD.body.id}/events`, signed(raw, KEY))).status).toBe(200);
  expect(await Promise.all(told)).toEqual(sockets.map(() => "HTTP/1.1 408"));
  for (const socket of sockets) socket.destroy();
});
