import { encodeSlots } from "../calendar/slot-codes.ts";
import { readScriptMessages } from "./messages.ts";

/** What lists name: sittings, items, and meetings; of a long programme sittings alone, whose items the agenda has. */
const LISTED = ".day .slot :is(h4, h5) > a, main:not(:has(.long)) .day .items a, .agenda h2 > a, .meetings :is(h2, h3) > a";

const PATH = /^\/([^/]+)\/([^/]+)(?:\/(slots|items)\/([^/]+))?$/;

/** The part of a selection that a link leads to. */
const readPart = (pathname: string, lang: string): string | undefined => {
  const path = pathname.startsWith(`/${lang}/`) ? pathname.slice(lang.length + 1) : pathname;
  const [, body, meeting, kind, id] = PATH.exec(path) ?? [];
  if (body === undefined || meeting === undefined) return undefined;
  if (kind === undefined || id === undefined) return `${body}.${meeting}`;
  return `${body}.${meeting}.${kind === "slots" ? `s${encodeSlots([id])}` : `i${decodeURIComponent(id)}`}`;
};

const buildStar = (page: Document, part: string, label: string): HTMLButtonElement => {
  const star = page.createElement("button");
  star.type = "button";
  star.className = "star small";
  star.dataset["star"] = part;
  star.ariaLabel = label;
  return star;
};

/** Gives each sitting, item and meeting of a list its star. In another site's frame a browser keeps nothing. */
export const addListStars = (page: Document): void => {
  if (page.documentElement.classList.contains("embed")) return;
  const { keep } = readScriptMessages(page);
  for (const link of page.querySelectorAll<HTMLAnchorElement>(LISTED)) {
    const place = link.closest("h2, h3, h4, h5") ?? link;
    if (place.nextElementSibling?.matches(".star")) continue;
    const part = readPart(new URL(link.href, location.href).pathname, page.documentElement.lang);
    if (part !== undefined) place.after(buildStar(page, part, `${keep}: ${link.textContent.trim()}`));
  }
};
