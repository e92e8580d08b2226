import type { Browser, Locator, Page } from "playwright-core";
import type { Service } from "../../node/service.ts";
import { countEffort, type Effort } from "./effort.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: "en-GB" };
/** Milliseconds that anything may take where the machine is busy. */
export const PATIENCE = 60_000;

/** Somebody with a phone, and what they did by hand. */
export interface Person {
  readonly page: Page;
  readonly effort: Effort;
}

export const openPhone = async (browser: Browser, service: Service, path: string): Promise<Person> => {
  const context = await browser.newContext({ ...PHONE, baseURL: service.url });
  context.setDefaultTimeout(PATIENCE);
  const effort = await countEffort(context);
  const page = await context.newPage();
  await page.goto(path);
  return { page, effort };
};

/** An order: where it stands, what its button says, and what its form is told. */
export interface Order {
  readonly sitting?: string;
  readonly item?: string;
  readonly button: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** The button of an order, in view: its day unfolded, and what else is possible. */
export const findButton = async ({ page }: Person, { sitting, item, button }: Order): Promise<Locator> => {
  const findRow = () => {
    if (sitting === undefined) return page.locator(".beside");
    const row = page
      .locator(".sitting")
      .filter({ has: page.locator("h3", { hasText: sitting }) })
      .first();
    return item === undefined ? row : row.locator(".item-row").filter({ hasText: item }).first();
  };
  const row = findRow();
  const [day = ""] = (sitting ?? "").split(" ");
  if ((await row.count()) === 0) await page.locator(".other-day > summary", { hasText: day }).first().click();
  const target = (item === undefined && sitting !== undefined ? row.locator("> .orders") : row)
    .getByRole("button", { name: new RegExp(`^${button}…?$`) })
    .first();
  if (!(await target.isVisible())) {
    const more =
      sitting === undefined ? row.locator("details > summary", { hasText: /^More$/ }) : row.locator("> .orders > .more-orders > summary");
    await more.first().click();
  }
  return target;
};

/** Gives an order as a person does, and waits until it is sent. */
export const steer = async (person: Person, order: Order): Promise<void> => {
  const { page } = person;
  const { fields = {} } = order;
  const dialog = page.getByRole("dialog");
  const target = await findButton(person, order);
  const posted = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/events"));
  const shown = dialog.waitFor();
  // One of them is waited for in vain.
  for (const one of [posted, shown]) one.catch(() => undefined);
  await target.click();
  await Promise.race([posted, shown]);
  if (await dialog.isVisible()) {
    for (const [label, value] of Object.entries(fields)) {
      const field = dialog.getByLabel(label, { exact: true }).first();
      if (await field.evaluate((element) => element instanceof HTMLSelectElement)) await field.selectOption({ label: value });
      else await field.fill(value);
    }
    await dialog.locator(".changes, .refused").first().waitFor({ state: "attached" });
    await dialog.locator("button.go").click();
    await dialog.waitFor({ state: "detached" });
  }
  await page.locator(".outbox .pending").first().waitFor({ state: "detached" });
};
