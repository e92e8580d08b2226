/** How long a button says that it copied, in milliseconds. */
const SAID_FOR = 2000;

const copyFrom = async (button: HTMLButtonElement, text: string): Promise<void> => {
  await navigator.clipboard.writeText(text);
  button.dataset["copied"] = "";
  setTimeout(() => delete button.dataset["copied"], SAID_FOR);
};

/** Shows the buttons that copy: `<button hidden data-copy="TEXT">`. Without scripts the text itself is there to be selected. */
export const offerCopies = (root: ParentNode): void => {
  for (const button of root.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copyFrom(button, button.dataset["copy"] ?? ""));
  }
};
