import { interpolate } from "../meeting/interpolate.ts";
import { buildFinder, readCriteria, writeCriteria, type Criteria } from "./finder.ts";
import { readScriptMessages } from "./messages.ts";

/** From how many on finding one takes a search. */
const MANY = 12;

/** What is looked for, and what it stands in, which is not shown where nothing of it is found. */
const FINDABLE = ".day .slot, .agenda > .item, .directory li";
const GROUPS = ".parallel, .day, .directory .group";
const FOUND = ".slot:not([hidden]), .directory li:not([hidden])";

/** In the address after the hash, so that what was looked for on one day can be looked for on all of them. */
const FRAGMENT = "#find=";

const normalize = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Words of what may be found, read once: to read all at each letter that is typed would be slow. */
let wordsOf = new WeakMap<Element, string>();

const readWords = (element: Element): string => {
  const words = wordsOf.get(element) ?? normalize(element.textContent);
  wordsOf.set(element, words);
  return words;
};

const isFound = (element: HTMLElement, { text, facets }: Criteria): boolean =>
  (text === "" ||
    normalize(text)
      .split(/\s+/)
      .every((word) => readWords(element).includes(word))) &&
  facets.every(({ chosen, listValues }) => chosen === "" || listValues(element).some(({ value }) => value === chosen));

/** Leads from one day to all, with what is looked for. */
const showWayToAll = (page: Document, finder: Element, { text }: Criteria): void => {
  const all = page.querySelector<HTMLAnchorElement>('.day-links a[href$="/programme"]:not([aria-current])');
  const link = finder.querySelector<HTMLAnchorElement>("output + a");
  if (!link) return;
  link.hidden = !all || text === "";
  link.textContent = all?.textContent ?? "";
  if (all) link.href = `${all.getAttribute("href") ?? ""}${FRAGMENT}${encodeURIComponent(text)}`;
};

const showFound = (page: Document): void => {
  const finder = page.querySelector<HTMLElement>(".finder");
  if (!finder) return;
  const criteria = readCriteria(finder);
  const all = [...page.querySelectorAll<HTMLElement>(FINDABLE)];
  for (const element of all) element.hidden = !isFound(element, criteria);
  for (const group of page.querySelectorAll<HTMLElement>(GROUPS)) group.hidden = !group.querySelector(FOUND);
  const isAsked = criteria.text !== "" || criteria.facets.some(({ chosen }) => chosen !== "");
  const output = finder.querySelector("output");
  const count = String(all.filter(({ hidden }) => !hidden).length);
  if (output) output.textContent = isAsked ? interpolate(readScriptMessages(page).finder.found, { count }) : "";
  showWayToAll(page, finder, criteria);
};

/** Lets a reader look for something in a long list, by words and by what its entries have in common. */
export const offerFinder = (page: Document): void => {
  wordsOf = new WeakMap();
  const all = [...page.querySelectorAll<HTMLElement>(FINDABLE)];
  if (all.length <= MANY) return;
  if (!page.querySelector(".finder")) page.querySelector(".day, .agenda, .directory")?.before(buildFinder(page, all));
  showFound(page);
};

/** Follows what is typed and chosen, and what the address asks for. */
export const enableFinder = (page: Document): void => {
  const followAddress = (): void => {
    if (!location.hash.startsWith(FRAGMENT)) return;
    writeCriteria(page, decodeURIComponent(location.hash.slice(FRAGMENT.length)));
    showFound(page);
  };
  page.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest(".finder")) showFound(page);
  });
  page.addEventListener("submit", (event) => {
    if (event.target instanceof Element && event.target.matches(".finder")) event.preventDefault();
  });
  addEventListener("hashchange", followAddress);
  followAddress();
};
