import { describe, expect } from "vitest";
import { accessibilityFindings } from "./accessibility.ts";
import { readCode } from "./code.ts";
import { atSitting, consoleOf, logOf, REFUSED, secretaryAt, withSecret, type Secretary } from "./secretary.ts";
import { it } from "./visits.ts";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** Makes an invitation, and reads its link off the screen as a phone does. */
const inviteAs = async ({ page, press }: Secretary, role: string): Promise<string> => {
  await page.locator(".invite > summary").click();
  await page.getByLabel("As", { exact: true }).selectOption({ label: role });
  await press("Make the invitation");
  await page.locator(".made svg").waitFor();
  const link = await readCode(page.locator(".made svg"));
  expect(link).toBe(await page.locator(".made code").textContent());
  return link ?? "";
};

const OFFICER = "Conference officer: sittings and items of the day";

describe("an invitation at the console", () => {
  it("lets a colleague's phone steer by what the screen shows, once", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const link = await inviteAs(secretary, OFFICER);
    expect(await accessibilityFindings(secretary.page)).toEqual([]);
    // A limited key is told, by the question whether it may open the meeting, that it may not.
    const phone = await visit(link, { ...PHONE, expected: REFUSED });
    await phone.getByRole("button", { name: "Accept the invitation" }).click();
    await phone.locator(".good").waitFor({ state: "attached" });
    expect(new URL(phone.url()).hash, "the code is no longer in the address").toBe("");
    const officer = secretaryAt(phone);
    await (await atSitting(officer, "Wednesday morning")).press("Open");
    await expect.poll(async () => (await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "slot.opened"]);
    const late = await visit(link, { expected: REFUSED });
    await late.getByRole("button", { name: "Accept the invitation" }).click();
    await expect.poll(() => late.getByRole("alert").innerText()).toContain("This invitation was used already");
  });

  it("can be taken back before anyone accepts it", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const link = await inviteAs(secretary, OFFICER);
    await secretary.press("Revoke it");
    await secretary.page.locator(".made").waitFor({ state: "detached" });
    const phone = await visit(link, { ...PHONE, expected: REFUSED });
    await phone.getByRole("button", { name: "Accept the invitation" }).click();
    await expect.poll(() => phone.getByRole("alert").innerText()).toContain("was revoked");
  });
});
