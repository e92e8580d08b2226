import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";
import { reread } from "./support/reread.ts";
import { announceOther, join, LEAD, LEADS, name, OTHERS, part, say, untilBoth, untilTold } from "./support/two-bodies.ts";

/** The other body's own sitting, on the day of the joint one: it begins when that one ends. */
const FOLLOWER = "sbi.62.slot-2";
const follow = (data: Record<string, unknown> = {}) =>
  say("slot.added", { data: { slot: "2", start: "2010-01-28", items: ["8"], after: { lead: LEAD }, ...data } });

const followerIn = async (language = "en") => reread(await feedText(`${OTHERS}?lang=${language}`)).find(({ uid }) => uid === FOLLOWER);

const untilFollower = (expected: Record<string, unknown>): Promise<void> =>
  untilTold(async () => expect(await followerIn()).toMatchObject(expected));

vi.setConfig({ testTimeout: 60_000 });

beforeEach(async () => {
  await reset();
  await announce();
  await announceOther();
  await name();
});

describe("a sitting that follows one which another body keeps", () => {
  it("has its day alone until the meeting takes part in that one, and is told so", async () => {
    expect(await follow()).toMatchObject({ status: 200, answer: { warnings: [{ code: "follows-unjoined" }] } });
    await untilFollower({ start: "2010-01-28", status: "TENTATIVE" });
    await join();
    await untilFollower({ start: "2010-01-28T13:00:00" });
  });

  it("is not one of its own body: that has a number", async () => {
    await join();
    const data = { slot: "2", start: "2010-01-28", items: [], after: { lead: { ...LEAD, body: "sbi" } } };
    expect(await say("slot.added", { data })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.after" }] } });
  });

  it("begins when the other ends, is tentative, and moves with it", async () => {
    await join();
    await untilBoth(/Joint meeting with/);
    await follow();
    await untilFollower({
      start: "2010-01-28T13:00:00",
      status: "TENTATIVE",
      description: expect.stringContaining("Following the adjournment of the joint meeting."),
    });
    await send("slot.extended", { data: { slot: "3", end: "2010-01-28T13:30" } });
    await untilFollower({ start: "2010-01-28T13:30:00" });
    expect(await feedText("/sbi/62/2010-01-28")).toContain("following the adjournment of the joint meeting");
  });

  it("has the other's hours from the first, whichever of the two is said first", async () => {
    await join();
    await follow();
    await untilFollower({ start: "2010-01-28T13:00:00" });
  });

  it("says so in six languages", async () => {
    await join();
    await untilBoth(/Joint meeting with/);
    await follow();
    const said = {
      ar: "عقب رفع الجلسة المشتركة",
      en: "Following the adjournment of the joint meeting",
      es: "Tras levantarse la sesión conjunta",
      fr: "À l’issue de la séance commune",
      ru: "По закрытии совместного заседания",
      zh: "联席会议散会后",
    };
    for (const [language, text] of Object.entries(said)) expect((await followerIn(language))?.description).toContain(text);
    for (const language of Object.keys(said)) {
      const history = await feedText(`/sbi/62/log.json?lang=${language}`);
      expect(history.includes("undefined"), language).toBe(false);
    }
  });

  it("keeps its day, and says why its hour is unknown, where the other is put off, cancelled or on a later day", async () => {
    await join();
    await follow();
    await untilFollower({ start: "2010-01-28T13:00:00" });
    await send("slot.postponed", { data: { slot: "3" } });
    await untilFollower({ start: "2010-01-28", description: expect.stringContaining("is postponed") });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-29T10:00", end: "2010-01-29T13:00" } });
    await untilFollower({ start: "2010-01-28", description: expect.stringContaining("is on a later day now") });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T09:00", end: "2010-01-28T11:00" } });
    await untilFollower({ start: "2010-01-28T11:00:00" });
    await send("slot.cancelled", { data: { slot: "3" } });
    await untilFollower({ start: "2010-01-28", description: expect.stringContaining("will not take place") });
  });

  it("has no hour any more once the meeting takes no part", async () => {
    await join();
    await follow();
    await untilFollower({ start: "2010-01-28T13:00:00" });
    await part();
    await untilFollower({ start: "2010-01-28", status: "TENTATIVE" });
  });

  it("has the hour at which the other ends also after words of its own were removed", async () => {
    await join();
    await follow({ note: "As Mr. Zebra asked." });
    await untilFollower({ start: "2010-01-28T13:00:00" });
    const log = JSON.parse(await feedText("/sbi/62/log.json")) as { events: readonly { id: string; type: string }[] };
    const added = log.events.find(({ type }) => type === "slot.added");
    expect(await say("event.redacted", { data: { event: added?.id } })).toMatchObject({ status: 200 });
    await untilFollower({ start: "2010-01-28T13:00:00" });
    expect(await feedText(OTHERS)).not.toContain("Zebra");
  });

  it("is what a further sitting of its own body follows in turn", async () => {
    await join();
    await follow({ end: "2010-01-28T15:00" });
    await say("slot.added", { data: { slot: "3", start: "2010-01-28", items: ["8"], after: { slot: "2" } } });
    await untilTold(async () => {
      const last = reread(await feedText(OTHERS)).find(({ uid }) => uid === "sbi.62.slot-3");
      expect(last?.start).toBe("2010-01-28T15:00:00");
    });
  });
});

describe("two bodies whose joint sittings follow each other", () => {
  it("come to rest: no hour goes further than to one other body", async () => {
    await join();
    await follow({ end: "2010-01-28T14:00", with: [{ body: BODY }] });
    await untilFollower({ start: "2010-01-28T13:00:00" });
    const other = { body: "sbi", meeting: "62", slot: "2" };
    await send("slot.joined", { data: { lead: other } });
    await untilTold(async () => expect(await feedText(LEADS)).toContain(FOLLOWER));
    expect(await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28", after: { lead: other } } })).toMatchObject({
      status: 200,
    });
    await untilFollower({ start: "2010-01-28" });
    const read = async () => [await feedText(LEADS), await feedText(OTHERS)];
    const told = await read();
    for (let again = 0; again < 3; again += 1) await get("/healthz");
    expect(await read()).toEqual(told);
  });
});

describe("the lead's meeting", () => {
  const untilSame = (expected: Record<string, unknown>): Promise<void> =>
    untilTold(async () => {
      const [kept, taken] = [await feedText(LEADS), await feedText(OTHERS)].map((feed) =>
        reread(feed).find(({ uid }) => uid === `${BODY}.${MEETING}.slot-3`),
      );
      expect(taken).toMatchObject(expected);
      expect(taken).toEqual(kept);
    });

  it("is withdrawn: the joint sitting is cancelled in both calendars, and given back where that was a mistake", async () => {
    await join();
    await untilBoth(/Joint meeting with/);
    await send("meeting.withdrawn", {}, { id: "msg_withdrawn" });
    await untilSame({ status: "CANCELLED" });
    expect(await feedText("/sbi/62/programme")).toContain("cancelled");
    await send("event.withdrawn", { data: { event: "msg_withdrawn" } });
    await untilSame({ status: "TENTATIVE" });
  });

  it("is cancelled or postponed, and takes place after all", async () => {
    await join();
    await untilBoth(/Joint meeting with/);
    await send("meeting.postponed");
    await untilSame({ status: "TENTATIVE", description: expect.stringContaining("ostponed") });
    await send("meeting.reinstated", { data: { opensOn: SEED.opensOn, closesOn: SEED.closesOn } });
    await untilSame({ status: "TENTATIVE", description: expect.not.stringContaining("Postponed") });
    await send("meeting.cancelled");
    await untilSame({ status: "CANCELLED" });
    await send("meeting.reinstated");
    await untilSame({ status: "TENTATIVE" });
  });
});
