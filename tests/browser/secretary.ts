import { expect } from "vitest";
import type { Locator, Page } from "playwright-core";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { formatMeetingPath } from "../../src/calendar/addresses.ts";
import type { Service } from "../node/service.ts";

/** Browsers complain of every answer that is no success. */
export const REFUSED = /status of (?:401|409|422)/;

interface LoggedEvent {
  readonly id: string;
  readonly type: string;
  readonly happened: string;
  readonly isWithdrawn: boolean;
}

/** What the service has taken, the earliest first. */
export const logOf = async (service: Service, { body, id }: MeetingRecord): Promise<readonly LoggedEvent[]> =>
  ((await (await service.get(`${formatMeetingPath(body.id, id)}/log.json`)).json()) as { readonly events: readonly LoggedEvent[] }).events;

/** Somebody at the console, who knows it by what it says in English. */
export interface Secretary {
  readonly page: Page;
  readonly press: (name: string) => Promise<void>;
  /** What the window says would change. */
  readonly findings: () => Promise<string>;
  /** Opens what a button offers, and fills its form, until what would change is said. */
  readonly propose: (button: string, fields?: Readonly<Record<string, string>>) => Promise<void>;
  /** Gives the order that the window is for. */
  readonly confirm: () => Promise<void>;
  /** Does what a button offers, with its form or its sheet where it has one. */
  readonly post: (button: string, fields?: Readonly<Record<string, string>>) => Promise<void>;
  /** Does so, until nothing is on its way any more. */
  readonly send: (button: string, fields?: Readonly<Record<string, string>>) => Promise<void>;
  readonly isDone: () => Promise<void>;
}

export const consoleOf = ({ body, id }: MeetingRecord, prefix = ""): string => `${prefix}${formatMeetingPath(body.id, id)}/console`;

/** @param scope where the buttons are looked for: all of the page, or the row of a sitting */
export const secretaryAt = (page: Page, scope: Page | Locator = page): Secretary => {
  // Those that show something first end in an ellipsis.
  const button = (name: string) =>
    scope.getByRole("button", { name, exact: true }).or(scope.getByRole("button", { name: `${name}…`, exact: true }));
  const press = (name: string): Promise<void> => button(name).click();
  const dialog = page.getByRole("dialog");
  const rows = page.locator(".outbox li");
  const fill = async (label: string, value: string): Promise<void> => {
    const field = dialog.getByLabel(label, { exact: true });
    if (!(await field.isVisible())) await dialog.locator("summary").first().click();
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption({ label: value });
    else if ((await field.getAttribute("type")) === "checkbox") await field.check();
    else await field.fill(value);
  };
  const fillAll = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [label, value] of Object.entries(fields)) await fill(label, value);
    // The list is there and empty where no calendar says anything else.
    await dialog.locator(".changes, .refused, .revision").first().waitFor({ state: "attached" });
  };
  const propose = async (name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    await press(name);
    await fillAll(fields);
  };
  const confirm = (): Promise<void> => dialog.locator("button.go").click();
  const post = async (name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    const before = await rows.count();
    await press(name);
    await expect.poll(async () => (await dialog.isVisible()) || (await rows.count()) > before).toBe(true);
    if (!(await dialog.isVisible())) return;
    await fillAll(fields);
    await confirm();
  };
  const isDone = (): Promise<void> => page.locator(".outbox .pending").first().waitFor({ state: "detached" });
  return {
    page,
    press,
    findings: () => dialog.locator(".findings").innerText(),
    propose,
    confirm,
    post,
    send: async (name, fields) => {
      await post(name, fields);
      await isDone();
    },
    isDone,
  };
};

/** Types a secret in, in whatever language. */
export const typeSecret = async (page: Page, secret: string): Promise<void> => {
  await page.locator(".typed > summary").click();
  await page.locator("#secret").fill(secret);
  await page.keyboard.press("Enter");
};

/** Somebody who was given a secret, and has typed it in. */
export const withSecret = async (page: Page, secret: string): Promise<Secretary> => {
  await typeSecret(page, secret);
  await expect.poll(() => page.locator(".good").textContent()).toContain("it may send");
  return secretaryAt(page);
};

/** Somebody at the row of a sitting, such as `Thursday morning`, all of whose orders are in view. */
export const atSitting = async ({ page }: Secretary, name: string): Promise<Secretary> => {
  const row = page.locator(".sitting").filter({ has: page.locator("h3", { hasText: name }) });
  const [day = ""] = name.split(" ");
  if ((await row.count()) === 0) await page.locator(".other-day > summary", { hasText: day }).click();
  await row.getByRole("button").first().waitFor();
  const more = row.locator("> .orders > .more-orders:not([open])");
  // A limited key may have few orders, and no more of them.
  if ((await more.count()) > 0) await more.locator("> summary").click();
  return secretaryAt(page, row);
};
