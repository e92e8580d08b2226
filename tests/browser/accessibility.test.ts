import { describe, expect } from "vitest";
import { accessibilityFindings } from "./accessibility.ts";
import { it, pageOf } from "./visits.ts";

describe.each(["light", "dark"] as const)("pages in %s colours", (colorScheme) => {
  it("have nothing that axe-core finds", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "slot.cancelled", slot: "5", reason: "Consultations" });
    for (const path of [pageOf(meeting)]) {
      const page = await visit(path, { colorScheme });
      expect({ path, findings: await accessibilityFindings(page) }).toEqual({ path, findings: [] });
    }
  });
});
