import { readScriptMessages } from "./messages.ts";

/** How long a button says that it copied, in milliseconds. */
const SHOWN_FOR = 2000;

const copyText = async (button: HTMLButtonElement, copied: string): Promise<void> => {
  const label = button.textContent;
  if (label === copied) return;
  await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
  button.textContent = copied;
  setTimeout(() => (button.textContent = label), SHOWN_FOR);
};

/** Makes each `<button data-copy="TEXT">` copy, now or later on the page. Without scripts the text itself is there to be selected. */
export const enableCopyButtons = (document: Document): void => {
  const { copied } = readScriptMessages(document);
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[data-copy]") : undefined;
    if (button) void copyText(button, copied);
  });
};
