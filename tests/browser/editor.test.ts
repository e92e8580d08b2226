import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { accessibilityFindings } from "./accessibility.ts";
import { consoleOf, withSecret, type Secretary } from "./secretary.ts";
import { it } from "./visits.ts";

const DOCUMENT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");

const readDocument = async (secretary: Secretary, document: string): Promise<Page> => {
  const { page } = secretary;
  await page.getByText("A new or revised agenda").click();
  await page.getByLabel("The document", { exact: true }).fill(document);
  await secretary.press("Read it");
  await page.locator(".preview").waitFor();
  return page;
};

const slotsOf = (page: Page): Promise<readonly string[]> =>
  page.locator(".preview > ul").first().locator("li > .editable > div").allInnerTexts();

describe("the editor of a draft", () => {
  it("shows each line of a document beside what it became, and lets one that was left out be a sitting", async ({
    meeting,
    service,
    visit,
  }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const page = await readDocument(secretary, `${DOCUMENT.trimEnd()}\n\nThe Chair will receive questions on Friday.\n`);
    await page.locator(".line-list > summary").click();
    const lineOf = (text: string) => page.locator(".line-list li").filter({ has: page.locator(".printed", { hasText: text }) });
    expect(await lineOf("3-6 p.m. 6 Good practices").locator(".editable").innerText()).toContain("Friday afternoon, 29 January 2010");
    const left = lineOf("The Chair will receive questions");
    expect(await left.innerText()).toContain("Left out");
    await left.getByRole("button", { name: "Change" }).click();
    await left.getByLabel("This is").selectOption({ label: "A sitting" });
    await left.getByLabel("Day").fill("2010-01-29");
    await left.getByLabel("Starts at").fill("13:15");
    await left.getByLabel("Ends at").fill("14:00");
    await left.getByLabel("Items").fill("7 (continued)");
    expect(await accessibilityFindings(page)).toEqual([]);
    await left.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(() => slotsOf(page)).toHaveLength(7);
    expect((await slotsOf(page)).join("\n")).toContain("Friday afternoon, 29 January 2010, 1.15-2 p.m.: 7");
    expect(await left.innerText()).toContain("As you said");
    await secretary.press("Take back the last change");
    await expect.poll(() => slotsOf(page)).toHaveLength(6);
  });

  it("lets sittings and items be changed, added and taken out, and sends what it shows", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const page = await readDocument(secretary, DOCUMENT);
    const change = async (text: string, fields: Readonly<Record<string, string>>): Promise<void> => {
      const row = page.locator(".preview > ul > li").filter({ hasText: text });
      await row.getByRole("button", { name: "Change" }).click();
      for (const [label, value] of Object.entries(fields)) await row.getByLabel(label, { exact: true }).fill(value);
      await row.getByRole("button", { name: "Read it so" }).click();
    };
    await change("Thursday morning", { "Starts at": "09:30", Items: "4, 6" });
    await change("7. Other matters", { Title: "Other business" });
    await secretary.press("Add a sitting");
    const added = page.locator(".preview > .said");
    await added.getByLabel("Day").fill("2010-01-28");
    await added.getByLabel("Starts at").fill("18:30");
    await added.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(() => slotsOf(page)).toHaveLength(7);
    const row = page.locator(".preview > ul > li").filter({ hasText: "Wednesday afternoon" });
    await row.getByRole("button", { name: "Change" }).click();
    await row.getByLabel("This is").selectOption({ label: "Nothing of the programme" });
    await row.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(() => slotsOf(page)).toHaveLength(6);
    // The meeting in view is over, and what is over never leaves.
    await secretary.press("It is another session");
    await secretary.send("Announce as another meeting");
    const { programme, agendaItems } = (await (await service.get(`/${meeting.body.id}/${meeting.id}-2.json`)).json()) as {
      readonly programme: readonly { readonly start: string; readonly items: readonly string[] }[];
      readonly agendaItems: readonly { readonly title: string }[];
    };
    expect(programme.map(({ start }) => start).toSorted()).toEqual([
      "2010-01-27T10:00",
      "2010-01-28T09:30",
      "2010-01-28T15:00",
      "2010-01-28T18:30",
      "2010-01-29T10:00",
      "2010-01-29T15:00",
    ]);
    expect(programme.find(({ start }) => start === "2010-01-28T09:30")?.items).toEqual(["4", "6"]);
    expect(agendaItems.map(({ title }) => title)).toContain("Other business");
  });

  it("changes a sitting's room, kind and title, and takes one whose hour is not known yet", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const page = await readDocument(secretary, DOCUMENT);
    const row = page.locator(".preview > ul > li").filter({ hasText: "Thursday morning" });
    await row.getByRole("button", { name: "Change" }).click();
    await row.getByLabel("Room").fill("Conference Room 4");
    await row.getByLabel("Kind of sitting").selectOption({ label: "Informal consultations" });
    await row.getByLabel("Title").fill("Consultations on the work ahead");
    await row.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(() => slotsOf(page)).toHaveLength(6);
    expect((await slotsOf(page)).join("\n")).toContain("Conference Room 4");
    await secretary.press("Add a sitting");
    const added = page.locator(".preview > .said");
    await added.getByLabel("Day").fill("2010-01-29");
    await added.getByLabel("Room").fill("Conference Room 5");
    await added.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(() => slotsOf(page)).toHaveLength(7);
    expect((await slotsOf(page)).join("\n")).toContain("29 January 2010, time to be announced, Conference Room 5");
    // What was changed can be changed again.
    await row.getByRole("button", { name: "Change" }).click();
    expect(await row.getByLabel("Room").inputValue()).toBe("Conference Room 4");
    await row.getByLabel("Ends at").fill("12:30");
    await row.getByRole("button", { name: "Read it so" }).click();
    await secretary.press("It is another session");
    await secretary.send("Announce as another meeting");
    const { programme } = (await (await service.get(`/${meeting.body.id}/${meeting.id}-2.json`)).json()) as {
      readonly programme: readonly Readonly<Record<string, unknown>>[];
    };
    expect(programme).toHaveLength(7);
    expect(programme.find(({ start }) => start === "2010-01-28T10:00")).toMatchObject({
      end: "2010-01-28T12:30",
      venue: "Conference Room 4",
      kind: "informal",
      title: "Consultations on the work ahead",
    });
    expect(programme.find(({ start }) => start === "2010-01-29")).toMatchObject({ venue: "Conference Room 5", items: [] });
  });

  it("takes a document of other dates for another session, a new meeting whose id and title are in sight", async ({
    meeting,
    service,
    visit,
  }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const next = DOCUMENT.replaceAll("2010/1", "2011/1")
      .replace("27-29 January 2010", "26-28 January 2011")
      .replace("10 December 2009", "10 December 2010")
      .replace("27 January", "26 January")
      .replace("Thursday, 28 January", "Thursday, 27 January")
      .replace("Friday, 29 January", "Friday, 28 January");
    const page = await readDocument(secretary, next);
    await expect.poll(() => page.locator(".target").innerText()).toContain("a new meeting, 2011: Working Group on Trafficking in Persons");
    expect(await page.getByRole("button", { name: "Announce as another meeting" }).isVisible()).toBe(true);
    await secretary.press("It is of the meeting in view");
    await expect.poll(() => page.locator(".target").innerText()).toContain("of the meeting in view");
    expect(await page.getByRole("button", { name: "Send as a revision of this meeting" }).isVisible()).toBe(true);
  });

  it("adds another language's titles from a version in it", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const page = await readDocument(
      secretary,
      [
        "Groupe de travail sur la traite des personnes",
        "Vienne, 27-29 janvier 2010",
        "Ordre du jour provisoire",
        "3. Analyse des concepts clefs du Protocole.",
        "7. Questions diverses.",
      ].join("\n\n"),
    );
    await expect.poll(() => page.locator(".target").innerText()).toContain("of the meeting in view");
    await secretary.send("Send as a revision of this meeting");
    const shown = await (await service.get(`/fr/${meeting.body.id}/${meeting.id}/items/7`)).text();
    expect(shown).toContain("Questions diverses");
  });
});
