import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { parse } from "node-html-parser";
import { renderCache } from "../src/http/render-cache.ts";
import { pageRoutes } from "../src/routes/pages.ts";
import { get } from "./support/secretariat.ts";

const readWith = async (settings: Partial<Env>) => {
  renderCache.clear();
  const response = await pageRoutes.request("/problems", {}, { ...env, ...settings });
  renderCache.clear();
  return parse(await response.text());
};

describe("an operator's name and logo", () => {
  it("stand at the head of pages", async () => {
    const page = await readWith({ PLENARY_OPERATOR_NAME: "Conference Services", PLENARY_LOGO_RIGHTS: "Logo: by permission." });
    expect(page.querySelector(".brand")?.text).toBe("Conference Services");
    expect(page.querySelector(".brand img")?.getAttribute("src")).toBe("/logo.svg");
    expect(page.querySelector("footer")?.text).toContain("Logo: by permission.");
  });

  it.for([{}, { PLENARY_OPERATOR_NAME: null, PLENARY_LOGO_RIGHTS: "" }])(
    "are the project's own where nothing is set: %j",
    async (settings) => {
      const page = await readWith(settings);
      expect(page.querySelector(".brand")?.text).toBe("Plenary");
      expect(page.querySelector(".brand img")).toBeNull();
    },
  );

  it("the logo shows only by somebody's leave, and is none that we bring along", async () => {
    expect((await readWith({ PLENARY_OPERATOR_NAME: "Conference Services" })).querySelector(".brand img")).toBeNull();
    expect((await get("/logo.svg")).status).toBe(404);
  });
});
