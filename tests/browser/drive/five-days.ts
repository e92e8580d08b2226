import ICAL from "ical.js";
import type { Browser } from "playwright-core";
import { createSetupLink } from "../../../src/cli/keys/setup-link.ts";
import { addDays } from "../../../src/meeting/local-time.ts";
import { startTestService, type Service } from "../../node/service.ts";
import { launchBrowser } from "../chromium.ts";
import { printAgenda } from "./commission-agenda.ts";
import type { Effort } from "./effort.ts";
import { findButton, openPhone, PATIENCE, steer, type Order, type Person } from "./person.ts";

/**
 * A commission's session driven on a phone's screen, from an empty service and a PDF to the adopted report, with what it cost by hand. After
 * each event the public page, open in another browser, must show it, and the calendars say what the programme does.
 */

const WEEK = 7;

/** The Monday after next: all of the session lies ahead. */
const findMonday = (now: Date): string => addDays(now.toISOString().slice(0, 10), 2 * WEEK - ((now.getUTCDay() + 6) % WEEK));

const printPdf = async (browser: Browser, text: string): Promise<Buffer> => {
  const page = await browser.newPage();
  await page.setContent(
    text
      .split("\n\n")
      .map((line) => `<p>${line}</p>`)
      .join(""),
  );
  const pdf = await page.pdf({ format: "A4" });
  await page.close();
  return pdf;
};

interface Served {
  readonly version: number;
  /** An item in no sitting has one, for who subscribed to it alone. */
  readonly entries: readonly { readonly uid: string; readonly status: string; readonly item?: string }[];
}

/** What a subscribed calendar has, by another's parser. */
const readCalendar = async (service: Service, path: string): Promise<ReadonlyMap<string, string>> => {
  const calendar = new ICAL.Component(ICAL.parse(await (await service.get(`${path}.ics`)).text()) as unknown[]);
  return new Map(
    calendar
      .getAllSubcomponents("vevent")
      .map((event) => [String(event.getFirstPropertyValue("uid")), String(event.getFirstPropertyValue("status"))]),
  );
};

const service = await startTestService();
const browser = await launchBrowser();
const began = Date.now();
const marks: string[] = [];
let seen: Effort = { taps: 0, fields: 0 };
const mark = (what: string, { effort }: Person): void => {
  const [taps, fields] = [effort.taps - seen.taps, effort.fields - seen.fields];
  marks.push(
    `${what.padEnd(52)} ${String(taps).padStart(4)} taps ${String(fields).padStart(3)} fields   at ${Math.round((Date.now() - began) / 1000)} s`,
  );
  console.log(marks.at(-1));
  seen = { ...effort };
};

try {
  const monday = findMonday(new Date());
  const dayAt = (at: number): string => addDays(monday, at);

  // From nothing to subscribed calendars.
  const { code } = await createSetupLink(service, Date.now());
  const officer = await openPhone(browser, service, `/setup#${code}`);
  const { page } = officer;
  await page.getByLabel("Name of the body").fill("Commission on the Preservation of Records");
  await page.getByLabel("Short name, for calendars").fill("CPR");
  await page.getByRole("button", { name: "Set up this body" }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "agenda.pdf",
    mimeType: "application/pdf",
    buffer: await printPdf(browser, printAgenda(monday)),
  });
  await page.getByText("Still missing").waitFor();
  await page.getByLabel("Time zone (Area/City)").fill("Europe/Vienna");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Sittings (10)").waitFor();
  await page.getByRole("button", { name: "Announce the meeting" }).click();
  await page.waitForURL(/\/console$/);
  await page.locator(".good").waitFor({ state: "attached" });
  const path = new URL(page.url()).pathname.replace(/\/console$/, "");
  const calendar = await readCalendar(service, path);
  if (calendar.size !== 10) throw new Error(`${calendar.size} entries, not 10`);
  mark("an empty service and a PDF to subscribed calendars", officer);

  // A colleague's phone.
  await page.locator(".invite > summary").click();
  await page.getByLabel("As", { exact: true }).selectOption({ label: "Conference officer: sittings and items of the day" });
  await page.getByRole("button", { name: "Make the invitation" }).click();
  await page.locator(".made svg").waitFor();
  const link = (await page.locator(".made code").textContent()) ?? "";
  const colleague = await openPhone(browser, service, link);
  await colleague.page.getByRole("button", { name: "Accept the invitation" }).click();
  await colleague.page.locator(".good").waitFor({ state: "attached" });
  mark("a colleague's phone invited", officer);

  // The public page, followed meanwhile.
  const reader = await (await browser.newContext({ baseURL: service.url })).newPage();
  await reader.goto(`${path}/programme`);
  let events = 0;
  const check = async (): Promise<void> => {
    const { version, entries } = (await (await service.get(`${path}.json`)).json()) as Served;
    await reader.waitForFunction((at) => Number(document.querySelector<HTMLElement>("main")?.dataset["version"]) >= at, version, {
      timeout: PATIENCE,
    });
    const feed = await readCalendar(service, path);
    const wrong = entries.filter(({ uid, status, item }) => item === undefined && feed.get(uid) !== status);
    if (wrong.length > 0) throw new Error(`version ${version}: calendars say otherwise of ${wrong.map(({ uid }) => uid).join(", ")}`);
    events = version;
  };
  const give = async (who: Person, orders: readonly Order[]): Promise<void> => {
    for (const order of orders) {
      try {
        await steer(who, order);
        await check();
      } catch (error) {
        throw new Error(`${order.sitting ?? ""} ${order.item ?? ""} ${order.button}: ${String(error)}`, { cause: error });
      }
    }
  };
  const hold = (sitting: string, items: readonly string[]): readonly Order[] => [
    { sitting, button: "Open" },
    ...items.flatMap((item) => [
      { sitting, item: `${item}.`, button: "Take up" },
      { sitting, item: `${item}.`, button: "Conclude" },
    ]),
    { sitting, button: "Adjourn" },
  ];

  await give(officer, [{ button: "Open the meeting" }, { sitting: "Monday morning", button: "15 min" }]);
  await give(colleague, hold("Monday morning", ["1"]));
  await give(officer, [
    { button: "Adopt the agenda" },
    { sitting: "Monday afternoon", button: "Change the room", fields: { Room: "Board Room D" } },
    { sitting: "Monday afternoon", button: "Open" },
    { sitting: "Monday afternoon", item: "3.", button: "Take up" },
    { sitting: "Monday afternoon", item: "3.", button: "Leave open" },
    { sitting: "Monday afternoon", button: "Suspend" },
    { sitting: "Monday afternoon", button: "Resume" },
    { sitting: "Monday afternoon", button: "Extend the sitting", fields: { "Ends at": `${dayAt(0)}T18:30` } },
    { sitting: "Monday afternoon", button: "Adjourn" },
  ]);
  mark("Monday", officer);

  await give(officer, [
    ...hold("Tuesday morning", ["3"]),
    { sitting: "Tuesday afternoon", button: "Give delegates a notice", fields: { "Words to delegates": "Bring your badges." } },
    {
      sitting: "Tuesday afternoon",
      button: "Move the sitting",
      fields: { "Starts at": `${dayAt(1)}T15:30`, "Ends at": `${dayAt(1)}T18:30` },
    },
    ...hold("Tuesday afternoon", ["4"]),
  ]);
  // A mistake, undone by a tap.
  await give(officer, [{ sitting: "Wednesday morning", button: "Open" }]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByText("Undone: ").first().waitFor();
  await check();
  mark("Tuesday, with a mistake undone", officer);

  // Rev.1, laid over what was reported.
  await page.getByText("A new or revised agenda").click();
  await page.locator("input[type=file]").setInputFiles({
    name: "rev1.pdf",
    mimeType: "application/pdf",
    buffer: await printPdf(browser, printAgenda(monday, { revision: true })),
  });
  await page.getByText("Sittings (10)").waitFor();
  await page.getByRole("button", { name: "Send as a revision of this meeting" }).click();
  await page.getByRole("dialog").locator(".revision, .changes").first().waitFor();
  await page.getByRole("dialog").locator("button.go").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.locator(".outbox .pending").first().waitFor({ state: "detached" });
  await check();
  mark("a Rev.1 merged", officer);

  // A lost line, and a closed tab.
  await page.context().setOffline(true);
  await (await findButton(officer, { sitting: "Wednesday morning", button: "Open" })).click();
  await page.getByText("waits for the line").waitFor();
  await page.close();
  await page.context().setOffline(false);
  const again: Person = { page: await page.context().newPage(), effort: officer.effort };
  await again.page.goto(`${path}/console`);
  await again.page.getByText("is sent.").first().waitFor();
  await check();
  await give(again, [
    { sitting: "Wednesday morning", item: "5.", button: "Take up" },
    { sitting: "Wednesday morning", item: "5.", button: "Leave open" },
    { sitting: "Wednesday morning", button: "Adjourn" },
    { sitting: "Wednesday afternoon", button: "Postpone the sitting" },
    { sitting: "Thursday morning", item: "7.", button: "Move to Thursday afternoon.*" },
  ]);
  mark("Wednesday, with a lost line and a closed tab", officer);

  await give(again, [
    ...hold("Thursday morning", ["6"]),
    ...hold("Thursday afternoon", ["8", "7"]),
    { sitting: "Friday morning", button: "Cancel the sitting" },
    { sitting: "Friday morning", button: "Hold the sitting after all" },
  ]);
  mark("Thursday", officer);
  await give(again, [
    ...hold("Friday morning", ["9", "10"]),
    ...hold("Friday afternoon", ["11", "12"]),
    { button: "Adopt the report" },
    { button: "Close the meeting" },
  ]);
  mark("Friday, to the adopted report and the closure", officer);
  console.log(`\n${events} events of the meeting in ${Math.round((Date.now() - began) / 1000)} s: page and calendars right after each.`);
  console.log(
    `The officer's hand: ${officer.effort.taps} taps, ${officer.effort.fields} fields; the colleague's: ${colleague.effort.taps} taps.`,
  );
} finally {
  await browser.close();
  await service.stop();
}
