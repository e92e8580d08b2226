import { reset } from "cloudflare:test";
import { Parser } from "htmlparser2";
import { beforeAll, describe, expect, it } from "vitest";
import { parseMeetingRecord } from "../src/meeting/parse.ts";
import { announce, BODY, get, MEETING, post, SEED, send } from "./support/secretariat.ts";
import { reread } from "./support/reread.ts";

/** Whatever the words of a record, they are words: no format takes them for its own. */

const HOSTILE = [
  "</script><script>alert(1)</script>",
  `"'><img src=x onerror=alert(1)>`,
  "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO",
  "\n ATTENDEE:mailto:x@evil.example",
  "\rATTENDEE;CN=x:mailto:x@evil.example",
  "\u2028BEGIN:VEVENT\u2029",
  "<!--<script>",
  "]]>&lt;b&gt;%0d%0aX: y",
  "${7*7}{{7*7}}\\n\\,\\;^n",
].join(" ");

const body = { ...SEED.body, name: `A ${HOSTILE}`, shortName: `<b>"\r\nX:y`, parent: HOSTILE };
const RECORD = {
  ...SEED,
  body,
  title: { en: HOSTILE, ar: HOSTILE },
  city: "<i>\r\nCity",
  venue: HOSTILE,
  agenda: {
    ...SEED.agenda,
    items: SEED.agenda.items.map((item) => ({ ...item, title: HOSTILE, shortTitle: HOSTILE, annotation: HOSTILE })),
  },
  documents: (SEED.documents ?? []).map((document) => ({ ...document, title: HOSTILE })),
  slots: SEED.slots.map((slot) => ({
    ...slot,
    venue: HOSTILE,
    webcast: `https://media.example/"';,\\u003cscript\\u003e`.replaceAll(/["\\]/g, ""),
  })),
};

const FEEDS = [
  `/${BODY}.ics`,
  `/${BODY}/${MEETING}.ics`,
  `/${BODY}/${MEETING}.ics?lang=ar&cancelled=text`,
  `/${BODY}/${MEETING}/slots/3.ics`,
];
const PAGES = [
  "",
  `/${BODY}`,
  `/${BODY}/${MEETING}`,
  `/ar/${BODY}/${MEETING}`,
  `/${BODY}/${MEETING}/agenda`,
  `/${BODY}/${MEETING}/slots/3`,
  `/${BODY}/${MEETING}/items/4`,
  `/embed/${BODY}`,
  `/embed/${BODY}/${MEETING}`,
  `/embed/${BODY}/${MEETING}/now`,
  "/bodies/2010",
  `/${BODY}/${MEETING}/log`,
  `/${BODY}/${MEETING}/screen`,
  `/${BODY}/${MEETING}/console`,
];

beforeAll(async () => {
  await reset();
  await post(JSON.stringify({ type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: BODY, record: body } }));
  expect(await announce(RECORD)).toMatchObject({ status: 200 });
  await send("meeting.opened", { data: { note: HOSTILE } });
  await send("slot.cancelled", { data: { slot: "2", reason: HOSTILE } });
  await send("slot.relocated", { data: { slot: "3", venue: HOSTILE } });
  await send("report.issued", { data: { symbol: "A/1", title: HOSTILE } });
});

describe("in a calendar", () => {
  it.for(FEEDS)("there are no properties and components but our own: %s", async (path) => {
    const response = await get(path);
    const feed = await response.text();
    const lines = feed.replaceAll("\r\n ", "").split("\r\n");
    expect(feed).not.toMatch(/(?<!\r)\n|\r(?!\n)|[\u0085\u2028\u2029]/);
    expect(lines.filter((line) => /^(ATTENDEE|ACTION|X:|BEGIN:VALARM)/i.test(line))).toEqual([]);
    const entries = reread(feed);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(entries.length);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every(({ uid }) => uid.startsWith(`${BODY}.${MEETING}.slot-`))).toBe(true);
    expect(response.headers.get("content-disposition")).toMatch(/^(inline|attachment); filename="[a-z0-9.-]+"$/);
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

const elementsOf = (html: string): readonly Element[] => {
  const [elements, open]: [Element[], Element[]] = [[], []];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const element = { name, attributes, text: "" };
      elements.push(element);
      open.push(element);
    },
    ontext: (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(html);
  return elements;
};

describe("in a page", () => {
  it.for(PAGES)("there are no scripts, handlers and links but our own: %s", async (path) => {
    const elements = elementsOf(await (await get(path)).text());
    const scripts = elements.filter(({ name }) => name === "script");
    for (const { attributes, text } of scripts) {
      if (attributes["type"]?.endsWith("json")) expect(JSON.parse(text)).toBeTypeOf("object");
      else {
        expect(attributes["src"]).toMatch(/^\/assets\//);
        expect(text).toBe("");
      }
    }
    for (const { name, attributes } of elements) {
      expect(
        Object.keys(attributes).filter((attribute) => attribute.startsWith("on")),
        name,
      ).toEqual([]);
      for (const attribute of ["href", "src", "action"])
        expect(attributes[attribute] ?? "/", `${name} ${attribute}`).toMatch(/^(?:\/(?!\/)|#|https:\/\/|webcals?:\/\/|mailto:|\.|[?])/);
    }
    expect(elements.filter(({ name, attributes }) => name === "img" && attributes["src"] === "x")).toEqual([]);
  });

  it("of a meeting, JSON-LD says the title as it is", async () => {
    const elements = elementsOf(await (await get(`/${BODY}/${MEETING}`)).text());
    const data = elements.find(({ attributes }) => attributes["type"] === "application/ld+json");
    expect(JSON.parse(data?.text ?? "{}")).toMatchObject({ "@type": "Event", name: HOSTILE });
  });
});

describe("in addresses and file names", () => {
  it.for(["../x", "a/b", "a\\b", "A", "a b", "a\u0000", "", ".", "con.", "-a", "a-", "events", "log", "assets"])(
    "an id is never %j",
    (id) => {
      for (const record of [
        { ...SEED, id },
        { ...SEED, body: { ...SEED.body, id } },
      ]) {
        const parsed = parseMeetingRecord(record);
        expect(parsed.ok).toBe(false);
      }
    },
  );
});
