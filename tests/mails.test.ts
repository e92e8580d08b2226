import { reset } from "cloudflare:test";
import PostalMime, { type Email } from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/meeting/text.ts";
import { encodeHeader } from "../src/news/mail/write-mime.ts";
import { announce, BODY, feedText, get, MEETING, nextId, send } from "./support/secretariat.ts";

/** Mails as a library reads them that had no part in writing them. */

const CHANGES = `/${BODY}/${MEETING}/changes.eml`;

const readMail = async (path: string): Promise<Email> => PostalMime.parse(await feedText(path));
const toWords = (html = ""): string =>
  html
    .replaceAll(/<head>.*<\/head>/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll(/\s+/g, " ")
    .trim();

const move = (slot: string, hour: string, id = nextId()) =>
  send("slot.rescheduled", { data: { slot, start: `2010-01-28T${hour}:00`, end: `2010-01-28T${Number(hour) + 2}:00` } }, { id });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a mail of what changed since a version", () => {
  it("says all in its subject, and what it was before", async () => {
    await move("4", "16");
    const { subject, text } = await readMail(`${CHANGES}?since=1`);
    expect(subject).toMatch(/^NEW TIME: items? [\d(), a-z.-]+, Thursday, 28 January 2010, 4-6 p\.m\.$/);
    expect(text).toContain("Thursday, 28 January 2010, 4-6 p.m.");
    expect(text).toContain("Before: Thursday, 28 January 2010, 3-6 p.m.");
    expect(text).toContain(`https://plenary.example/${BODY}/${MEETING}\n`);
  });

  it("says once what changed, and why where that was said; what had changed before stands with the sitting", async () => {
    await send("slot.rescheduled", { data: { slot: "4", start: "2010-01-28T16:00", note: "at the request of the Chair" } });
    const { text: first } = await readMail(`${CHANGES}?since=1`);
    expect(first?.match(/moved from/g)).toHaveLength(1);
    expect(first).toContain("At the request of the Chair");
    expect(first?.match(/NEW TIME/g)).toHaveLength(1);
    await send("slot.relocated", { data: { slot: "4", venue: "Conference Room 4" } });
    const { text: second } = await readMail(`${CHANGES}?since=2`);
    expect(second).toMatch(/^NEW PLACE: .*\n.*, Conference Room 4, Vienna\nBefore: /);
    expect(second?.match(/Conference Room 4/g)).toHaveLength(1);
    expect(second).toContain("At the request of the Chair");
    await move("5", "16");
    expect((await readMail(`${CHANGES}?since=3`)).text).not.toContain("moved from");
  });

  it("is one of a sitting that moved twice and changed its room, and of none that was undone", async () => {
    await move("4", "14");
    await move("4", "16");
    await send("slot.relocated", { data: { slot: "4", venue: "Conference Room 4" } });
    const mistake = nextId();
    await send("slot.cancelled", { data: { slot: "5" } }, { id: mistake });
    await send("event.withdrawn", { data: { event: mistake } });
    const { subject, text } = await readMail(`${CHANGES}?since=1`);
    expect(subject).toMatch(/^NEW TIME, NEW PLACE: items? .*, 4-6 p\.m\.$/);
    expect(text?.match(/^Before: /gm)).toHaveLength(1);
    expect((await readMail(`${CHANGES}?since=6`)).subject).toBe("Nothing changed since version 6.");
  });

  it("says nothing of what was opened, taken up or concluded", async () => {
    await send("meeting.opened");
    await send("slot.opened", { data: { slot: "1" } });
    await send("item.taken_up", { data: { item: "1" } });
    expect((await readMail(`${CHANGES}?since=1`)).subject).toBe("Nothing changed since version 1.");
  });

  it.for(LANGUAGES)("is whole in %s, as text and as a page that loads nothing", async (language) => {
    await move("4", "16");
    await send("slot.cancelled", { data: { slot: "5", reason: "Consultations & lunch" } });
    await send("slot.relocated", { data: { slot: "3", venue: "Room <3>" } });
    const { subject = "", text = "", html } = await readMail(`${CHANGES}?since=1&lang=${language}`);
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    if (language !== "en") expect(`${subject}${text}`).not.toMatch(/NEW|CANCELLED|Before:|Thursday/);
    expect(toWords(html).replaceAll("&lt;", "<").replaceAll("&gt;", ">")).toBe(text.replaceAll(/\s+/g, " ").trim());
    expect(html).toContain(`lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`);
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style)|src=|url\(/);
  });

  it("is a draft of a thread that all mails of its meeting belong to, the same bytes until something changes", async () => {
    await move("4", "16");
    const response = await get(`${CHANGES}?since=1`);
    expect(response.headers.get("content-type")).toBe("message/rfc822");
    const { headers, messageId, references } = await readMail(`${CHANGES}?since=1`);
    expect(headers).toContainEqual({ key: "x-unsent", value: "1", originalKey: "x-unsent" });
    expect(messageId).toBe(`<${BODY}.${MEETING}.since-1.2.en@plenary.example>`);
    expect(references).toBe(`<${BODY}.${MEETING}@plenary.example>`);
    const tag = { "if-none-match": response.headers.get("etag") ?? "" };
    expect((await get(`${CHANGES}?since=1`, tag)).status).toBe(304);
    await move("4", "17");
    expect((await get(`${CHANGES}?since=1`, tag)).status).toBe(200);
  });

  it("is of no version that there never was", async () => {
    expect((await get(`${CHANGES}?since=9`)).status).toBe(404);
    expect((await get(`/${BODY}/1999/changes.eml`)).status).toBe(404);
  });
});

describe("the programme of a day as a mail", () => {
  it.for(LANGUAGES)("says what the text says, in %s", async (language) => {
    const path = `/${BODY}/${MEETING}/2010-01-28`;
    const { subject = "", text = "" } = await readMail(`${path}.eml?lang=${language}`);
    expect(text.trim()).toBe((await feedText(`${path}.txt?lang=${language}`)).trim());
    expect(text).toContain(subject.split(/[,،，]/)[0] ?? "");
  });
});

describe("a value of a header", () => {
  it.for(["Room 4\r\nBcc: all@example.org", "a\nb", "\u0000\u007F", "=?UTF-8?Q?x?=", "é".repeat(300), "😀".repeat(90)])(
    "%j is one line whatever it was, and read as it was meant",
    async (value) => {
      const encoded = encodeHeader(value);
      expect(encoded.split("\r\n ").every((line) => /^[\x20-\x7E]{0,75}$/.test(line))).toBe(true);
      const { subject, headers } = await PostalMime.parse(`Subject: ${encoded}\r\nX-Last: 1\r\n\r\n`);
      expect(headers.map(({ key }) => key)).toEqual(["subject", "x-last"]);
      // oxlint-disable-next-line no-control-regex -- what is taken out
      expect(subject ?? "").toBe(value.replaceAll(/[\u0000-\u001F\u007F]+/g, " ").trim());
    },
  );
});
