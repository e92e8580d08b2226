import { IncomingWebhook } from "@slack/webhook";
import { AdaptiveCard, SerializationContext } from "adaptivecards";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createReceiver, type News } from "../../examples/news.ts";
import { createRelay } from "../../examples/relay/relay.ts";
import { formatSlackMessage } from "../../examples/relay/slack.ts";
import { formatTeamsMessage } from "../../examples/relay/teams.ts";
import { sendEndpointAdded, sendEndpointRemoved } from "../../src/cli/endpoints/endpoints.ts";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { deriveEndpointSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { startReceiver, type Receiver } from "./receiver.ts";
import { startTestService, type Service } from "./service.ts";

/** The relay of examples/, between the real service and messengers that answer as theirs are documented to. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const BODY = RECORD.body.id;
const WITHIN = { timeout: 30_000, interval: 50 };

let service: Service;
let news: News;
const receivers: Receiver[] = [];
const stops: (() => unknown)[] = [];

const listen = async (...first: Parameters<typeof startReceiver>): Promise<Receiver> => {
  const receiver = await startReceiver(...first);
  receivers.push(receiver);
  return receiver;
};

/** A relay that is an endpoint of the body, under a name of its own. */
const startRelay = async (name: string, format: string, target: string, language: string): Promise<void> => {
  const secret = await deriveEndpointSecret(service.secret, { body: BODY, name, generation: 1 });
  const server = createReceiver(createRelay({ secret: secret ?? "", target, format, language })).listen(0, "127.0.0.1");
  stops.push(() => server.close());
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const at = { sender: service, body: BODY, now: Date.now() };
  expect(await sendEndpointAdded(at, { name, url, languages: [...LANGUAGES] })).toMatchObject({ ok: true });
  stops.push(() => sendEndpointRemoved({ ...at, now: Date.now() }, name));
};

const move = (hour: string): Promise<void> =>
  service.report(RECORD, { type: "slot.rescheduled", slot: "4", start: `2010-01-28T${hour}:00` });

const readMessages = ({ received }: Receiver): readonly unknown[] => received.map(({ raw }) => JSON.parse(raw) as unknown);

/** News as the service sends it, in six languages. */
const takeNews = async (): Promise<News> => {
  const receiver = await listen();
  const at = { sender: service, body: BODY, now: Date.now() };
  await sendEndpointAdded(at, { name: "plain", url: receiver.url, languages: [...LANGUAGES] });
  await move("11");
  await vi.waitFor(() => expect(receiver.received).toHaveLength(1), WITHIN);
  await sendEndpointRemoved({ ...at, now: Date.now() }, "plain");
  return JSON.parse(receiver.received[0]?.raw ?? "") as News;
};

beforeAll(async () => {
  service = await startTestService("https://calendar.example.org", "loopback");
  await service.register(RECORD.body);
  await service.announce(RECORD, "2009-12-10T09:00:00Z");
  news = await takeNews();
});
afterAll(async () => {
  for (const receiver of receivers) receiver.stop();
  for (const stop of stops) await stop();
  await service.stop();
});

describe("a relay to Slack and Mattermost", () => {
  it("posts what Slack's own package posts, with what is text escaped", async () => {
    const [slack, own] = [await listen({ status: 200 }), await listen({ status: 200 })];
    await startRelay("slack", "slack", slack.url, "en");
    await move("16");
    await vi.waitFor(() => expect(slack.received).toHaveLength(1), WITHIN);
    const [message] = readMessages(slack) as readonly { readonly text: string }[];
    expect(message?.text).toMatch(/4 p\.m\./);
    expect(message?.text).toContain(`<https://calendar.example.org/${BODY}/2010>`);
    await service.report(RECORD, { type: "slot.cancelled", slot: "5", reason: "Room <4> & lunch" });
    await vi.waitFor(() => expect(slack.received).toHaveLength(2), WITHIN);
    expect(readMessages(slack)[1]).toMatchObject({ text: expect.stringContaining("Room &lt;4&gt; &amp; lunch") });
    for (const sent of readMessages(slack)) await new IncomingWebhook(own.url).send(sent as { readonly text: string });
    expect(readMessages(own)).toEqual(readMessages(slack));
  });

  it("says it in the language that it is to", () => {
    const texts = LANGUAGES.map((language) => formatSlackMessage(news, language)?.text);
    expect(new Set(texts).size).toBe(LANGUAGES.length);
    expect(formatSlackMessage(news, "fr")?.text).toMatch(/11\sheures/);
  });

  it("hands on that there is too much, and says each piece once, in order", async () => {
    const slack = await listen({ status: 429, headers: { "retry-after": "1" } });
    await startRelay("busy", "slack", slack.url, "en");
    await move("17");
    await vi.waitFor(() => expect(slack.received).toHaveLength(1), WITHIN);
    slack.reply({ status: 200 });
    await move("14");
    await vi.waitFor(() => expect(slack.received).toHaveLength(3), WITHIN);
    const texts = readMessages(slack).map((message) => (message as { readonly text: string }).text);
    expect(texts[1]).toBe(texts[0]);
    expect(texts[2]).toMatch(/2 p\.m\./);
  });

  it("takes nothing that the service did not sign", async () => {
    const relay = createRelay({ secret: "whsec_dGhlIHNlY3JldCBvZiBhbm90aGVyIGVuZHBvaW50", target: "http://127.0.0.1:1/", format: "slack" });
    const headers = { "webhook-id": "msg_1", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA" };
    await expect(relay("{}", headers)).rejects.toThrow();
  });
});

describe("a relay to Teams", () => {
  it.each(LANGUAGES)("sends a card that Microsoft's own package reads whole, in %s", (language) => {
    const message = formatTeamsMessage(news, language);
    expect(message).toMatchObject({ type: "message", attachments: [{ contentType: "application/vnd.microsoft.card.adaptive" }] });
    const context = new SerializationContext();
    const card = new AdaptiveCard();
    card.parse(message?.attachments[0]?.content, context);
    expect(Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message)).toEqual([]);
    expect(card.validateProperties().validationEvents.map((event) => event.message)).toEqual([]);
    expect(JSON.stringify(card.toJSON())).toContain(JSON.stringify(news.data.sentences?.[language]?.text));
  });
});
