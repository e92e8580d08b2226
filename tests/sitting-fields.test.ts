import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { MESSAGES } from "../src/i18n/all.ts";
import { LANGUAGES } from "../src/meeting/text.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

/** What is said of a sitting beside its time, its place and its items. */

const FEED = `/${BODY}/${MEETING}/slots/3.ics`;
const WEBCAST = "https://webtv.un.org/en/asset/k1a/k1abcd";
const ALL = {
  title: { en: "Panel on victims’ rights", fr: "Table ronde sur les droits des victimes" },
  label: { en: "3rd meeting", fr: "3e séance" },
  kind: "informal",
  webcast: WEBCAST,
  participation: "https://indico.un.org/event/1",
  interpretation: { en: "Arabic, English and French", fr: "anglais, arabe et français" },
  accessibility: { en: "International Sign", fr: "langue des signes internationale" },
  timeNote: "immediately after the regional groups",
} as const;

const changed = (data: Readonly<Record<string, unknown>>, at?: string) =>
  send("slot.changed", { ...(at !== undefined && { at }), data: { slot: "3", ...data } });
const readEntry = async (path = FEED) => {
  const [entry] = reread(await feedText(path));
  if (!entry) throw new Error("there is no entry");
  return entry;
};

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a sitting of which more is said", () => {
  it("says each of it in calendars, in the words of the subscriber's language", async () => {
    expect((await changed(ALL)).status).toBe(200);
    const english = await readEntry();
    expect(english.summary).toBe("Item 4 (informal consultations, prov.): Panel on victims’ rights (TIP WG)");
    for (const line of [
      "3rd meeting.",
      "Panel on victims’ rights.",
      "Interpretation: Arabic, English and French",
      "Accessibility: International Sign",
      `Webcast: ${WEBCAST}`,
      "How to take part: https://indico.un.org/event/1",
      "Immediately after the regional groups.",
    ])
      expect(english.description.toLowerCase()).toContain(line.toLowerCase());
    const french = await readEntry(`${FEED}?lang=fr`);
    expect(french.summary).toContain("Table ronde sur les droits des victimes");
    expect(french.description).toContain(`${MESSAGES.fr.fields.interpretation}${MESSAGES.fr.punctuation.colon}anglais, arabe et français`);
  });

  it("is shown so on the page, on the screen and in the JSON", async () => {
    await changed(ALL);
    const page = await feedText(`/fr/${BODY}/${MEETING}`);
    for (const text of ["3e séance", "Table ronde sur les droits des victimes", `href="${WEBCAST}"`, `href="${ALL.participation}"`])
      expect(page).toContain(text);
    await send("slot.adjourned", { data: { slot: "2" } });
    expect(await feedText(`/${BODY}/${MEETING}/screen`)).toContain("Panel on victims’ rights");
    const { programme } = JSON.parse(await feedText(`/${BODY}/${MEETING}.json`)) as { readonly programme: readonly unknown[] };
    expect(programme[2]).toMatchObject(ALL);
  });

  it("tells each change once, and that it is again as in the document once it is", async () => {
    await changed({ webcast: WEBCAST, note: "The first link was dead" });
    expect((await readEntry()).description).toContain(
      `CHANGED, 27 January 2010, 10.20 a.m.: webcast: ${WEBCAST}. The first link was dead.`,
    );
    await changed({ webcast: null }, "2010-01-27T10:00:00Z");
    const { description, sequence } = await readEntry();
    expect(description).toContain("CHANGED, 27 January 2010, 11 a.m.: again as in the document.");
    expect(description).not.toContain(WEBCAST);
    expect(sequence).toBe(2);
  });

  it.each(LANGUAGES)("is told in the history and in calendars in %s", async (language) => {
    await changed({ access: "closed", label: "3rd meeting" });
    await changed({ label: null }, "2010-01-27T10:00:00Z");
    const { access, fields, punctuation } = MESSAGES[language];
    const history = await feedText(`/${language === "en" ? "" : `${language}/`}${BODY}/${MEETING}/log`);
    expect(history.toLowerCase()).toContain(`${fields.label}${punctuation.colon}3rd meeting`.toLowerCase());
    expect((await readEntry(`${FEED}?lang=${language}`)).description.toLowerCase()).toContain(access.closed.toLowerCase());
  });
});

describe("a closed sitting", () => {
  it("has no webcast, whichever was said first", async () => {
    expect(await changed({ access: "closed", webcast: WEBCAST })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.webcast" }] },
    });
    expect((await changed({ webcast: WEBCAST })).status).toBe(200);
    expect(await changed({ access: "closed" })).toMatchObject({ status: 422, answer: { errors: [{ field: "data.webcast" }] } });
    expect((await changed({ access: "closed", webcast: null })).status).toBe(200);
  });

  it("shows none where a document closed it after an event gave the link", async () => {
    await changed({ webcast: WEBCAST });
    const slots = SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, access: "closed" as const } : slot));
    expect((await send("agenda.revised", { at: "2010-01-27T10:00:00Z", data: { record: { ...SEED, slots } } })).status).toBe(200);
    const { description } = await readEntry();
    expect(description).toContain("Closed meeting.");
    expect(description).not.toContain(WEBCAST);
  });

  it("has no page about taking part either", async () => {
    const participation = ALL.participation;
    expect((await changed({ access: "closed" })).status).toBe(200);
    const refused = { status: 422, answer: { errors: [{ field: "data.participation" }] } };
    expect(await changed({ participation })).toMatchObject(refused);
    const added = { slot: "7", start: "2010-01-29T19:00", items: [], access: "closed", participation };
    expect(await send("slot.added", { data: added })).toMatchObject(refused);
    const slots = SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, access: "closed" as const, participation } : slot));
    expect(await send("agenda.revised", { data: { record: { ...SEED, slots } } })).toMatchObject({
      status: 422,
      answer: { errors: [{ field: "data.record.slots.2.participation" }] },
    });
  });
});

it("an event that says nothing anew is none", async () => {
  expect(await changed({ note: "Nothing" })).toMatchObject({ status: 422, answer: { code: "not-an-event" } });
});

it("a link that is redacted is gone, and no earlier one comes back", async () => {
  const slots = SEED.slots.map((slot) => (slot.number === "3" ? { ...slot, webcast: "https://webtv.un.org/dead" } : slot));
  await send("agenda.revised", { at: "2010-01-27T09:00:00Z", data: { record: { ...SEED, slots } } });
  const id = "msg_secret";
  await send("slot.changed", { data: { slot: "3", webcast: WEBCAST } }, { id });
  expect((await send("event.redacted", { at: "2010-01-27T10:00:00Z", data: { event: id, pointers: ["/data/webcast"] } })).status).toBe(200);
  const { description } = await readEntry();
  expect(description).not.toMatch(/webtv/);
});
