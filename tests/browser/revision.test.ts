import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Service } from "../node/service.ts";
import { consoleOf, logOf, REFUSED, withSecret, type Secretary } from "./secretary.ts";
import { it as visits, pageOf } from "./visits.ts";

const DOCUMENT = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");
const SEED = readFileSync("data/meetings/ctoc-cop-wg4-2010.json", "utf8");

/** A year to come whose 27 January is a Wednesday, as the document prints it: nothing of it is over. */
const findYear = (now: Date): number => {
  let year = now.getUTCFullYear() + 1;
  while (new Date(`${year}-01-27T00:00:00Z`).getUTCDay() !== 3) year += 1;
  return year;
};
const YEAR = findYear(new Date());

/** What no agenda prints. */
const WEBCAST = "https://media.example.org/thursday";

/** `upcoming` is a copy of the seed that is still to come, announced for this test alone. */
const it = visits.extend("upcoming", async ({ service }) => {
  const moved = JSON.parse(SEED.replaceAll("2010-01-2", `${YEAR}-01-2`)) as MeetingRecord;
  const slots = moved.slots.map((slot) => (slot.number === "3" ? { ...slot, webcast: WEBCAST } : slot));
  const meeting = { ...moved, slots, id: `upcoming-${crypto.randomUUID().slice(0, 8)}` };
  await service.announce(meeting);
  return meeting;
});

/** The document of that year, in which Thursday afternoon begins half an hour earlier and Friday afternoon ends an hour earlier. */
const REVISED = DOCUMENT.replaceAll("January 2010", `January ${YEAR}`)
  // Issued on the day of the reports: whether before or after them nobody can tell.
  .replace("10 December 2009", "28 January 2010")
  .replace(/3-6 p\.m\.(?=\t4\t)/, "2.30-6 p.m.")
  .replace(/3-6 p\.m\.(?=\t6\t)/, "3-5 p.m.");

/** Pastes the document, and asks what a revision by it would change. */
const paste = async ({ page, press, propose }: Secretary): Promise<void> => {
  await page.getByText("A new or revised agenda").click();
  await page.getByLabel("The document", { exact: true }).fill(REVISED);
  await press("Read it");
  await propose("Send as a revision of this meeting");
};

const reportTwo = async (service: Service, meeting: MeetingRecord): Promise<void> => {
  await service.report(meeting, { type: "slot.rescheduled", slot: "4", start: `${YEAR}-01-28T16:00`, end: `${YEAR}-01-28T18:00` });
  await service.report(meeting, { type: "slot.cancelled", slot: "5" });
};

const programmeOf = async (service: Service, meeting: MeetingRecord) =>
  (await (await service.get(`${pageOf(meeting)}.json`)).json()) as {
    readonly programme: readonly { readonly number: string; readonly start: string; readonly webcast?: string }[];
    readonly slots: Readonly<Record<string, string>>;
  };

describe("a revision at the console", () => {
  it("is told in groups, and is sent once a person has decided", async ({ service, upcoming, visit }) => {
    await reportTwo(service, upcoming);
    const secretary = await withSecret(await visit(consoleOf(upcoming), { expected: REFUSED }), service.secret);
    const { page, press, findings } = secretary;
    await paste(secretary);
    expect(await findings()).toContain("It changes (1)");
    expect(await findings()).toContain("Friday afternoon ends at 5 p.m. (was 6 p.m.)");
    expect(await findings()).toContain("Friday morning stays cancelled (the document still lists it)");
    expect(await findings()).toMatch(/Thursday afternoon, reported .*: 4 p\.m\.; the document: 2\.30 p\.m\. \(before: 3 p\.m\.\)/);
    const send = page.getByRole("dialog").getByRole("button", { name: "Revise the agenda", exact: true });
    expect(await send.isDisabled(), "something is left to decide").toBe(true);

    await press("Take 2.30 p.m.");
    await expect.poll(findings).toContain("Thursday afternoon begins at 2.30 p.m. (was 3 p.m.)");
    await press("Keep 4 p.m.");
    await expect.poll(findings).toContain("Thursday afternoon begins at 4 p.m. (the document says 2.30 p.m.)");
    expect(await page.getByRole("button", { name: "Keep 4 p.m." }).getAttribute("aria-pressed")).toBe("true");
    await send.click();
    await secretary.isDone();
    const { programme, slots } = await programmeOf(service, upcoming);
    expect(programme.find(({ number }) => number === "4")?.start).toBe(`${YEAR}-01-28T16:00`);
    expect(slots["5"]).toBe("cancelled");
    expect(programme.find(({ number }) => number === "3")?.webcast, "what the document can't say stays").toBe(WEBCAST);
  });

  it("states all anew only where someone asks for it, who has read what that drops", async ({ service, upcoming, visit }) => {
    await reportTwo(service, upcoming);
    const secretary = await withSecret(await visit(consoleOf(upcoming), { expected: REFUSED }), service.secret);
    const { page, findings } = secretary;
    await paste(secretary);
    await page.locator(".anew summary").click();
    expect(await findings()).toContain("Friday morning takes place after all");
    await page.locator(".anew button").click();
    await expect.poll(findings).toContain("Reported, and dropped (2)");
    await secretary.confirm();
    await secretary.isDone();
    const { slots } = await programmeOf(service, upcoming);
    expect(slots["5"]).toBe("scheduled");
  });

  it("that says what is so already changes nothing, and says that", async ({ service, upcoming, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(upcoming)), service.secret);
    await paste(secretary);
    await secretary.confirm();
    await secretary.isDone();
    await secretary.propose("Send as a revision of this meeting");
    expect(await secretary.findings()).toContain("That is so already: nothing changes.");
    expect((await logOf(service, upcoming)).map(({ type }) => type)).toEqual(["meeting.announced", "agenda.revised"]);
  });
});
