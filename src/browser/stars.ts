import { addListStars } from "./list-stars.ts";

/** What the reader keeps, part by part, as the address of a selection has it: in this browser alone. */
const KEY = "plenary.kept";

const splitParts = (text: string | null | undefined): readonly string[] => (text ?? "").split("_").filter(Boolean);

/** A browser may keep nothing, or refuse to say: then nothing is kept. */
const readKept = (): readonly string[] => {
  try {
    return splitParts(localStorage.getItem(KEY));
  } catch {
    return [];
  }
};

const readStar = (star: HTMLElement): readonly string[] => splitParts(star.dataset["star"]);

const isKept = (parts: readonly string[], kept: readonly string[]): boolean =>
  parts.length > 0 && parts.every((part) => kept.includes(part));

/** Where the reader's own programme is: all of it is in its address. */
const formatAddress = (path: string, kept: readonly string[]): string =>
  kept.length === 0 ? path : `${path}/${encodeURI(kept.join("_"))}`;

/** Shows what is kept, where there is anything to keep and a browser that can. */
export const showStars = (page: Document): void => {
  const kept = readKept();
  addListStars(page);
  for (const star of page.querySelectorAll<HTMLElement>("[data-star]")) {
    star.hidden = false;
    star.ariaPressed = String(isKept(readStar(star), kept));
  }
  for (const link of page.querySelectorAll<HTMLElement>("[data-kept]")) link.hidden = kept.length === 0;
};

const press = (star: HTMLElement): void => {
  const [before, parts] = [readKept(), readStar(star)];
  const others = before.filter((part) => !parts.includes(part));
  const kept = isKept(parts, before) ? others : [...others, ...parts];
  try {
    localStorage.setItem(KEY, kept.join("_"));
  } catch {
    return;
  }
  showStars(document);
  // The reader's own programme is at another address now; one that was handed on stays.
  const own = document.querySelector<HTMLElement>("[data-own-programme]");
  const shown = [...document.querySelectorAll<HTMLElement>("[data-own-programme] [data-star]")].flatMap(readStar);
  if (own && isKept(shown, before)) location.replace(formatAddress(own.dataset["ownProgramme"] ?? "", kept));
};

/** Makes each `<button data-star>` keep and drop what it names, and leads from the page of nobody's programme to the reader's own. */
export const enableStars = (page: Document): void => {
  const empty = page.querySelector<HTMLElement>("[data-own-programme][data-empty]");
  const kept = readKept();
  if (empty && kept.length > 0) location.replace(formatAddress(empty.dataset["ownProgramme"] ?? "", kept));
  page.addEventListener("click", ({ target }) => {
    const star = target instanceof Element ? target.closest<HTMLElement>("[data-star]") : undefined;
    if (star) press(star);
  });
  // What is kept in another window is kept here.
  addEventListener("storage", () => showStars(page));
};
