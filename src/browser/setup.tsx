import { render } from "preact";
import { isLanguage, loadMessages } from "./console/messages/load.ts";
import { SetupApp } from "./setup/setup-app.tsx";

/** Starts the setting up in the element that the page has for it. */
const start = async (root: HTMLElement): Promise<void> => {
  const { lang } = document.documentElement;
  const messages = await loadMessages(isLanguage(lang) ? lang : "en");
  root.replaceChildren();
  render(<SetupApp messages={messages} />, root);
};

const root = document.querySelector<HTMLElement>("#setup");
if (root) void start(root);
