import { describe, expect } from "vitest";
import { LANGUAGES } from "../../src/meeting/text.ts";
import { localizePath } from "../../src/i18n/paths.ts";

import { accessibilityFindings } from "./accessibility.ts";
import { it, pagesOf } from "./visits.ts";

const HEIGHT = 700;

describe.each(LANGUAGES)("every page in %s", (language) => {
  it("says its language and direction, and fits on a phone", async ({ meeting, visit }) => {
    const page = await visit("about:blank", { locale: language, isMobile: true });
    for (const path of pagesOf(meeting)) {
      await page.goto(localizePath(language, path));
      const said = await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction]);
      expect([path, ...said]).toEqual([path, language, language === "ar" ? "rtl" : "ltr"]);
      for (const width of [375, 320]) {
        await page.setViewportSize({ width, height: HEIGHT });
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
      }
    }
  });

  it("has nothing that axe-core finds, in light and dark colours", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "meeting.opened" });
    await service.report(meeting, { type: "slot.opened", slot: "1" });
    await service.report(meeting, { type: "slot.cancelled", slot: "5", reason: "Consultations" });
    const page = await visit("about:blank", { locale: language });
    for (const path of pagesOf(meeting)) {
      await page.goto(localizePath(language, path));
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect([path, colorScheme, ...(await accessibilityFindings(page))]).toEqual([path, colorScheme]);
      }
    }
  });
});
