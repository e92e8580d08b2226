import { reset } from "cloudflare:test";
import { describe, expect, it, vi } from "vitest";
import { parseEvent } from "../src/meeting/parse.ts";
import type { MeetingEvent } from "../src/meeting/events.ts";
import story from "./stories/climate-conference.jsonl?raw";
import { entryBytes, reread } from "./support/reread.ts";
import { feedText, post } from "./support/secretariat.ts";

/**
 * Three days of two subsidiary bodies of a climate conference, in words of our own: contact groups and informals, joint sittings,
 * nights, a group broken off until the evening, sittings that follow others, and an order of the last evening that was turned round.
 */
const EVENTS: readonly MeetingEvent[] = story
  .trim()
  .split("\n")
  .map((line) => {
    const event = parseEvent(JSON.parse(line));
    if (!event.ok) throw new Error(`${line}: ${JSON.stringify(event.error)}`);
    return event.value as MeetingEvent;
  });

const [SBI, SBSTA] = ["unfccc-sbi", "unfccc-sbsta"] as const;
const feedOf = (body: string): Promise<string> => feedText(`/${body}/13-2.ics`);

const send = (event: { readonly type: string; readonly timestamp: string; readonly data: object }, body: string) =>
  post(JSON.stringify(event), { path: `/${body}/events` });

const tell = async (event: MeetingEvent) => {
  const { body } = event.data;
  if (event.type === "meeting.announced")
    await send({ type: "body.registered", timestamp: event.timestamp, data: { body, record: event.data.record.body } }, body);
  return send(event, body);
};

/** The bodies hand joint sittings to each other once an event is answered. */
const untilHanded = (): Promise<void> =>
  vi.waitFor(
    async () => {
      const [kept, all] = [entryBytes(await feedOf(SBI)), entryBytes(await feedOf(SBSTA))];
      const taken = [...all].filter(([uid]) => uid.startsWith(SBI));
      expect(taken).toHaveLength(JOINT.length);
      for (const [uid, bytes] of taken) expect(bytes).toBe(kept.get(uid));
    },
    { timeout: 20_000, interval: 200 },
  );

/** The sittings of SBI that the other body takes part in. */
const JOINT = ["1", "2", "3", "5", "6", "7", "8", "9", "10", "11", "13", "14", "15", "16"];

/** What calendars show of a body, without how often they were told. */
const show = async (body: string): Promise<readonly string[]> =>
  reread(await feedOf(body)).map(
    ({ uid, start, end, status, summary, description, location }) =>
      `${uid} ${start} ${end} ${status} ${summary} ${location} ${description}`,
  );

const isDocument = ({ type }: MeetingEvent): boolean => ["meeting.announced", "agenda.revised", "agenda.adopted"].includes(type);

vi.setConfig({ testTimeout: 120_000 });

describe("three days of a climate conference", () => {
  it("are told by events alone: none is refused, late or unneeded, and none says in words of its own what has a field", async () => {
    await reset();
    for (const event of EVENTS) {
      const { status, answer } = await tell(event);
      expect([status, answer["outcome"]], `${event.type} ${event.timestamp}: ${JSON.stringify(answer)}`).toEqual([200, "applied"]);
    }
    expect(story).not.toMatch(/"(?:note|timeNote|reason)":/);
    await untilHanded();
  });

  it("end where they ended: days without an hour, nights, and what followed what", async () => {
    const entries = new Map(reread(await feedOf(SBSTA)).map((entry) => [entry.uid, entry]));
    const timeOf = (body: string, slot: string): string => {
      const found = entries.get(`${body}.13-2.slot-${slot}`);
      return [found?.start, found?.end, found?.status].filter(Boolean).join(" ");
    };
    expect(timeOf(SBSTA, "9")).toBe("2000-11-17T20:00:00 2000-11-17T21:00:00 CANCELLED");
    expect(timeOf(SBSTA, "11")).toBe("2000-11-17T19:00:00 2000-11-18T06:00:00 CONFIRMED");
    expect(timeOf(SBSTA, "13")).toBe("2000-11-17 2000-11-18 CONFIRMED");
    expect(timeOf(SBI, "13")).toBe("2000-11-18T12:00:00 2000-11-18T13:00:00 CONFIRMED");
    expect(timeOf(SBI, "16")).toBe("2000-11-18 2000-11-19 CONFIRMED");
    expect(entries.get(`${SBI}.13-2.slot-16`)?.description).toContain("Following the adjournment of Saturday evening");
    expect(entries.get(`${SBSTA}.13-2.slot-18`)?.description).toContain("Following the adjournment of the joint meeting");
    expect(entries.get(`${SBI}.13-2.slot-8`)?.description).toContain("Subsidiary Body for Scientific and Technological Advice");
  });

  it("come to the same when what happened is told backwards, and what was refused once more", async () => {
    const told = [await show(SBI), await show(SBSTA)];
    await reset();
    for (const event of EVENTS.filter(isDocument)) expect((await tell(event)).status).toBe(200);
    let rest = EVENTS.filter((event) => !isDocument(event)).toReversed();
    for (let before = Infinity; rest.length > 0 && rest.length < before;) {
      before = rest.length;
      const refused: MeetingEvent[] = [];
      for (const event of rest) if ((await tell(event)).status !== 200) refused.push(event);
      rest = refused;
    }
    expect(rest).toEqual([]);
    await untilHanded();
    expect([await show(SBI), await show(SBSTA)]).toEqual(told);
  });
});
