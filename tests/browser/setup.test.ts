import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { createSetupLink } from "../../src/cli/keys/setup-link.ts";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { startTestService, type Service } from "../node/service.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { REFUSED, secretaryAt } from "./secretary.ts";
import { it as visits } from "./visits.ts";

const DOCUMENT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

// oxlint-disable-next-line no-empty-pattern -- vitest reads the names of what is needed
const it = visits.extend("service", { scope: "file" }, async ({}, { onCleanup }) => {
  const service = await startTestService();
  onCleanup(() => service.stop());
  return service;
});

const makeLink = async (service: Service): Promise<{ readonly path: string; readonly code: string }> => {
  const { code } = await createSetupLink(service, Date.now());
  return { path: `/setup#${code}`, code };
};

/** Names a body, whose id follows from its short name. */
const nameBody = async (page: Page, shortName: string): Promise<void> => {
  await page.getByLabel("Name of the body").fill(`The body ${shortName}`);
  await page.getByLabel("Short name, for calendars").fill(shortName);
  await page.getByRole("button", { name: "Set up this body" }).click();
};

const FIRST = "Its first meeting: paste the agenda";

describe("a setup link", () => {
  it("leads on a phone from an empty service to a meeting that is steered and subscribed to", async ({ service, visit }) => {
    const index = await visit("/");
    expect(await index.locator("main").innerText()).toContain("npm run plenary -- setup");
    const { path } = await makeLink(service);
    const page = await visit(path, PHONE);
    await nameBody(page, "TIP WG");
    await page.getByText(FIRST).waitFor();
    expect(new URL(page.url()).hash, "the code is no longer in the address").toBe("#/tip-wg");
    await page.getByLabel("The document", { exact: true }).fill(DOCUMENT);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("Still missing").waitFor();
    await page.getByLabel("Time zone (Area/City)").fill("Europe/Vienna");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("Sittings (6)").waitFor();
    await page.getByRole("button", { name: "Announce the meeting" }).click();
    await page.waitForURL(/\/console$/);
    await page.locator(".good").waitFor({ state: "attached" });
    const meeting = new URL(page.url()).pathname.replace(/\/console$/, "");
    const secretary = secretaryAt(page);
    await secretary.send("Open the meeting");
    expect(await (await service.get(`${meeting}.ics`)).text()).toContain("BEGIN:VEVENT");
    const { state } = (await (await service.get(`${meeting}.json`)).json()) as { readonly state: string };
    expect(state).toBe("in session");
  });

  it("is good once: another browser with it is told so, and the first goes on where it was", async ({ service, visit }) => {
    const { path } = await makeLink(service);
    const first = await visit(path);
    await nameBody(first, "Once");
    await first.getByText(FIRST).waitFor();
    const second = await visit(path, { expected: REFUSED });
    await nameBody(second, "Twice");
    await expect.poll(() => second.getByRole("alert").innerText()).toContain("This link was used already");
    await first.reload();
    await first.getByText(FIRST).waitFor();
  });

  it("may be typed, and takes no body that is there", async ({ service, visit }) => {
    await service.register({ id: "known", name: "A body that is there" });
    const { code } = await makeLink(service);
    const page = await visit("/setup", { expected: REFUSED });
    await page.getByLabel("Code").fill("no code");
    await nameBody(page, "Known");
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("That is no such code");
    await page.getByLabel("Code").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Set up this body" }).click();
    await expect.poll(() => page.getByRole("alert").innerText()).toContain("There is a body at this address already");
    await page.getByLabel("Id of the body").fill("known-too");
    await page.getByRole("button", { name: "Set up this body" }).click();
    await page.getByText(FIRST).waitFor();
  });
});

describe("the page of a setup link", () => {
  it.for(LANGUAGES)("%s: speaks the language, fits a phone, and has nothing that axe-core finds", async (language, { visit }) => {
    const page = await visit(language === "en" ? "/setup" : `/${language}/setup`, { viewport: { width: 320, height: 700 } });
    await page.locator("form button.go").waitFor();
    const said = await page.locator("main").innerText();
    expect(said).not.toMatch(/undefined|\[object/);
    if (language !== "en") expect(said).not.toMatch(/\b(?:Name|Set up|Publisher|Short)\b/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
