import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { announce, SEED, send } from "./support/secretariat.ts";

/** What may be public: feeds are read by anyone, and copies of them stay. */

const withSlot = (change: Record<string, unknown>) => ({
  ...SEED,
  slots: SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, ...change } : slot)),
});
const added = { slot: "7", start: "2010-01-29T19:00", items: ["7"] };

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a link that lets in whoever has it", () => {
  it.for([
    "https://us02web.zoom.us/j/81234567890?pwd=Zm9yIGRlbGVnYXRlcw",
    "https://zoom.us/w/81234567890?tk=abc.def",
    "https://us02web.zoom.us/j/81234567890#pwd=482913",
    "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d",
    "https://teams.microsoft.com/meet/2345678901?p=abc",
    "https://meet.google.com/abc-defg-hij",
    "https://meet.jit.si/WorkingGroup",
    "https://body.webex.com/body/j.php?MTID=m0123456789abcdef",
    "https://rooms.example/join?access_token=eyJhbGciOi",
    "https://rooms.example/#/join?Passcode=482913",
    "https://rooms.example/4?X-Signature=1&sig=abc",
    "https://delegate:482913@rooms.example/4",
  ])("is refused, and says what to give instead: %s", async (webcast) => {
    const revised = await send("agenda.revised", { data: { record: withSlot({ webcast }) } });
    expect(revised).toMatchObject({ status: 422, answer: { code: "not-an-event" } });
    expect(revised.answer["errors"]).toEqual([
      { field: "data.record.slots.2.webcast", message: expect.stringContaining("give the page that tells how to take part") as unknown },
    ]);
    expect((await send("slot.added", { data: { ...added, webcast } })).answer["errors"]).toMatchObject([{ field: "data.webcast" }]);
  });

  it.for([
    "https://webtv.un.org/en/asset/k1a/k1abcd",
    "https://zoom.us/webinar/register/WN_abc",
    "https://body.example/sessions/4/how-to-take-part?lang=en&session=4#remote",
    "https://meet.google.com/",
  ])("is not one of a page that tells how to take part: %s", async (webcast) => {
    expect((await send("agenda.revised", { data: { record: withSlot({ webcast }) } })).status).toBe(200);
    expect((await send("slot.added", { data: { ...added, webcast } })).status).toBe(200);
  });
});

describe("a text with such a link among its words", () => {
  it.for([
    { type: "slot.relocated", data: { slot: "3", venue: "Online: https://us02web.zoom.us/j/81234567890?pwd=Zm9y." }, field: "data.venue" },
    { type: "notice.given", data: { text: { fr: "Lien (us02web.zoom.us/j/81234567890?pwd=Zm9y)" } }, field: "data.text.fr" },
    { type: "slot.delayed", data: { slot: "3", minutes: 15, note: "Join meet.google.com/abc-defg-hij" }, field: "data.note" },
    { type: "slot.cancelled", data: { slot: "3", reason: "see https://rooms.example/4#token=abc" }, field: "data.reason" },
    {
      type: "item.added",
      data: { item: "9", title: "Briefing", annotation: "https://x.example/?t=eyJhbGciOi.e30.c2ln" },
      field: "data.annotation",
    },
    {
      type: "slot.changed",
      data: { slot: "3", accessibility: "Captions：https://rooms.example/4?Passcode=1" },
      field: "data.accessibility",
    },
  ])("is refused as the link itself would be: $field of $type", async ({ type, data, field }) => {
    const { status, answer } = await send(type, { data });
    expect([status, answer["errors"]]).toEqual([
      422,
      [{ field, message: expect.stringContaining("name the page that tells how to take part") as unknown }],
    ]);
  });

  it.for([
    "Documents CTOC/COP/WG.4/2010/2 and A/HRC/60/1#1",
    "Registration: indico.un.org/event/4?lang=en, webcast: https://webtv.un.org/en/asset/k1a/k1abcd.",
    "Write to registry@un.org/4th floor, or say yes/no?pin=board",
  ])("is not one that has another link, or none: %s", async (text) => {
    expect((await send("notice.given", { data: { text } })).status).toBe(200);
  });
});

it("a closed sitting has no link at all", async () => {
  const closed = { access: "closed", webcast: "https://webtv.un.org/en/asset/k1a/k1abcd" };
  const revised = await send("agenda.revised", { data: { record: withSlot(closed) } });
  expect([revised.status, revised.answer["errors"]]).toMatchObject([422, [{ field: "data.record.slots.2.webcast" }]]);
  const addition = await send("slot.added", { data: { ...added, ...closed } });
  expect([addition.status, addition.answer["errors"]]).toMatchObject([422, [{ field: "data.webcast" }]]);
  expect((await send("slot.added", { data: { ...added, access: "closed" } })).status).toBe(200);
});
