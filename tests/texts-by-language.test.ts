import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/meeting/text.ts";
import { replaceText } from "../src/meeting/text-languages.ts";
import { textsAt } from "./support/documents.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

const FEED = `/${BODY}/${MEETING}.ics`;
const PAGE = `/${BODY}/${MEETING}`;
const LANGUAGE_OF_SEED = "en";

const ROOM = { en: "Conference Room 2", fr: "Salle de conférence 2", ru: "Зал заседаний 2" };
const WHY = { en: "The interpreters left at noon", fr: "Les interprètes sont partis à midi" };

const entryOf = async (slot: string, language: string) =>
  reread(await feedText(`${FEED}?lang=${language}`)).find(({ uid }) => uid.endsWith(`.slot-${slot}`));

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a text of the secretariat", () => {
  it("is read in each language in which it was said, and in English in the others", async () => {
    expect(await send("slot.relocated", { data: { slot: "2", venue: ROOM } })).toMatchObject({ status: 200 });
    expect((await entryOf("2", "fr"))?.location).toBe("Salle de conférence 2, Vienna");
    expect((await entryOf("2", "ru"))?.location).toBe("Зал заседаний 2, Vienna");
    expect((await entryOf("2", "zh"))?.location).toBe("Conference Room 2, Vienna");
    expect((await entryOf("2", "fr"))?.description).toContain("Salle de conférence 2");
    expect(await textsAt(`/fr${PAGE}`, ".what bdi")).toContain("Salle de conférence 2, Vienna");
  });

  it("says why and what else in the reader's language: in the entry, on the page and in the history", async () => {
    const note = { en: "Delegates are asked to leave the room", fr: "Les délégations sont priées de quitter la salle" };
    await send("slot.cancelled", { data: { slot: "4", reason: WHY, note } });
    const told = "Les interprètes sont partis à midi. Les délégations sont priées de quitter la salle.";
    expect((await entryOf("4", "fr"))?.description).toContain(told);
    expect((await entryOf("4", "es"))?.description).toContain(WHY.en);
    expect(await feedText(`/fr${PAGE}`)).toContain(WHY.fr);
    expect(await feedText(`/fr${PAGE}/log`)).toContain(note.fr);
    expect(await feedText(`/fr${PAGE}/log`)).not.toContain(note.en);
  });

  it("names at least one language, of the six, and is no longer than any other", async () => {
    expect(await send("slot.relocated", { data: { slot: "2", venue: {} } })).toMatchObject({ status: 422 });
    expect(await send("slot.relocated", { data: { slot: "2", venue: { de: "Saal 2" } } })).toMatchObject({ status: 422 });
    expect(await send("slot.relocated", { data: { slot: "2", venue: { en: "x".repeat(301) } } })).toMatchObject({ status: 422 });
  });

  it("is redacted whole, or in one language, and without pointers in all", async () => {
    await send("slot.cancelled", { data: { slot: "4", reason: WHY } }, { id: "msg_why" });
    await send("slot.relocated", { data: { slot: "2", venue: ROOM } }, { id: "msg_room" });
    expect(await send("event.redacted", { data: { event: "msg_room", pointers: ["/data/venue/fr"] } })).toMatchObject({ status: 200 });
    expect((await entryOf("2", "fr"))?.location).toBe("Conference Room 2, Vienna");
    expect((await entryOf("2", "ru"))?.location).toBe("Зал заседаний 2, Vienna");
    expect(await send("event.redacted", { data: { event: "msg_why" } })).toMatchObject({ status: 200 });
    for (const language of LANGUAGES) {
      const feed = (await feedText(`${FEED}?lang=${language}`)).replaceAll("\r\n ", "");
      expect(Object.values(WHY).filter((text) => feed.includes(text))).toEqual([]);
    }
  });

  it("is the meeting's city and house too, and the notes on an item", async () => {
    const record = {
      ...SEED,
      city: { en: "Vienna", fr: "Vienne" },
      venue: { en: "Vienna International Centre", fr: "Centre international de Vienne" },
      agenda: {
        ...SEED.agenda,
        items: SEED.agenda.items.map((item) => (item.number === "2" ? { ...item, annotation: { en: "A note.", fr: "Une note." } } : item)),
      },
    };
    expect(await send("agenda.revised", { data: { record, replace: true } })).toMatchObject({ status: 200 });
    expect((await entryOf("1", "fr"))?.location).toBe("Centre international de Vienne, Vienne");
    expect(await textsAt(`/fr${PAGE}/items/2`, ".annotations p")).toContain("Une note.");
    expect(await feedText(`/fr/${BODY}`)).toContain("Vienne");
    expect(JSON.parse(await feedText(`/${BODY}.json`))).toMatchObject({ meetings: [{ city: record.city }] });
  });

  it("keeps the languages in which a later record is silent, unless it says something else", () => {
    expect(replaceText({ en: "Room 1", fr: "Salle 1" }, "Room 1")).toEqual({ en: "Room 1", fr: "Salle 1" });
    expect(replaceText({ en: "Room 1", fr: "Salle 1" }, { ru: "Зал 1" })).toEqual({ en: "Room 1", fr: "Salle 1", ru: "Зал 1" });
    expect(replaceText({ en: "Room 1", fr: "Salle 1" }, { en: "Room 2" })).toEqual({ en: "Room 2" });
  });
});

describe("a reason of the closed list", () => {
  const SAID = {
    ar: "عدم توافر الترجمة الشفوية",
    en: "no interpretation available",
    es: "sin servicios de interpretación",
    fr: "services d’interprétation non disponibles",
    ru: "в связи с отсутствием устного перевода",
    zh: "无口译服务",
  };

  it("is said in all six languages, before the secretariat's own words", async () => {
    await send("slot.cancelled", { data: { slot: "4", cause: "no-interpretation", reason: WHY.en } });
    for (const language of LANGUAGES) expect((await entryOf("4", language))?.description).toContain(SAID[language]);
    const { description = "" } = (await entryOf("4", LANGUAGE_OF_SEED)) ?? {};
    expect(description).toContain(`${SAID.en}. ${WHY.en}.`);
    expect(await feedText(`/ar${PAGE}/log`)).toContain(SAID.ar);
  });

  it("stands beside what is deferred, suspended, postponed or cancelled, and is one of the list", async () => {
    for (const [type, data] of [
      ["item.deferred", { item: "4" }],
      ["slot.suspended", { slot: "1" }],
      ["meeting.postponed", {}],
      ["meeting.cancelled", {}],
    ] as const) {
      if (type === "slot.suspended") await send("slot.opened", { data });
      expect(await send(type, { dryRun: true, data: { ...data, cause: "technical" } })).toMatchObject({ status: 200 });
      expect(await send(type, { dryRun: true, data: { ...data, cause: "weather" } })).toMatchObject({ status: 422 });
    }
  });
});
