import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { encodeDraft } from "../../src/browser/console/drafts/encode-draft.ts";
import { accessibilityFindings } from "./accessibility.ts";
import { atSitting, consoleOf, logOf, REFUSED, secretaryAt, withSecret } from "./secretary.ts";
import { it } from "./visits.ts";

const DOCUMENT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");

describe("a day that is prepared", () => {
  it("on one device by who may send nothing is read as a dry run on another, and sent there", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    await secretary.page.locator(".invite > summary").click();
    await secretary.page.getByLabel("As", { exact: true }).selectOption({ label: "Preparer: tries, and sends nothing" });
    await secretary.press("Make the invitation");
    const invitation = (await secretary.page.locator(".made code").textContent()) ?? "";

    const desk = await visit(invitation, { expected: REFUSED });
    await desk.getByRole("button", { name: "Accept the invitation" }).click();
    await desk.getByText("You prepare, and a colleague sends").waitFor();
    const preparer = secretaryAt(desk);
    const putAside = async (button: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
      await (await atSitting(preparer, "Thursday morning")).propose(button, fields);
      await desk.getByRole("dialog").getByRole("button", { name: "Put it aside as a draft" }).click();
    };
    await putAside("Change the room", { Room: "Board Room A" });
    await putAside("Give delegates a notice", { "Words to delegates": "Bring your badges." });
    expect(await desk.locator(".drafts li").count()).toBe(2);
    await desk.reload();
    await expect.poll(() => desk.locator(".drafts li").count()).toBe(2);
    await preparer.press("Make a link of them");
    expect(await accessibilityFindings(desk)).toEqual([]);
    const link = await desk.getByLabel("Link to the draft").inputValue();
    expect(await logOf(service, meeting), "nothing is sent yet").toHaveLength(1);

    const phone = await visit(consoleOf(meeting));
    await withSecret(phone, service.secret);
    await phone.goto(link);
    await phone.reload();
    const dialog = phone.getByRole("dialog");
    await dialog.locator(".changes").first().waitFor();
    expect(await dialog.innerText()).toContain("Change the room: Thursday morning, 28 January 2010");
    expect(await dialog.innerText()).toContain("Board Room A");
    expect(await accessibilityFindings(phone)).toEqual([]);
    await dialog.locator("button.go").click();
    await secretaryAt(phone).isDone();
    expect(new URL(phone.url()).hash).toBe("");
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "slot.relocated", "notice.given"]);
  });

  it("can be put aside by a secretary too, and sent from the same place", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    await secretary.page.getByText("Drafts", { exact: true }).click();
    await secretary.page.getByLabel("Prepare only").check();
    await (await atSitting(secretary, "Wednesday morning")).press("Open");
    await secretary.page.getByRole("dialog").getByRole("button", { name: "Put it aside as a draft" }).click();
    expect(await logOf(service, meeting)).toHaveLength(1);
    await secretary.page.getByLabel("Prepare only").uncheck();
    await secretary.send("Look at them and send");
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "slot.opened"]);
    await expect.poll(() => secretary.page.locator(".drafts li").count()).toBe(0);
  });

  it("has a number of its own for each sitting that is added", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    const putAside = () => page.getByRole("dialog").getByRole("button", { name: "Put it aside as a draft" }).click();
    await page.getByText("Drafts", { exact: true }).click();
    await page.getByLabel("Prepare only").check();
    await page
      .locator(".beside summary")
      .filter({ hasText: /^More$/ })
      .click();
    for (const [start, end] of [
      ["2010-01-28T18:30", "2010-01-28T19:30"],
      ["2010-01-29T08:30", "2010-01-29T09:30"],
    ] as const) {
      await secretary.propose("Add a sitting", { "Starts at": start, "Ends at": end });
      await putAside();
    }
    await page.getByLabel("Prepare only").uncheck();
    await secretary.press("Look at them and send");
    const dialog = page.getByRole("dialog");
    await dialog.locator(".changes").waitFor();
    await secretary.confirm();
    await secretary.isDone();
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "slot.added", "slot.added"]);
  });

  it("names what is not possible yet, and tries it once what stands before it is sent", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    const fragment = await encodeDraft([
      { type: "slot.added", given: { slot: "90", start: "2010-01-28T18:30", items: [] } },
      { type: "slot.relocated", given: { slot: "90", venue: "Board Room A" } },
    ]);
    await page.goto(`${consoleOf(meeting)}#${fragment}`);
    await page.reload();
    const dialog = page.getByRole("dialog");
    await dialog.locator(".changes").waitFor();
    expect(await dialog.locator(".findings").innerText()).toContain("The rest is checked in turn, as each one goes out.");
    expect(await dialog.locator(".findings li").last().innerText()).toContain("Change the room");
    await secretary.confirm();
    await secretary.isDone();
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "slot.added", "slot.relocated"]);
  });

  it("may be a new meeting's announcement", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    await page.getByText("Drafts", { exact: true }).click();
    await page.getByLabel("Prepare only").check();
    await page.getByText("A new or revised agenda").click();
    await page.getByLabel("The document", { exact: true }).fill(DOCUMENT);
    await secretary.press("Read it");
    await secretary.press("It is another session");
    await secretary.propose("Announce as another meeting");
    await page.getByRole("dialog").getByRole("button", { name: "Put it aside as a draft" }).click();
    expect(await page.locator(".drafts li").innerText()).toContain("Working Group on Trafficking in Persons");
    await page.getByLabel("Prepare only").uncheck();
    await secretary.send("Look at them and send");
    expect(await logOf(service, meeting), "nothing is said of the meeting in view").toHaveLength(1);
    expect((await logOf(service, { ...meeting, id: `${meeting.id}-2` })).map(({ type }) => type)).toEqual(["meeting.announced"]);
  });
});
