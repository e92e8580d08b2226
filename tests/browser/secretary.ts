import { expect } from "vitest";
import type { Page } from "playwright-core";
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
  readonly press: (name: string | RegExp) => Promise<void>;
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

export const secretaryAt = (page: Page): Secretary => {
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const press = (name: string | RegExp): Promise<void> => button(name).click();
  const dialog = page.getByRole("dialog");
  const rows = page.locator(".outbox li");
  const fill = async (label: string, value: string): Promise<void> => {
    const field = dialog.getByLabel(label, { exact: true });
    if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption({ label: value });
    else if ((await field.getAttribute("type")) === "checkbox") await field.check();
    else await field.fill(value);
  };
  const fillAll = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    for (const [label, value] of Object.entries(fields)) await fill(label, value);
    await dialog.locator(".changes, .refused, .revision").first().waitFor();
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

/** Types a secret in, as someone does who was given one. */
export const withSecret = async (page: Page, secret: string): Promise<Secretary> => {
  await page.getByLabel("Or a secret that you were given").fill(secret);
  await page.getByRole("button", { name: "Use this secret" }).click();
  await expect.poll(() => page.locator(".good").textContent()).toContain("knows this key");
  return secretaryAt(page);
};
