import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { MESSAGES } from "../src/i18n/all.ts";
import { LANGUAGES } from "../src/meeting/text.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, send } from "./support/secretariat.ts";

/** The documents of a meeting, as they come out, late in one language, again, or no more. */

const PAGE = `/${BODY}/${MEETING}`;
const PAPER = { symbol: "CTOC/COP/WG.4/2010/CRP.1", items: ["4"] };

const issue = (document: object) => send("documents.issued", { data: { documents: [{ ...PAPER, ...document }] } });
const withdraw = (symbol = PAPER.symbol) => send("documents.withdrawn", { data: { symbol, reason: "Superseded" } });
const readThird = async (query = ""): Promise<string> => reread(await feedText(`${PAGE}/slots/3.ics${query}`))[0]?.description ?? "";
const inLanguage = (language: string): string => (language === "en" ? PAGE : `/${language}${PAGE}`);

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a document that is late in one language", () => {
  it.each(LANGUAGES)("is told as awaited to its readers alone, in calendar and page, in %s", async (late) => {
    const issuedOn = Object.fromEntries(LANGUAGES.filter((language) => language !== late).map((language) => [language, "2010-01-20"]));
    await issue({ issuedOn });
    const mark = `${PAPER.symbol} (${MESSAGES[late].documentAwaited})`;
    expect(await readThird(`?lang=${late}`)).toContain(mark);
    expect(await feedText(`${inLanguage(late)}/agenda`)).toContain(MESSAGES[late].documentAwaited);
    const other = late === "en" ? "fr" : "en";
    expect(await readThird(`?lang=${other}`)).not.toContain(MESSAGES[other].documentAwaited);
    await issue({ issuedOn: { [late]: "2010-01-27" } });
    expect(await readThird(`?lang=${late}`)).not.toContain(MESSAGES[late].documentAwaited);
  });

  it("names at least one language, and none but the six", async () => {
    expect((await issue({ issuedOn: {} })).status).toBe(422);
    expect((await issue({ issuedOn: { de: "2010-01-20" } })).status).toBe(422);
  });
});

describe("a document that is issued again", () => {
  it.each(LANGUAGES)("says so under its symbol, in %s", async (language) => {
    await issue({ title: "Draft conclusions" });
    await issue({ reissuedOn: "2010-01-26" });
    const { documentReissued, dates } = MESSAGES[language];
    const mark = documentReissued.replace("{date}", dates.day("2010-01-26"));
    expect(await readThird(`?lang=${language}`)).toContain(`Draft conclusions (${mark})`);
    expect(await feedText(`${inLanguage(language)}/agenda`)).toContain(mark);
  });
});

describe("a document that is withdrawn", () => {
  it("is in no calendar and on no page any more, and the history says it in six languages", async () => {
    await issue({});
    expect(await readThird()).toContain(PAPER.symbol);
    expect(await withdraw()).toMatchObject({ status: 200, answer: { outcome: "applied" } });
    expect(await readThird()).not.toContain(PAPER.symbol);
    for (const page of [PAGE, `${PAGE}/agenda`, `${PAGE}/slots/3`]) expect(await feedText(page)).not.toContain(PAPER.symbol);
    for (const language of LANGUAGES) expect(await feedText(`${inLanguage(language)}/log`)).toContain(PAPER.symbol);
    expect(await feedText(`${PAGE}/log`)).toContain(`Document withdrawn: ${PAPER.symbol}.`);
    expect(await feedText(`${PAGE}/log`)).toContain("Superseded");
  });

  it("can't be one that the meeting never had; said again, that is so already", async () => {
    expect(await withdraw()).toMatchObject({ status: 409, answer: { reason: "unknown-document" } });
    await issue({});
    await withdraw();
    expect(await withdraw()).toMatchObject({ status: 200, answer: { outcome: "unchanged" } });
  });
});
