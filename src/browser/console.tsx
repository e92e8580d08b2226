import { render } from "preact";
import { ConsoleApp } from "./console/app.tsx";
import { isLanguage, loadMessages } from "./console/messages/load.ts";

/** Starts the console in the element that the page has for it. */
const start = async (root: HTMLElement): Promise<void> => {
  const { body = "", meeting = "", origin = "" } = root.dataset;
  const { lang } = document.documentElement;
  const messages = await loadMessages(isLanguage(lang) ? lang : "en");
  root.replaceChildren();
  render(<ConsoleApp address={{ body, meeting }} messages={messages} origin={origin} />, root);
};

const root = document.querySelector<HTMLElement>("#console");
if (root) void start(root);
