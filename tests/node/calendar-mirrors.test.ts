import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, it } from "vitest";
import { seeded } from "../support/chance.ts";
import { reread } from "../support/reread.ts";
import { runFlow, type AnswerRequest } from "./flow-stand-in.ts";
import { calendarScriptOf } from "./google-stand-in.ts";
import { deriveMirrorSecret, FEED, tellMirror } from "./mirror-story.ts";
import { startTestService, type Service } from "./service.ts";

/** The mirrors into calendars of Google and Microsoft, as they are, behind the relay: what stands in for those answers as they document it. */

let service: Service;
let secret = "";
const stops: (() => void)[] = [];
beforeEach(async () => {
  service = await startTestService("https://calendar.example.org", "loopback");
  secret = await deriveMirrorSecret(service);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await service.stop();
});

/** A server of theirs: what it throws, or says no to, is an answer that is no success. */
const serve = async (take: (contents: string) => boolean): Promise<string> => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const answer = (isTaken: boolean) => response.writeHead(isTaken ? 200 : 500).end();
      try {
        answer(take(Buffer.concat(parts).toString()));
      } catch {
        answer(false);
      }
    });
  }).listen(0, "127.0.0.1");
  stops.push(() => server.close());
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

/** What a mirror shows of a sitting. */
interface Shown {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string | undefined;
  readonly start: string | undefined;
}

const byUid = (a: Shown, b: Shown): number => (a.uid < b.uid ? -1 : 1);

const expectAsFeed = async (shown: readonly Shown[]): Promise<void> => {
  const feed = reread(await (await service.get(FEED)).text()).map(({ uid, status, summary, description, location, start }) => ({
    uid,
    summary: status === "CANCELLED" ? `✕ ${summary}` : summary,
    description,
    location,
    start,
  }));
  expect(shown.filter(({ uid }) => uid.includes(".slot-")).toSorted(byUid)).toEqual(feed.toSorted(byUid));
};

interface GraphEvent {
  readonly subject: string;
  readonly body: { readonly content: string };
  readonly location: { readonly displayName: string };
  readonly start: { readonly dateTime: string };
  readonly transactionId: string;
  readonly singleValueExtendedProperties: readonly { readonly id: string; readonly value: string }[];
}

/** A mailbox as Microsoft Graph documents it: found by an extended property, made once by a transaction, changed by its id. */
const createMailbox = (mayAnswer: () => boolean) => {
  const events = new Map<string, GraphEvent>();
  const answer: AnswerRequest = ({ method, uri, body }) => {
    const { pathname, searchParams } = new URL(uri);
    if (!pathname.startsWith("/v1.0/users/programme@example.org/calendar/events")) return { status: 404, body: null };
    if (!mayAnswer()) return { status: 429, body: null };
    const told = body as unknown as GraphEvent;
    if (method === "GET") {
      const [, id, value] = /ep\/id eq '([^']+)' and ep\/value eq '([^']+)'/.exec(searchParams.get("$filter") ?? "") ?? [];
      const found = [...events].filter(([, one]) => one.singleValueExtendedProperties.some((has) => has.id === id && has.value === value));
      return { status: 200, body: { value: found.map(([known]) => ({ id: known })) } };
    }
    if (method === "POST") {
      if ([...events.values()].some(({ transactionId }) => transactionId === told.transactionId)) return { status: 409, body: null };
      const id = `AAMk${events.size}`;
      events.set(id, told);
      return { status: 201, body: { id } };
    }
    const id = pathname.split("/").at(-1) ?? "";
    const known = events.get(id);
    if (!known) return { status: 404, body: null };
    events.set(id, { ...known, ...told });
    return { status: 200, body: { id } };
  };
  return {
    answer,
    listShown: (): readonly Shown[] =>
      [...events.values()].map(({ subject, body, location, start, singleValueExtendedProperties: [named] }) => ({
        uid: named?.value ?? "",
        summary: subject,
        description: body.content,
        location: location.displayName === "" ? undefined : location.displayName,
        start: `${start.dateTime}:00`,
      })),
  };
};

it("a Google calendar that says no now and then, and finds late what it has, holds what the feed does", { timeout: 120_000 }, async () => {
  const chance = seeded(21);
  const script = calendarScriptOf(
    "examples/google-calendar/mirror.gs",
    { CALENDAR: "programme@group.calendar.google.com", KEY: secret },
    { mayAnswer: () => chance() > 0.03, isFound: () => chance() > 0.1 },
  );
  await tellMirror(service, "script", await serve((contents) => script.post(contents) === "taken"));
  await expectAsFeed(
    [...script.events.values()].map(({ iCalUID, summary, description, location, start }) => ({
      uid: iCalUID,
      summary,
      description,
      location,
      start: start.dateTime,
    })),
  );
});

it("a shared mailbox of Microsoft 365 that says no now and then holds what the feed does", { timeout: 120_000 }, async () => {
  const chance = seeded(22);
  const mailbox = createMailbox(() => chance() > 0.03);
  const parameters = { mailbox: "programme@example.org", language: "en", tenant: "t", client: "c", secret: "s" };
  const target = await serve((contents) => runFlow("docs/bridges/mirror-flow.json", parameters, contents, mailbox.answer));
  await tellMirror(service, "flow", target);
  await expectAsFeed(mailbox.listShown());
});

it("the script takes nothing that is not signed, or was signed too long ago", () => {
  const script = calendarScriptOf(
    "examples/google-calendar/mirror.gs",
    { CALENDAR: "x", KEY: secret },
    { mayAnswer: () => true, isFound: () => true },
  );
  const raw = '{"data":{"entries":[]}}';
  const sign = (at: Date) => ({
    raw,
    id: "msg_1",
    timestamp: String(Math.floor(at.getTime() / 1000)),
    signature: new Webhook(secret).sign("msg_1", at, raw),
  });
  expect(script.post(JSON.stringify(sign(new Date())))).toBe("taken");
  expect(() => script.post(JSON.stringify(sign(new Date(Date.now() - 600_000))))).toThrow("not signed");
  const forged = { ...sign(new Date()), signature: "v1,AAAA" };
  expect(() => script.post(JSON.stringify(forged))).toThrow("not signed");
  expect(script.events.size).toBe(0);
});
