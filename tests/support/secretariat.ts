import { env, exports } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { vi } from "vitest";
import seed from "../../data/meetings/ctoc-cop-wg4-2010.json";
import { parseMeetingRecord } from "../../src/meeting/parse.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { renderCache } from "../../src/http/render-cache.ts";

/** The secretariat of the tests: it signs with the reference library, not with our own code. */

const read = parseMeetingRecord(seed);
if (!read.ok) throw new Error(JSON.stringify(read.error));
export const SEED: MeetingRecord = read.value;
export const BODY = SEED.body.id;
export const MEETING = SEED.id;
export const OPERATOR_KEY = env.PLENARY_OPERATOR_KEY ?? "";

let deliveries = 0;
export const nextId = (): string => `msg_${String((deliveries += 1)).padStart(6, "0")}`;

export const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
  exports.default.fetch(new Request(`https://plenary.example${path}`, { method, headers, redirect: "manual" }));

export interface Posted {
  readonly status: number;
  readonly answer: Record<string, unknown>;
}

export interface DeliveryOptions {
  readonly id?: string;
  readonly key?: string;
  /** Seconds by which the attempt is older than now. */
  readonly age?: number;
  readonly path?: string;
  readonly headers?: Record<string, string>;
}

/** Signs a body, whatever it is, and posts it to the door. */
export const post = async (
  raw: string,
  { id = nextId(), key = OPERATOR_KEY, age = 0, path = `/${BODY}/events`, headers = {} }: DeliveryOptions = {},
): Promise<Posted> => {
  const at = new Date(Date.now() - age * 1000);
  const signature = new Webhook(key).sign(id, at, raw);
  const response = await exports.default.fetch(`https://plenary.example${path}`, {
    method: "POST",
    body: raw,
    headers: { "webhook-id": id, "webhook-timestamp": String(Math.floor(at.getTime() / 1000)), "webhook-signature": signature, ...headers },
  });
  return { status: response.status, answer: await response.json() };
};

export interface Said {
  readonly at?: string;
  readonly dryRun?: boolean | { readonly after: number };
  readonly data?: Record<string, unknown>;
}

/** Sends an event about the seed meeting. */
export const send = (
  type: string,
  { at = "2010-01-27T09:20:00Z", dryRun, data = {} }: Said = {},
  options?: DeliveryOptions,
): Promise<Posted> =>
  post(
    JSON.stringify({ type, timestamp: at, ...(dryRun !== undefined && { dryRun }), data: { body: BODY, meeting: MEETING, ...data } }),
    options,
  );

export const register = (record = SEED.body): Promise<Posted> => {
  renderCache.clear();
  return post(JSON.stringify({ type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: BODY, record } }));
};

/** Registers the body and announces the seed meeting, or another. */
export const announce = async (record: MeetingRecord = SEED): Promise<Posted> => {
  await register(record.body);
  return send("meeting.announced", { at: "2009-12-10T09:00:00Z", data: { meeting: record.id, record } });
};

/** The bytes of a feed. */
export const feedText = async (path: string): Promise<string> => (await get(path)).text();

let later = 0;

/** What `/healthz` answers once it looks again. */
export const healthLater = async (): Promise<Response> => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + (later += 15_000) });
  try {
    return await get("/healthz");
  } finally {
    vi.useRealTimers();
  }
};
