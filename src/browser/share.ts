/** Shows the buttons by which a page is handed on, where the reader's system can (Web Share). */
export const showShareButtons = (page: Document): void => {
  if (!("share" in navigator)) return;
  for (const button of page.querySelectorAll<HTMLElement>("[data-share]")) button.hidden = false;
};

const share = async (): Promise<void> => {
  try {
    await navigator.share({ title: document.title, url: location.href });
  } catch {
    // The reader thought better of it.
  }
};

export const enableShareButtons = (page: Document): void =>
  page.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-share]")) void share();
  });
