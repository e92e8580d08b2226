import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { LANGUAGES, type Language } from "../src/meeting/text.ts";
import { MESSAGES } from "../src/i18n/all.ts";
import { PAGE_MESSAGES } from "../src/i18n/pages/all.ts";
import { attributesAt, textsAt } from "./support/documents.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, get, MEETING, SEED, send } from "./support/secretariat.ts";

const PAGE = `/${BODY}/${MEETING}`;
const OTHERS = LANGUAGES.filter((language) => language !== "en");
const prefixed = (language: Language, path: string) => (language === "en" ? path : `/${language}${path}`);

/** Every string of a table, by where it stands there. */
const leaves = (table: object, at = ""): readonly (readonly [string, string])[] =>
  Object.entries(table).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "string") return [[`${at}${name}`, value] as const];
    return typeof value === "object" && value !== null ? leaves(value, `${at}${name}.`) : [];
  });
const tableOf = (language: Language) => new Map(leaves({ calendar: MESSAGES[language], page: PAGE_MESSAGES[language] }));

/** The same in English as in another language, and rightly so. */
const SHARED =
  /^(?:calendar\.punctuation\.|calendar\.weekdayTime$|calendar\.(?:provisionalMark|continuedMark|documents|source|manner\.ad referendum)$|page\.(?:annotations|version)$)/;

beforeEach(reset);

describe("our own words", () => {
  it.for(OTHERS)("in %s are no English ones, and have the same places for what is told", (language) => {
    const own = tableOf(language);
    for (const [name, english] of tableOf("en")) {
      const word = own.get(name) ?? "";
      const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
      expect({ name, places: places(word) }).toEqual({ name, places: places(english) });
      if (!SHARED.test(name) && /\p{L}/u.test(english.replaceAll(/\{\w+\}/g, "")))
        expect({ name, word }).not.toEqual({ name, word: english });
    }
  });
});

/** A meeting of whose own words none could be taken for ours. */
const WORDLESS = {
  ...SEED,
  title: "§§§",
  city: "§",
  body: { ...SEED.body, name: "§§", shortName: "§", parent: "§§§§" },
  agenda: {
    ...SEED.agenda,
    items: SEED.agenda.items.map((item) => ({
      number: item.number,
      title: `§ ${item.number}`,
      subitems: item.subitems?.map(({ letter }) => ({ letter, title: "§" })),
    })),
  },
  documents: [],
};

describe("a page in another language", () => {
  it.for(OTHERS)("has no English word of ours: %s", async (language) => {
    await announce(WORDLESS);
    await send("agenda.adopted");
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "1" } });
    await send("item.taken_up", { data: { item: "2" } });
    await send("slot.rescheduled", { data: { slot: "3", start: "2010-01-28T11:00" } });
    await send("slot.cancelled", { data: { slot: "5", itemsTo: "6" } });
    const own = new Set(tableOf(language).values());
    const english = [...tableOf("en").values()].filter((word) => word.length > 3 && !word.includes("{") && !own.has(word));
    for (const path of ["/", `/${BODY}`, PAGE, `${PAGE}/log`, `${PAGE}/screen`]) {
      const text = (await textsAt(path === "/" ? `/${language}` : `/${language}${path}`, "main, footer"))
        .join(" ")
        .replaceAll("Plenary", "");
      expect({ path, found: english.filter((word) => text.includes(word)) }).toEqual({ path, found: [] });
    }
  });

  it.for(LANGUAGES)("says which it is, and names the others: %s", async (language) => {
    await announce();
    const path = prefixed(language, PAGE);
    expect(await attributesAt(path, "html", "lang")).toEqual([language]);
    expect(await attributesAt(path, "html", "dir")).toEqual([language === "ar" ? "rtl" : "ltr"]);
    expect(await textsAt(path, "#programme")).toEqual([PAGE_MESSAGES[language].programme]);
    expect(await attributesAt(path, ".languages a[aria-current]", "lang")).toEqual([language]);
    const alternates = (await attributesAt(path, "link[hreflang]", "href")).map((href) => href?.replace("https://plenary.example", ""));
    expect(alternates).toEqual([...LANGUAGES.map((other) => prefixed(other, PAGE)), PAGE]);
    expect(await attributesAt(path, ".languages a", "href")).toEqual(alternates.slice(0, -1));
    for (const alternate of alternates) expect((await get(alternate ?? "")).status).toBe(200);
  });

  it("shows a title in that language where there is one, else in another, marked as such", async () => {
    await announce({ ...SEED, title: { en: "Working Group", fr: "Groupe de travail" } });
    expect(await textsAt(`/fr${PAGE}`, "h1")).toEqual(["Groupe de travail"]);
    expect(await attributesAt(`/fr${PAGE}`, "h1 bdi", "lang")).toEqual([undefined]);
    expect(await textsAt(`/zh${PAGE}`, "h1")).toEqual(["Working Group"]);
    expect(await attributesAt(`/zh${PAGE}`, "h1 bdi", "lang")).toEqual(["en"]);
    await reset();
    await announce({ ...SEED, title: "Рабочая группа" });
    expect(await attributesAt(PAGE, "h1 bdi", "lang")).toEqual(["ru"]);
  });

  it("leads to feeds in that language", async () => {
    await announce();
    const feed = `https://plenary.example${PAGE}.ics`;
    expect(await textsAt(`/fr${PAGE}`, ".card code")).toEqual([`${feed}?lang=fr`]);
    expect(await attributesAt(`/fr${PAGE}`, 'link[type="text/calendar"]', "href")).toEqual([`${feed}?lang=fr`]);
    const [google, , , , download] = await attributesAt(`/fr${PAGE}`, ".card .choices a", "href");
    expect(google).toContain(encodeURIComponent(`${feed.replace("https:", "webcal:")}?lang=fr&cancelled=text`));
    expect(download).toBe(`${feed}?lang=fr&download`);
    expect(await attributesAt(`/fr${PAGE}`, ".card img", "src")).toEqual([`${PAGE}.svg?lang=fr`]);
  });

  it("tells the history, as it tells everything", async () => {
    await announce();
    await send("slot.cancelled", { data: { slot: "5", reason: "Consultations" } }, { id: "msg_mistake" });
    // Later than what the history folds into one line, as undone at once.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    try {
      await send("event.withdrawn", { data: { event: "msg_mistake" } });
    } finally {
      vi.useRealTimers();
    }
    expect(await textsAt(`/fr${PAGE}/log`, ".what")).toEqual([
      "L’ordre du jour provisoire a été publié.",
      "La séance (vendredi matin, 29 janvier 2010) a été annulée.",
      "Retiré, car envoyé par erreur : La séance (vendredi matin, 29 janvier 2010) a été annulée.",
    ]);
    expect(await textsAt(`/fr${PAGE}/log`, ".withdrawn .change")).toEqual([PAGE_MESSAGES.fr.withdrawn]);
  });
});

describe("a calendar in another language", () => {
  it.for([
    { language: "fr", numbers: "Points 4 (suite), 5", marks: "prov.", name: "Vienna, 27" },
    { language: "ar", numbers: "البندان 4 (تابع)، 5", marks: "مؤقت", name: "Vienna، 27" },
    { language: "zh", numbers: "项目 4 (续)，5", marks: "临时", name: "Vienna，2010" },
  ])("lists by its own commas: $language", async ({ language, numbers, marks, name }) => {
    await announce();
    const feed = await feedText(`${PAGE}.ics?lang=${language}`);
    const summaries = reread(feed).map(({ summary }) => summary);
    expect(summaries).toContainEqual(expect.stringContaining(numbers));
    expect(summaries).toContainEqual(expect.stringContaining(`(${marks})`));
    expect(feed.replaceAll("\r\n ", "").replaceAll("\\,", ",")).toMatch(new RegExp(`^NAME:.*${name}`, "m"));
  });
});

describe("the page of all bodies", () => {
  const at = async (path: string, accepted?: string) => {
    const { status, headers } = await get(path, accepted === undefined ? {} : { "accept-language": accepted });
    return { status, location: headers.get("location"), asks: /\bAccept-Language\b/.test(headers.get("vary") ?? "") };
  };

  it("is in the language that the reader prefers, of those that there are", async () => {
    await announce();
    const asks = true;
    expect(await at("/", "fr-CH, de;q=0.9, en;q=0.8")).toEqual({ status: 302, location: "/fr", asks });
    expect(await at("/", "de, es;q=0.5, ru;q=0.7")).toEqual({ status: 302, location: "/ru", asks });
    expect(await at("/", "zh-Hant-TW")).toEqual({ status: 302, location: "/zh", asks });
    expect(await at("/", "en-GB, fr;q=0.9")).toEqual({ status: 200, location: null, asks });
    for (const accepted of [undefined, "de", "*", "fr;q=0", ";;,,=", ""])
      expect({ accepted, ...(await at("/", accepted)) }).toEqual({ accepted, status: 200, location: null, asks });
  });

  it("is the only one that asks: every other address means one language", async () => {
    await announce();
    for (const path of [PAGE, `/${BODY}`, `/fr${PAGE}`, "/fr", "/en"])
      expect({ path, ...(await at(path, "ru")) }).toEqual({ path, status: 200, location: null, asks: false });
    expect(await textsAt("/en", "h2")).toContain("Bodies");
    expect(await at(`/en${PAGE}?version=1`)).toEqual({ status: 301, location: `${PAGE}?version=1`, asks: false });
  });
});
