import { describe, expect } from "vitest";
import { addDays } from "../../src/meeting/local-time.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { atSitting, consoleOf, withSecret } from "./secretary.ts";
import { it } from "./visits.ts";

const OTHER = { id: "other-body", name: "Working Group on Archives", shortName: "WGA" };
const THIRD = { id: "third-body", name: "Working Group on Standards", shortName: "WGS" };

describe("a house of several bodies", () => {
  it("is warned of a room that another body has at that time, before it is given twice", async ({ meeting, service, visit }) => {
    await service.register(OTHER);
    const held = { items: [], start: "2010-01-28T11:00", end: "2010-01-28T12:00" };
    await service.announce({
      ...meeting,
      body: OTHER,
      id: "2010",
      documents: [],
      slots: [
        { ...held, number: "1", venue: "Conference  room 9" },
        { ...held, number: "2", start: "2010-01-28T15:00", end: "2010-01-28T18:00", venue: "Conference Room 9" },
      ],
    });
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const dialog = secretary.page.getByRole("dialog");
    const sitting = await atSitting(secretary, "Thursday morning");
    await sitting.press("Change the room…");
    await dialog.getByLabel("Room", { exact: true }).fill("Conference Room 9");
    await expect
      .poll(() => dialog.locator(".cautions").innerText())
      .toContain("At that time Conference Room 9 is given to another sitting");
    const cautions = await dialog.locator(".cautions").innerText();
    expect(cautions).toContain("11 a.m.-noon, WGA");
    expect(cautions, "what is held later in the day is no matter").not.toContain("3-6 p.m.");
    expect(await accessibilityFindings(secretary.page)).toEqual([]);
    await dialog.getByLabel("Room", { exact: true }).fill("Conference Room 10");
    await dialog.locator(".changes").waitFor();
    await expect.poll(() => dialog.locator(".cautions").innerText()).not.toContain("another sitting");
  });

  it("is given one notice for all bodies, and sees what each answered", async ({ meeting, service, visit }) => {
    const today = new Date().toISOString().slice(0, 10);
    const running = { opensOn: addDays(today, -1), closesOn: addDays(today, 1), slots: [], documents: [] };
    await service.register(THIRD);
    await service.announce({ ...meeting, ...running, id: "now" });
    await service.announce({ ...meeting, ...running, body: THIRD, id: "now" });
    await service.announce({ ...meeting, ...running, body: THIRD, id: "later", opensOn: addDays(today, 5), closesOn: addDays(today, 6) });
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    const panel = page.locator(".notices");
    await page.getByText("A notice to all bodies").click();
    await panel.getByRole("checkbox").nth(2).waitFor();
    expect(await panel.getByRole("checkbox", { checked: true }).count()).toBe(2);
    await panel.getByLabel("Words to delegates", { exact: true }).fill("The main entrance is closed today.");
    expect(await accessibilityFindings(page)).toEqual([]);
    await panel.getByRole("button", { name: "Give the notice" }).click();
    await expect.poll(() => panel.locator(".answer").allInnerTexts()).toEqual(["Given.", "Given."]);
    for (const body of [meeting.body.id, THIRD.id])
      expect(await (await service.get(`/${body}/now`)).text()).toContain("The main entrance is closed today.");
    expect(await (await service.get(`/${THIRD.id}/later`)).text()).not.toContain("The main entrance");
  });
});
