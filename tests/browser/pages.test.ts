import { describe, expect } from "vitest";
import { getDocumentProxy } from "unpdf";
import { accessibilityFindings } from "./accessibility.ts";
import { readCode } from "./code.ts";
import { buildConference } from "./conference.ts";
import { it, pageOf } from "./visits.ts";

describe("the meeting's page in a browser", () => {
  it("copies a feed's address", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting), { permissions: ["clipboard-read", "clipboard-write"] });
    const address = `${service.url}${pageOf(meeting)}.ics`;
    await page.locator(`button[data-copy="${address}"]`).first().click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  });

  it("leads each calendar to the feed", async ({ meeting, service, visit }) => {
    const page = await visit(pageOf(meeting));
    const feed = `${service.url}${pageOf(meeting)}.ics`;
    const webcal = feed.replace("http:", "webcal:");
    const hrefOf = async (name: string): Promise<URL> => {
      const link = page.locator("aside").getByRole("link", { name, exact: true });
      return new URL(await link.evaluate((element: HTMLAnchorElement) => element.href));
    };
    expect((await hrefOf("Google")).searchParams.get("cid")).toBe(`${webcal}?cancelled=text`);
    expect((await hrefOf("Outlook.com")).searchParams.get("url")).toBe(feed);
    expect((await hrefOf("Outlook for work")).searchParams.get("url")).toBe(feed);
    expect((await hrefOf("Apple")).href).toBe(webcal);
    expect((await hrefOf("Download (will not update)")).href).toBe(`${feed}?download`);
  });

  it.for(["light", "dark"] as const)(
    "shows a code that a camera reads, in %s colours",
    async (colorScheme, { meeting, service, visit }) => {
      const page = await visit(pageOf(meeting), { colorScheme });
      expect(await readCode(page.locator("aside img").first())).toBe(`${service.url}${pageOf(meeting)}`);
      await page.goto(`/fr${pageOf(meeting)}/slots/3`);
      expect(await readCode(page.locator("aside img").first())).toBe(`${service.url}/fr${pageOf(meeting)}/slots/3`);
      await page.goto(`${pageOf(meeting)}/screen`);
      expect(await readCode(page.locator("main img").first())).toBe(`${service.url}${pageOf(meeting)}`);
    },
  );

  it("shows everything without scripts", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting), { javaScriptEnabled: false });
    for (const { number } of meeting.slots) expect(await page.locator(`#slot-${number}`).isVisible()).toBe(true);
    expect(await page.locator("code").first().isVisible()).toBe(true);
  });

  it.for(["meeting.cancelled", "meeting.postponed"])(
    "has nothing that axe-core finds after %s",
    async (type, { meeting, service, visit }) => {
      await service.report(meeting, { type });
      const page = await visit(pageOf(meeting));
      expect(await accessibilityFindings(page)).toEqual([]);
    },
  );

  it.for([
    ["a small meeting on one", { days: 3, rooms: 1, hours: ["10", "15"], items: 8 }, 1],
    ["a great one on one for each day", { days: 4, rooms: 3, hours: ["10", "15"], items: 12 }, 4],
  ] as const)("prints on sheets of A4: %s", async ([, conference, sheets], { meeting, service, visit }) => {
    const printed = buildConference({ ...meeting, id: `${meeting.id}-${sheets}` }, conference);
    await service.announce(printed);
    const page = await visit(`${pageOf(printed)}/programme`);
    const { numPages } = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
    expect(numPages).toBe(sheets);
  });

  it("prints the programme, and nothing to press", async ({ meeting, visit }) => {
    const page = await visit(pageOf(meeting));
    await page.emulateMedia({ media: "print" });
    for (const { number } of meeting.slots) expect(await page.locator(`#slot-${number}`).isVisible()).toBe(true);
    expect(await page.locator("button:visible, summary:visible, .button:visible, .line:visible").allTextContents()).toEqual([]);
  });
});
