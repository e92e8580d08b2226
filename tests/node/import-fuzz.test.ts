import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDraft } from "../../src/documents/draft.ts";
import { MONTH_OF, WEEKDAY_OF } from "../../src/documents/languages/expressions.ts";
import { readFile } from "../../src/documents/forms/read-file.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";
import { draftMeeting, numberDraftItems, type DraftMeeting } from "../../src/meeting/draft.ts";
import { chooseText, type Text } from "../../src/meeting/text.ts";
import { FORMS } from "../support/document-forms.ts";

/**
 * Whatever happens to a document, the importer answers, in time, with a draft that holds its schema, and invents nothing:
 * each date, time, symbol, number and title can be traced to the text. `npm run fuzz:import` is the long form.
 */

const CASES = Number(process.env["FUZZ_CASES"] ?? 600);
const FOLDERS = ["tests/documents", "data/documents", ...(process.env["FUZZ_DOCUMENTS"] ?? "").split(":").filter(Boolean)];
const DOCUMENTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:txt|html)$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
);

const bare = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
const letters = (text: string): string => bare(text).replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** What the text holds, read without any of the importer's patterns. */
const evidenceOf = (text: string) => {
  // Tags and invisible characters may stand in the middle of a word.
  const untagged = text.replaceAll(/<[^<>]*>/g, "");
  const visible = (printed: string) => printed.replaceAll(/[\p{Cf}\p{Cc}\p{Cs}\p{Cn}*_]+/gu, (run) => (/\s/.test(run) ? " " : ""));
  const lower = bare([text, untagged, visible(text), visible(untagged)].join("\n").replaceAll(/&[a-z]+;/g, " "));
  const words = new Set(lower.match(/\p{L}+/gu));
  const numbers = new Set((lower.match(/\d+/g) ?? []).map(Number));
  const months = new Set([...MONTH_OF].filter(([word]) => words.has(bare(word))).map(([, month]) => month));
  const weekdays = new Set([...WEEKDAY_OF].filter(([word]) => words.has(bare(word))).map(([, weekday]) => weekday));
  return { numbers, months, weekdays, words, solid: `${letters(text)} ${letters(untagged)}` };
};
type Evidence = ReturnType<typeof evidenceOf>;

const isDateGiven = ({ numbers, months, weekdays }: Evidence, date: string): boolean => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const isYearGiven = numbers.has(year) || numbers.has(year + 1) || numbers.has(year - 1);
  return isYearGiven && ((numbers.has(day) && (months.has(month) || weekdays.size > 0)) || weekdays.has(weekday));
};

const NOON = ["noon", "midday", "midi", "mediodia", "полдень", "полдень"];
const MIDNIGHT = ["midnight", "minuit", "medianoche", "полночь", "полночь"];

const isTimeGiven = ({ numbers, words }: Evidence, time: string): boolean => {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const isNamed =
    (hour === 12 && NOON.some((word) => words.has(bare(word)))) || (hour === 0 && MIDNIGHT.some((word) => words.has(bare(word))));
  const isMilitary = numbers.has(hour * 100 + minute);
  const isHourGiven =
    numbers.has(hour) ||
    numbers.has(hour % 12) ||
    numbers.has(hour - 12) ||
    (hour % 12 === 0 && numbers.has(12)) ||
    (hour === 0 && numbers.has(24));
  return isNamed || isMilitary || (isHourGiven && (minute === 0 || numbers.has(minute)));
};

const getWords = (title: Text): readonly string[] => bare(chooseText(title, "en")).match(/\p{L}+/gu) ?? [];

/** Everything in a draft that its text does not give. */
const invented = (meeting: DraftMeeting, text: string): readonly string[] => {
  const evidence = evidenceOf(text);
  const { agenda, slots, documents } = meeting;
  const dates = [meeting.opensOn, meeting.closesOn, agenda.issuedOn, ...slots.map(({ start }) => start.slice(0, 10))];
  const times = slots.flatMap(({ start, end }) => [start, end]).map((time) => time?.slice(11));
  const symbols = [agenda.symbol, ...documents.map(({ symbol }) => symbol)];
  const items = numberDraftItems(agenda.items);
  const digits = [...items.map(({ number }) => number), ...slots.flatMap((slot) => slot.items)].flatMap(
    (number) => number.match(/\d+/g) ?? [],
  );
  const isGenerated = text.includes("<ol");
  const titles = [meeting.title, meeting.city, ...items.map(({ item }) => item.title), ...documents.map(({ title }) => title)];
  return [
    ...dates.filter((date) => date !== undefined && !isDateGiven(evidence, date)),
    ...times.filter((time) => time !== undefined && !isTimeGiven(evidence, time)),
    ...symbols.filter((symbol) => symbol !== undefined && !evidence.solid.includes(letters(symbol))),
    ...digits.filter((number) => !isGenerated && !evidence.numbers.has(Number(number)) && !isInRange(evidence, Number(number))),
    ...titles.flatMap((title) => (title === undefined ? [] : getWords(title).filter((word) => !evidence.solid.includes(word)))),
    ...(meeting.timezone ? [meeting.timezone] : []),
    ...(meeting.id ? [meeting.id] : []),
    ...(meeting.body.id ? [meeting.body.id] : []),
    ...(meeting.body.shortName ? [meeting.body.shortName] : []),
  ].filter((fact) => fact !== undefined);
};

/** "Items 1-5" gives 3 as well. */
const isInRange = ({ numbers }: Evidence, number: number): boolean =>
  [...numbers].some((low) => low < number) && [...numbers].some((high) => high > number && high < 100);

const check = (text: string): void => {
  const { meeting, warnings } = composeDraft(readPasted(text));
  const parsed = draftMeeting.safeParse(meeting);
  expect(parsed.error?.issues ?? [], text).toEqual([]);
  expect(invented(meeting, text), text).toEqual([]);
  if (meeting.slots.length === 0) expect(warnings.length, text).toBeGreaterThan(0);
};

type Mutation = (lines: string[], at: number, other: number, noise: string) => string[];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  dropped: (lines, at) => lines.toSpliced(at, 1),
  doubled: (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ""),
  swapped: (lines, at, other) => lines.with(at, lines[other] ?? "").with(other, lines[at] ?? ""),
  cut: (lines, at, other) => lines.with(at, (lines[at] ?? "").slice(0, other % 40)),
  "cut in front": (lines, at, other) => lines.with(at, (lines[at] ?? "").slice(other % 40)),
  joined: (lines, at) => lines.toSpliced(at, 2, `${lines[at] ?? ""} ${lines[at + 1] ?? ""}`),
  torn: (lines, at, other) => lines.toSpliced(at, 1, (lines[at] ?? "").slice(0, other % 60), (lines[at] ?? "").slice(other % 60)),
  littered: (lines, at, other, noise) =>
    lines.with(at, (lines[at] ?? "").slice(0, other % 50) + noise + (lines[at] ?? "").slice(other % 50)),
  moved: (lines, at, other) => lines.toSpliced(at, 1).toSpliced(other, 0, lines[at] ?? ""),
  ended: (lines, at) => lines.slice(0, at + 1),
};

const noise = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "\t",
    "<td>",
    "</table>",
    "(a)",
    "1.",
    "10 a.m.",
    "-",
    "1 June",
    "Monday",
    "A/1",
    "\u00a0",
    "\u00ad",
    "(continued)",
    "31 February 2031",
    "25:00",
    "\ud800",
  ),
);
const step = fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.nat(), fc.nat(), noise);

const mutated = (document: string, steps: readonly (readonly [string, number, number, string])[]): string =>
  steps
    .reduce(
      (lines, [name, at, other, litter]) =>
        lines.length === 0 ? lines : (MUTATIONS[name]?.(lines, at % lines.length, other % lines.length, litter) ?? lines),
      document.split("\n"),
    )
    .join("\n");

const FORM_NAMES = Object.keys(FORMS);

const checkForm = async (text: string, form: string): Promise<void> => {
  const read = await readFile(FORMS[form]?.(text) ?? new Uint8Array());
  if (!read.ok) return;
  const { meeting } = composeDraft(read.value);
  expect(draftMeeting.safeParse(meeting).error?.issues ?? [], text).toEqual([]);
  expect(invented(meeting, text), `${form}\n${text}`).toEqual([]);
};

describe("the importer", () => {
  it.each(DOCUMENTS.map((text, at) => [at, text] as const))("invents nothing in document %i as it is", (_, text) => check(text));

  it(`survives ${CASES} mutations of all documents and invents nothing`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), fc.array(step, { minLength: 1, maxLength: 8 }), (document, steps) =>
        check(mutated(document, steps)),
      ),
      { numRuns: CASES },
    );
  });

  it(`survives ${CASES} mutations of all documents in each form of file and invents nothing`, { timeout: 1_200_000 }, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...DOCUMENTS.filter((text) => !text.includes("<td"))),
      fc.constantFrom(...FORM_NAMES),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (document, form, steps) => checkForm(mutated(document, steps), form),
    );
    await fc.assert(property, { numRuns: CASES });
  });

  it("survives text that is no document at all", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, fc.string({ maxLength: 60 })), { maxLength: 40 }), (lines) => check(lines.join("\n"))),
      { numRuns: Math.min(CASES, 1000) },
    );
  });
});
