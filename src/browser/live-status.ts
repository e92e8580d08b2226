import type { Sentence } from "./reconnecting-socket.ts";

export type LiveState = "live" | "changed" | "lost";

/** What is said beside how the page stands with the line: the last things that happened, no more than are read at a glance. */
const MAX_SENTENCES = 3;

/** Leads to where the page says it, if it does. */
const createSentence = (page: Document, { text, words, slot }: Sentence): HTMLElement => {
  const place = slot === undefined ? null : page.getElementById(`slot-${slot}`);
  const line = page.createElement(place ? "a" : "span");
  if (place) line.setAttribute("href", `#${place.id}`);
  line.className = "sentence";
  line.textContent = [text, ...words].join(" ");
  line.addEventListener("click", () => line.remove());
  return line;
};

/** Where the page says how it stands with the line: read out by screen readers, and in nobody's way. */
export const createLiveStatus = (page: Document) => {
  const badge = page.createElement("div");
  badge.className = "line";
  const status = page.createElement("p");
  status.setAttribute("role", "status");
  badge.append(status);
  (page.querySelector(".bar") ?? page.body).append(badge);
  return {
    badge,
    say: (text: string, state: LiveState, sentences: readonly Sentence[] = []): void => {
      badge.dataset["state"] = state;
      status.replaceChildren(text, ...sentences.slice(-MAX_SENTENCES).map((one) => createSentence(page, one)));
    },
  };
};
