import morphdom from "morphdom";
import type { LiveVersion } from "./reconnecting-socket.ts";

/** What a page says of the meeting that it shows: `<main data-live="/body/meeting/live" data-version="3" data-joint="1">`. */
export const readShownMeeting = (page: Document): (LiveVersion & { readonly live: string }) | undefined => {
  const { live, version, joint = 0 } = page.querySelector<HTMLElement>("main[data-live]")?.dataset ?? {};
  return live === undefined ? undefined : { live, version: Number(version), joint: Number(joint) };
};

/** The page as it is served now; undefined where it can't be had. */
export const fetchPage = async (): Promise<Document | undefined> => {
  try {
    const response = await fetch(location.pathname + location.search, { cache: "no-cache" });
    return response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
};

/** What the reader unfolded stays so; what did not change is not touched, so that focus, selection and scroll stay. */
const isToBeMorphed = (from: HTMLElement, to: HTMLElement): boolean => {
  if (from instanceof HTMLDetailsElement) to.toggleAttribute("open", from.open);
  return !from.isEqualNode(to);
};

const findStyleSheet = (page: Document): string | null | undefined => page.querySelector("link[rel=stylesheet]")?.getAttribute("href");

/** Makes the page that is shown say what `served` does. */
export const showPage = (page: Document, served: Document): void => {
  // A new release: its pages need its own styles and scripts.
  if (findStyleSheet(page) !== findStyleSheet(served)) return location.reload();
  page.title = served.title;
  const [from, to] = [page.querySelector("main"), served.querySelector("main")];
  if (from && to) morphdom(from, to, { onBeforeElUpdated: isToBeMorphed });
};
