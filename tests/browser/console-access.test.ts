import { describe, expect } from "vitest";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { atSitting, consoleOf, REFUSED, typeSecret, withSecret } from "./secretary.ts";
import { it, pageOf } from "./visits.ts";

const PHONE = { width: 360, height: 740 };

describe.each(["light", "dark"] as const)("the console in %s colours", (colorScheme) => {
  it("has nothing that axe-core finds: without a key, with everything unfolded, with a dry run open, after sending", async ({
    meeting,
    service,
    visit,
  }) => {
    const page = await visit(consoleOf(meeting), { colorScheme });
    await page.getByText("Or a secret that you were given").first().waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const secretary = await withSecret(page, service.secret);
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    expect(await accessibilityFindings(page)).toEqual([]);
    await (await atSitting(secretary, "Wednesday morning")).propose("Extend the sitting", { "Ends at": "2010-01-27T13:30" });
    expect(await accessibilityFindings(page)).toEqual([]);
    await secretary.confirm();
    await secretary.isDone();
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});

describe("what a screen reader says of several like things", () => {
  it("names the sitting of each time, and ties what is wrong to the sittings", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    await page.locator(".beside").getByText("More", { exact: true }).click();
    await secretary.press("Set other dates");
    const dialog = page.getByRole("dialog");
    const first = "Wednesday morning, 27 January 2010";
    expect(await dialog.getByLabel(`${first}, Starts at`, { exact: true }).inputValue()).toBe("2010-01-27T10:00");
    await dialog.getByLabel(`${first}, Ends at`, { exact: true }).fill("2010-01-27T09:00");
    const group = dialog.getByRole("group", { name: "Sittings" });
    await expect.poll(() => group.getAttribute("aria-describedby")).toBe("wrong-slots");
    expect(await dialog.locator("#wrong-slots").innerText()).not.toBe("");
  });

  it("says which event a button withdraws or undoes", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    await secretary.send("Open the meeting");
    await page.getByText("History: withdraw a mistake").click();
    const spoken = (name: string): Promise<string> =>
      page
        .getByRole("button", { name, exact: true })
        .first()
        .evaluate((button) => document.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent ?? "");
    expect(await spoken("Withdraw")).toContain("opened");
    expect(await spoken("Undo")).toContain("Open the meeting");
  });
});

describe("the console on a phone", () => {
  it("never scrolls sideways, and its buttons are large enough for a thumb", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { viewport: PHONE });
    const secretary = await withSecret(page, service.secret);
    await (await atSitting(secretary, "Wednesday morning")).send("Cancel the sitting");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    const small = await page
      .locator("#console button:visible")
      .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent));
    expect(small).toEqual([]);
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    const bar = await page.locator(".outbox").boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0), "what is on its way stays in view").toBeLessThanOrEqual(PHONE.height);
  });
});

describe("the console by keyboard alone", () => {
  it("goes from the secret to an event that is undone, and one with a sheet", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    const walkTo = async (name: string, key: "Tab" | "Shift+Tab"): Promise<void> => {
      for (let tries = 0; tries < 60; tries += 1) {
        await page.keyboard.press(key);
        if ((await focused()) === name) return;
      }
      throw new Error(`${name} can't be reached`);
    };
    const tabTo = (name: string): Promise<void> => walkTo(name, "Tab");
    const tabBackTo = (name: string): Promise<void> => walkTo(name, "Shift+Tab");
    await page.locator(".typed > summary").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type(service.secret);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator(".good").textContent()).toContain("it may send");
    await tabTo("Close the meeting…");
    await page.keyboard.press("Enter");
    await page.locator("dialog .changes").waitFor();
    await page.keyboard.press("Escape");
    // Escape closes the window, and leads back to where it was opened
    await page.locator("dialog").waitFor({ state: "detached" });
    await expect.poll(focused).toBe("Close the meeting…");
    await tabBackTo("Open the meeting");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await tabTo("Undo");
    await page.keyboard.press("Enter");
    await page.getByText("Undone: Open the meeting is sent.").waitFor();
    await tabBackTo("Adopt the agenda…");
    await page.keyboard.press("Enter");
    await page.locator("dialog .changes").waitFor();
    await tabTo("Adopt the agenda");
    await page.keyboard.press("Enter");
    await page.getByText("Adopt the agenda is sent.").waitFor();
    const { state, version } = (await (await service.get(`${pageOf(meeting)}.json`)).json()) as { state: string; version: number };
    expect({ state, version }).toEqual({ state: "adopted", version: 4 });
  });
});

describe("the console's languages", () => {
  it.for(LANGUAGES)("%s: every word is its own, dates and direction too", async (language, { meeting, service, visit }) => {
    const prefix = language === "en" ? "" : `/${language}`;
    const page = await visit(consoleOf(meeting, prefix));
    await typeSecret(page, service.secret);
    await page.locator(".good").waitFor();
    await page.locator(".steps button").nth(1).click();
    await page.locator("dialog .changes li").first().waitFor();
    const { lang, dir } = await page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));
    expect({ lang, dir }).toEqual({ lang: language, dir: language === "ar" ? "rtl" : "ltr" });
    const said = await page.locator("#console").innerText();
    expect(said).not.toMatch(/undefined|\{\w+\}|\[object/);
    if (language !== "en") expect(said).not.toMatch(/\b(?:Open the meeting|Open|More|Send|Agenda|Today|Key)\b/);
  });
});

describe("without scripts", () => {
  it("the console says what it needs", async ({ meeting, visit }) => {
    const page = await visit(consoleOf(meeting), { javaScriptEnabled: false });
    expect(await page.locator("main").innerText()).toContain("needs JavaScript");
  });
});
