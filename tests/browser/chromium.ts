import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

/** Chromium as Debian installs it, or the one that CHROMIUM names; undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env["CHROMIUM"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));

/** Whether tests can use a browser here. Says so if not, or fails where one is required: `BROWSER=required`. */
export const hasBrowser = (): boolean => {
  if (chromiumPath() !== undefined) return true;
  const why = "no Chromium is here; `apt-get install chromium`, or name one in CHROMIUM";
  if (process.env["BROWSER"] === "required") throw new Error(`The browser's tests are required, but ${why}.`);
  console.warn(`The browser's tests are skipped: ${why}.`);
  return false;
};

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath() ?? "chromium" });
