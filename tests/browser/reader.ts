import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Somebody at a page, and what a well-behaved page would not have done. */
export interface Reader {
  readonly page: Page;
  /** Errors of its console (breaches of the Content-Security-Policy among them), of its scripts, and requests to others than the service. */
  readonly complaints: readonly string[];
}

export interface Visit extends BrowserContextOptions {
  /** Complaints that belong to what is tried, such as a lost line. */
  readonly expected?: RegExp;
}

/** Milliseconds that a page has for what it is asked for. */
const PATIENCE = 60_000;

/** What the driver says in the worker's place. */
const WORKER_BLOCKED = "Service Worker registration blocked";

/** Opens a page of the service in a browser profile of its own. */
export const openReader = async (
  browser: Browser,
  origin: string,
  path: string,
  { expected = /^$/, serviceWorkers = "block", ...options }: Visit = {},
): Promise<Reader> => {
  // What a page keeps for when there is no line would answer for the service: where that is not tried, there is none.
  const context = await browser.newContext({ baseURL: origin, locale: "en-GB", serviceWorkers, ...options });
  // Where the machine is busy; what never comes is waited for in vain a little longer.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  const complain = (text: string): void => {
    if (!expected.test(text) && !text.startsWith(WORKER_BLOCKED)) complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complain(message.text());
  });
  page.on("pageerror", (error) => complain(error.message));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && protocol !== "data:" && protocol !== "blob:") complain(`asked ${asked}`);
  });
  await page.goto(path);
  return { page, complaints };
};
