import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { hashToken, createToken } from "../src/standard-webhooks/bearer-token.ts";
import { announce, BODY, MEETING, OPERATOR_KEY, post, send } from "./support/secretariat.ts";

/** The lines that the service's log gets of what is done meanwhile. */
const linesOf = async (act: () => Promise<unknown>): Promise<readonly Record<string, unknown>[]> => {
  const lines: string[] = [];
  const [log, error] = [
    vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line)),
    vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line)),
  ];
  await act();
  log.mockRestore();
  error.mockRestore();
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the service's log has one line", () => {
  it("of an event", async () => {
    expect(await linesOf(() => send("meeting.opened", {}, { id: "msg_a" }))).toEqual([
      {
        log: "event",
        outcome: "applied",
        position: 3,
        version: 2,
        body: BODY,
        id: "msg_a",
        key: "operator",
        type: "meeting.opened",
        meeting: MEETING,
        ms: expect.any(Number),
      },
    ]);
  });

  it("of a refusal, with its reason", async () => {
    expect(await linesOf(() => send("report.adopted", {}, { id: "msg_b" }))).toEqual([
      {
        log: "refusal",
        status: 409,
        code: "impossible",
        reason: "report-before-adoption",
        body: BODY,
        id: "msg_b",
        key: "operator",
        type: "report.adopted",
        meeting: MEETING,
        ms: expect.any(Number),
      },
    ]);
  });

  it("of what was not signed, which names no key, and of an address that can be no body's, of which nothing is read", async () => {
    const unsigned = { "webhook-signature": "v1,AAAA" };
    expect(await linesOf(() => post("{}", { id: "msg_c", headers: unsigned }))).toEqual([
      { log: "refusal", status: 401, code: "bad-signature", body: BODY, id: "msg_c", ms: expect.any(Number) },
    ]);
    const lines = await linesOf(() => post("{}", { id: "msg_d", path: "/%22%0a%7b/events", headers: unsigned }));
    expect(lines).toEqual([{ log: "refusal", status: 404, code: "no-such-body", ms: expect.any(Number) }]);
  });
});

it("what the operator alone may ask has a line, too, whoever asked", async () => {
  const ask = (key: string) => post(JSON.stringify({ request: "keys.list", body: BODY }), { path: `/${BODY}/keys/list`, key, id: "msg_k" });
  const stranger = "whsec_YSBrZXkgdGhhdCBub2JvZHkgaGVyZSBoYXMgZXZlciBzZWVu";
  expect(await linesOf(async () => [await ask(OPERATOR_KEY), await ask(stranger)])).toEqual([
    { log: "request", request: "keys.list", status: 200, body: BODY },
    { log: "request", request: "keys.list", status: 401, code: "bad-signature", body: BODY },
  ]);
});

it("neither words of an event nor keys come into the service's log", async () => {
  const token = createToken();
  const note = "Words for the public alone";
  const key = {
    name: "phone",
    tokenDigest: await hashToken(token),
    meeting: MEETING,
    events: ["slot.opened"],
    until: "2100-01-01T00:00:00Z",
  };
  const lines = await linesOf(async () => {
    await post(JSON.stringify({ type: "key.added", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, key, note } }));
    await send("meeting.opened", { data: { note } });
    await send("meeting.opened", { data: { note } });
    await send("slot.cancelled", { data: { slot: "99", reason: note } });
    await send("meeting.opened", { data: { note, colour: note } });
    await post(JSON.stringify({ note }), { headers: { "webhook-signature": "", authorization: `Bearer ${token}` } });
  });
  expect(lines).toHaveLength(6);
  const text = JSON.stringify(lines);
  for (const secret of [note, token, await hashToken(token), OPERATOR_KEY, OPERATOR_KEY.slice(6), "v1,"])
    expect(text).not.toContain(secret);
});
