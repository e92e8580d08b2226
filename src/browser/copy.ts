import { wordsOf } from "./words.ts";

/** How long a button says that it copied, in milliseconds. */
const SAID_FOR = 2000;

const copyFrom = async (button: HTMLButtonElement, copied: string): Promise<void> => {
  const label = button.textContent;
  if (label === copied) return;
  await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), SAID_FOR);
};

/** Makes each `<button data-copy="TEXT">` copy, now or later on the page. Without scripts the text itself is there to be selected. */
export const offerCopies = (document: Document): void => {
  const { copied } = wordsOf(document);
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-copy]") : undefined;
    if (button) void copyFrom(button, copied);
  });
};
