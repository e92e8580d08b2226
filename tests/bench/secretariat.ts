import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { announce, readRecordFile } from "../../src/cli/send/announce.ts";
import { createWebhookId } from "../../src/standard-webhooks/client.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { importSigningKey, signHeaders, type NamedKey } from "../../src/standard-webhooks/signature.ts";

export const KEY = "whsec_dGhlIGJlbmNoIHNpZ25zIGl0cyBldmVudHMgd2l0aCB0aGlzIGtleQ==";
const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");

/** The shipped meeting, held by a body of another name. */
const meetingOf = (body: string): MeetingRecord => ({ ...SHIPPED, body: { ...SHIPPED.body, id: body } });

export const announceTo = async (url: string, body: string): Promise<void> => {
  const sent = await announce({ url, secret: KEY }, meetingOf(body), Date.now(), false);
  if (!sent.ok) throw new Error(`${body} could not be announced: ${sent.error.detail}`);
};

/** Announces the meeting to a body that nobody has written to: a log has its limit, and a long one its own cost. */
export const newBody = async (url: string, number: number): Promise<string> => {
  const body = `new-body-${number}`;
  await announceTo(url, body);
  return body;
};

const signer = async (): Promise<NamedKey> => {
  const key = await importSigningKey("operator", KEY);
  if (!key) throw new Error("The bench's own key can't sign.");
  return key;
};
const key = await signer();

/** A delivery as it goes over the wire. */
export interface Signed {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: Uint8Array;
}

/** A paper of a new title under one symbol: possible at any time and in any order, it changes a feed and leaves a meeting as large as it was. */
export const paperIssued = async (body: string, title: string): Promise<Signed> => {
  const documents = [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", title, items: ["3"] }];
  const event = { type: "documents.issued", timestamp: "2010-01-27T09:20:00Z", data: { body, meeting: SHIPPED.id, documents } };
  const raw = new TextEncoder().encode(JSON.stringify(event));
  const headers = await signHeaders([key], createWebhookId(), Math.floor(Date.now() / 1000), raw);
  return { path: `/${body}/events`, headers: { "content-type": "application/json", ...headers }, raw };
};

export const post = async (url: string, { path, headers, raw }: Signed): Promise<void> => {
  const response = await fetch(`${url}${path}`, { method: "POST", headers, body: raw });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
};

/** Writes requests for wrk into a file: papers of titles of one length, for bodies in turn. */
export const writeRequests = async (file: string, bodies: readonly string[], count: number): Promise<void> => {
  const requests: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const { path, headers, raw } = await paperIssued(bodies[number % bodies.length] ?? "", `Paper ${String(number).padStart(6, "0")}`);
    const lines = [`POST ${path} HTTP/1.1`, "Host: localhost", ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
    requests.push(`${lines.join("\r\n")}\r\nContent-Length: ${raw.length}\r\n\r\n${new TextDecoder().decode(raw)}`);
  }
  writeFileSync(file, requests.join("\0"));
};

/** What Plenary stored and answered at the latest such event, out of the files of its objects. */
export const storedBy = (state: string) => {
  const folder = join(state, "objects/plenary-body");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sqlite") && name !== "metadata.sqlite")) {
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const last = database.prepare("SELECT position, answer FROM log WHERE type = 'documents.issued' ORDER BY position DESC LIMIT 1").get();
    if (!last) continue;
    const { snapshot, overview } = database.prepare("SELECT snapshot, overview FROM meetings WHERE id = ?").get(SHIPPED.id) ?? {};
    const entries = database.prepare("SELECT uid, entry, subject FROM ledger WHERE position = ?").all(last["position"] ?? null);
    const parts = database.prepare("SELECT list, at, part FROM parts WHERE position = ?").all(last["position"] ?? null);
    database.close();
    return {
      meeting: SHIPPED.id,
      snapshot,
      overview,
      parts: parts.map(({ list, at, part }) => [list, at, part]),
      entries: entries.map(({ uid, entry, subject }) => [uid, entry, subject]),
      answer: last["answer"],
    };
  }
  throw new Error("No paper was issued yet.");
};
