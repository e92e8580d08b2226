import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { deriveSecret } from "../src/standard-webhooks/derived-secret.ts";
import { announce, BODY, MEETING, nextId, OPERATOR_KEY, post, send, type Posted } from "./support/secretariat.ts";

/** Mails that wait until a person sends or drops them. The simulation of Cloudflare's mail service takes those to list@example.org alone. */

interface Waiting {
  readonly name: string;
  readonly meeting: string;
  readonly position: number;
  readonly subject: string;
  readonly text: string;
}

const say = (type: string, data: Record<string, unknown>): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, ...data } }), { key: OPERATOR_KEY });
const addList = (endpoint: Record<string, unknown> = {}): Promise<Posted> =>
  say("endpoint.added", { endpoint: { name: "list", url: "mailto:list@example.org", ...endpoint } });
const ask = (request: Record<string, unknown>, key = OPERATOR_KEY): Promise<Posted> =>
  post(JSON.stringify({ body: BODY, ...request }), { path: `/${BODY}/endpoints`, key });
const listMails = async (): Promise<readonly Waiting[]> => {
  const { answer } = await ask({ request: "mails.list" });
  return answer["mails"] as readonly Waiting[];
};
const clear = (request: "mails.send" | "mails.drop", { name, meeting, position }: Waiting, key?: string): Promise<Posted> =>
  ask({ request, name, meeting, position }, key);
const move = (slot: string, hour: string, id = nextId()) =>
  send("slot.rescheduled", { data: { slot, start: `2010-01-28T${hour}:00`, end: `2010-01-28T${Number(hour) + 2}:00` } }, { id });

const requireFirst = async (): Promise<Waiting> => {
  const [mail] = await listMails();
  if (!mail) throw new Error("No mail waits.");
  return mail;
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a mail to a list", () => {
  it("waits for a person, one for all that changed of a meeting, and is sent as it was read", async () => {
    await addList();
    await move("4", "14");
    await move("4", "16");
    await send("slot.relocated", { data: { slot: "4", venue: "Conference Room 4" } });
    const [mail, ...others] = await listMails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ name: "list", host: "example.org", meeting: MEETING, language: "en" });
    expect(mail?.subject).toMatch(/^NEW TIME, NEW PLACE: .*, Thursday, 28 January 2010, 4-6 p\.m\.$/);
    expect(mail?.text).toContain("Before: Thursday, 28 January 2010, 3-6 p.m.");
    expect((await clear("mails.send", await requireFirst())).answer).toEqual({ delivered: true });
    expect(await listMails()).toEqual([]);
    expect(await clear("mails.send", mail ?? (await requireFirst()))).toMatchObject({ status: 404 });
  });

  it("is dropped, and what comes after it is the next one, told beside what was before", async () => {
    await addList();
    await move("4", "14");
    const first = await requireFirst();
    await move("4", "16");
    expect((await clear("mails.drop", first)).answer).toEqual({ dropped: true });
    const next = await requireFirst();
    expect(next.text).toContain("Before: Thursday, 28 January 2010, 2-4 p.m.");
    expect((await clear("mails.send", next)).answer).toEqual({ delivered: true });
    expect(await listMails()).toEqual([]);
  });

  it("is none of what was taken back, opened or taken up", async () => {
    await addList();
    const mistake = nextId();
    await send("slot.cancelled", { data: { slot: "5" } }, { id: mistake });
    expect(await listMails()).toHaveLength(1);
    await send("event.withdrawn", { data: { event: mistake } });
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "1" } });
    expect(await listMails()).toEqual([]);
  });

  it("waits still where it was not taken, and says why without an address", async () => {
    await addList({ url: "mailto:other@example.org" });
    await move("4", "16");
    const { answer } = await clear("mails.send", await requireFirst());
    expect(answer).toMatchObject({ delivered: false });
    expect(JSON.stringify(answer)).not.toContain("other@");
    expect(await listMails()).toHaveLength(1);
  });

  it("does not wait where the body chose that it goes by itself; nothing else goes by itself", async () => {
    await addList({ byItself: true });
    await move("4", "16");
    expect(await listMails()).toEqual([]);
    expect(await addList({ name: "hook", url: "https://hooks.example.org/", byItself: true })).toMatchObject({ status: 422 });
  });

  it("has nothing of what was redacted while it waited", async () => {
    await addList();
    const id = nextId();
    await send("slot.cancelled", { data: { slot: "5", reason: "Ms. Example is ill" } }, { id });
    expect((await requireFirst()).text).toContain("Ms. Example is ill");
    await send("event.redacted", { data: { event: id } });
    expect((await requireFirst()).text).not.toContain("Ms. Example");
  });
});

describe("who clears mails", () => {
  const enrol = async (name: string, limits: Record<string, unknown>): Promise<string> => {
    await say("key.added", { key: { name, generation: 1, ...limits } });
    return (await deriveSecret(OPERATOR_KEY, { body: BODY, name, generation: 1 })) ?? "";
  };

  it("is the operator, or has a key with the right news, of one meeting for that one alone", async () => {
    await addList();
    await move("4", "16");
    const mail = await requireFirst();
    const [desk, press, other, trainee] = [
      await enrol("desk", { rights: ["endpoints"] }),
      await enrol("press", { meeting: MEETING, rights: ["news"] }),
      await enrol("other", { meeting: "2011", rights: ["news"] }),
      await enrol("trainee", { rights: ["news"], dryRunsOnly: true }),
    ];
    for (const key of [desk, trainee])
      expect(await ask({ request: "mails.list" }, key)).toMatchObject({ status: 401, answer: { code: "not-permitted" } });
    expect((await ask({ request: "mails.list" }, other)).answer).toEqual({ mails: [] });
    expect(await clear("mails.send", mail, other)).toMatchObject({ status: 401 });
    expect((await ask({ request: "mails.list" }, press)).answer).toMatchObject({ mails: [{ name: "list" }] });
    expect((await clear("mails.send", mail, press)).answer).toEqual({ delivered: true });
  });
});
