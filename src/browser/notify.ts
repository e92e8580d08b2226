import type { ScriptMessages } from "../i18n/pages/messages.ts";
import type { Sentence } from "./reconnecting-socket.ts";

/** Only where the reader said so, in this browser; a page that is not served securely can't ask. */
export const maySendNotifications = (): boolean => "Notification" in window && isSecureContext && Notification.permission === "granted";

/** By the browser itself: no server takes part, and nothing is kept. Some browsers know these and can't show them from a page. */
const showNotification = (page: Document, body: string, tag: string): void => {
  try {
    const notification = new Notification(page.title, { body, tag, lang: page.documentElement.lang });
    notification.addEventListener("click", () => {
      window.focus();
      notification.close();
    });
  } catch {
    // It is said on the page all the same.
  }
};

/** To whoever left the page open and looks elsewhere; once, in however many windows it is open. */
export const notifyReader = (page: Document, { text, words }: Sentence, version: number): void => {
  if (page.hidden && maySendNotifications()) showNotification(page, [text, ...words].join(" "), `${location.pathname} ${version}`);
};

/** Lets the reader ask for them, where that was not answered yet; the first comes at once, so that they know what it looks like. */
export const offerNotifications = (page: Document, badge: HTMLElement, { notify, notified }: ScriptMessages): void => {
  if (!("Notification" in window) || !isSecureContext || Notification.permission !== "default") return;
  const button = page.createElement("button");
  button.type = "button";
  button.textContent = notify;
  const ask = async (): Promise<void> => {
    const permission = await Notification.requestPermission();
    if (permission !== "default") button.remove();
    if (permission === "granted") showNotification(page, notified, location.pathname);
  };
  button.addEventListener("click", () => void ask());
  badge.append(button);
};
