import { env } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import { expect, vi } from "vitest";
import { expireBody } from "../../src/store/cached-reads.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { BODY, feedText, MEETING, OPERATOR_KEY, post, SEED, send, type Posted, type Said } from "./secretariat.ts";
import { entryBytes, reread } from "./reread.ts";

/** A second body, whose meeting is in the same days. */
export const OTHER: MeetingRecord = {
  ...SEED,
  id: "62",
  title: "Sixty-second session",
  body: { id: "sbi", name: "Subsidiary Body for Implementation", shortName: "SBI" },
  agenda: {
    ...SEED.agenda,
    items: [
      { number: "7", title: "Matters that two bodies share" },
      { number: "8", title: "Other business of its own" },
    ],
  },
  documents: [{ symbol: "SBI/2010/7", items: ["7"] }],
  slots: [{ number: "1", start: "2010-01-27T15:00", end: "2010-01-27T18:00", items: ["8"] }],
};

export const say = (type: string, { at = "2010-01-27T09:20:00Z", dryRun, data = {} }: Said = {}, key = OPERATOR_KEY): Promise<Posted> =>
  post(JSON.stringify({ type, timestamp: at, ...(dryRun !== undefined && { dryRun }), data: { body: "sbi", meeting: "62", ...data } }), {
    path: "/sbi/events",
    key,
  });

export const announceOther = async (): Promise<void> => {
  const registered = { type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: "sbi", record: OTHER.body } };
  await post(JSON.stringify(registered), { path: "/sbi/events" });
  expect(await say("meeting.announced", { at: "2009-12-10T09:00:00Z", data: { record: OTHER } })).toMatchObject({ status: 200 });
};

/** The third sitting of the seed meeting is held with the other body. */
export const name = (partners: readonly object[] | null = [{ body: "sbi" }]) =>
  send("slot.changed", { data: { slot: "3", with: partners } });
export const LEAD = { body: BODY, meeting: MEETING, slot: "3" };
export const join = (items: readonly string[] = ["7"]) => say("slot.joined", { data: { lead: LEAD, items } });
export const part = () => say("slot.parted", { data: { lead: LEAD } });

export const UID = `${BODY}.${MEETING}.slot-3`;
export const LEADS = `/${BODY}/${MEETING}.ics`;
export const OTHERS = "/sbi/62.ics";

export const bytesIn = async (path: string): Promise<string | undefined> => entryBytes(await feedText(path)).get(UID);
export const entryIn = async (path: string) => reread(await feedText(path)).find(({ uid }) => uid === UID);

/** Bodies tell one another once an event is answered: until they have, what each serves is what it was told before. */
export const untilTold = <Value>(check: () => Promise<Value>): Promise<Value> =>
  vi.waitFor(
    () => {
      // What other processes would read anew after a second.
      for (const [body, meeting] of READ) expireBody(body, meeting);
      return check();
    },
    { timeout: 15_000, interval: 20 },
  );
const READ = [
  [BODY, MEETING],
  [BODY, "2011"],
  ["sbi", "62"],
  ["sbi", "63"],
] as const;

/** Both feeds have the one entry, to the octet, and it says so. */
export const untilBoth = (text: RegExp): Promise<string> =>
  untilTold(async () => {
    const [kept, taken] = [await bytesIn(LEADS), await bytesIn(OTHERS)];
    expect(taken).toBe(kept);
    expect((await entryIn(LEADS))?.description).toMatch(text);
    return kept ?? "";
  });

export const inBody = (body: string, query: string) =>
  runInDurableObject(env.BODIES.getByName(body), (_, { storage }) => storage.sql.exec(query).toArray());
