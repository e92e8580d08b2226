import { isContinued, readRomanHead } from "../expressions/item-heads.ts";
import { numberItem, readLeadingItems } from "../expressions/item-numbers.ts";
import { readRoman } from "../expressions/roman-numbers.ts";
import { HEADINGS } from "../languages/expressions.ts";
import { removeBullet } from "../text/typography.ts";
import type { Agenda, Found } from "./segment-readers.ts";

/** Items that a timetable names by Roman numbers alone, without the word for an item. */

/** "II & III." alone on its line, in a timetable whose items are numbered in Roman. */
const ROMAN = /^(?<all>[IVX]{1,5}(?:\s?[&,]\s?[IVX]{1,5}){0,4})\.?$/u;
const BEGINS_ROMAN = /^[IVX]{1,5}(?![\p{Script=Latin}\p{N}])/u;

/** "II. Nets", "II (a), III": items that the agenda lists. */
const readListedRomans = (printed: string, { isListed, isTitled }: Agenda): Found | undefined => {
  const text = removeBullet(printed);
  const list = BEGINS_ROMAN.test(text) ? readLeadingItems(text, true) : undefined;
  const title = text.slice(list?.length).replace(/^[\s.:–—-]{1,4}/u, "");
  const [item, ...others] = list?.items ?? [];
  // "II. Organization of work" heads a section.
  const isOfAgenda = item !== undefined && (title === "" || (others.length === 0 && isTitled(item, title)));
  if (!list?.items.every(isListed) || !isOfAgenda) return undefined;
  const continued = isContinued(title) ? list.items.map(({ key }) => key) : list.continued;
  return { segment: { kind: "items", items: list.items, continued, title }, length: printed.length };
};

const FIRST = numberItem(["I"]);

/** "A. Old nets" below "II. Nets"; "B. Timetable" heads a section. */
const readLetter = (text: string, { isListed }: Agenda): Found | undefined => {
  const head = isListed(FIRST) ? readRomanHead(text) : undefined;
  if (head?.mark === undefined || Object.values(HEADINGS).some((heading) => heading.test(head.rest))) return undefined;
  return { segment: { kind: "items", items: [], continued: [], title: head.rest, mark: head.mark }, length: text.length };
};

export const readRomanItems = (text: string, agenda: Agenda): Found | undefined => {
  if (agenda.isKnown) return readListedRomans(text, agenda) ?? readLetter(text, agenda);
  const numbers = ROMAN.exec(text)?.groups?.["all"]?.split(/\s?[&,]\s?/) ?? [];
  const items = numbers.filter((number) => readRoman(number) > 0).map((number) => numberItem([number]));
  if (items.length === 0 || items.length < numbers.length) return undefined;
  return { segment: { kind: "items", items, continued: [], title: "" }, length: text.length };
};
