import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { EventMessage } from "../../src/standard-webhooks/client.ts";
import type { Service } from "../node/service.ts";
import { atSitting, consoleOf, logOf, REFUSED, typeSecret, withSecret } from "./secretary.ts";
import { it } from "./visits.ts";

const EVENTS = "**/events";

/** Lets no event through until it is opened. */
const closeDoor = async (page: Page): Promise<() => void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(EVENTS, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
};

const typesIn = async (service: Service, meeting: MeetingRecord): Promise<readonly string[]> =>
  (await logOf(service, meeting)).map(({ type }) => type);

const eventsAt = (page: Page) => page.locator(".outbox li");

describe("several events in short succession", () => {
  it("one that is on its way while the next is looked at is counted once", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /ERR_FAILED/ });
    const secretary = await withSecret(page, service.secret);
    // The answer is lost, not the event.
    let isLost = true;
    await page.route(EVENTS, async (route) => {
      const { dryRun } = route.request().postDataJSON() as EventMessage;
      if (dryRun || !isLost) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await secretary.post("Open the meeting");
    await expect.poll(() => typesIn(service, meeting)).toHaveLength(2);
    await secretary.post("Adopt the agenda");
    isLost = false;
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened", "agenda.adopted"]);
  });

  it("one that is undone before it leaves is never sent, and the next goes as it was looked at", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    const openDoor = await closeDoor(page);
    await secretary.press("Open the meeting");
    await expect.poll(() => eventsAt(page).first().innerText()).toContain("is being sent");
    expect(await eventsAt(page).first().getByRole("button").count(), "nor can it be discarded").toBe(0);
    await (await atSitting(secretary, "Wednesday morning")).press("Open");
    await eventsAt(page).last().getByRole("button", { name: "Undo" }).click();
    openDoor();
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });

  it("a second tap of the same finger is none", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    await page.getByRole("button", { name: "Open the meeting" }).dblclick();
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });
});

describe("an event that was refused", () => {
  /** Refused, since a colleague was faster. */
  const refusedAt = async (page: Page, meeting: MeetingRecord, service: Service) => {
    const secretary = await withSecret(page, service.secret);
    await secretary.propose("Close the meeting");
    await page.locator("dialog summary", { hasText: "It happened earlier" }).click();
    await page.locator("#field-happened").fill("2010-01-29T10:08");
    await page.getByLabel("Note", { exact: true }).fill("The quorum was lost.");
    await page.locator("dialog").getByText("The quorum was lost.").first().waitFor();
    await service.report(meeting, { type: "agenda.adopted" });
    await secretary.confirm();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("A colleague sent something");
    return secretary;
  };

  it("does not leave unasked when the console is opened again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await refusedAt(page, meeting, service);
    await page.reload();
    await page.locator(".good").waitFor();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("A colleague sent something");
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "agenda.adopted"]);
  });

  it("is still there when 'Look again' ends with a second thought", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await eventsAt(page).innerText()).toContain("A colleague sent something");
  });

  it("keeps its words and when it happened when it is looked at again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    expect(await page.locator("#field-happened").inputValue()).toBe("2010-01-29T10:08");
    expect(await secretary.findings()).toContain("The quorum was lost.");
    await secretary.confirm();
    await secretary.isDone();
    expect(await eventsAt(page).count(), "in the place of the old one").toBe(1);
    const log = await logOf(service, meeting);
    expect(log[2]).toMatchObject({ type: "meeting.closed", happened: "2010-01-29T09:08:00.000Z" });
  });

  it("goes first when it was looked at again, and what rests on it follows", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.post("Adopt the report");
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    await secretary.confirm();
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "agenda.adopted", "meeting.closed", "report.adopted"]);
  });
});

describe("a slow line", () => {
  it("is waited for: an event that did not arrive whole goes out again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /status of 408/ });
    const secretary = await withSecret(page, service.secret);
    await page.route(
      EVENTS,
      (route) =>
        route.fulfill({
          status: 408,
          contentType: "application/problem+json",
          json: { status: 408, code: "incomplete", detail: "The event did not arrive whole in time." },
        }),
      { times: 1 },
    );
    await secretary.send("Open the meeting");
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });

  it("has what was changed during a dry run looked at again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    const dialog = page.getByRole("dialog");
    await (await atSitting(secretary, "Thursday morning")).press("Move the sitting");
    await dialog.getByLabel("Starts at").fill("2010-01-28T15:00");
    await dialog.locator(".changes").waitFor();
    const openDoor = await closeDoor(page);
    await dialog.getByLabel("Starts at").fill("2010-01-28T15:30");
    await dialog.locator(".findings").getByText("Asking what would change").waitFor();
    await dialog.getByLabel("Starts at").fill("2010-01-28T16:00");
    openDoor();
    await dialog.locator(".changes").waitFor();
    expect(await secretary.findings()).toContain("4-7 p.m.");
  });
});

describe("a browser that keeps nothing", () => {
  it("has a console all the same, which says so", async ({ meeting, service, visit }) => {
    const page = await visit("about:blank");
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The user denied permission to access the database.", "SecurityError");
      };
    });
    await page.goto(consoleOf(meeting));
    await expect.poll(() => page.locator(".head").innerText()).toContain("This browser keeps nothing for this page");
    const secretary = await withSecret(page, service.secret);
    await secretary.send("Open the meeting");
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });
});

describe("a service that could not be asked about the key", () => {
  it("is asked again", async ({ meeting, service, visit }) => {
    const page = await visit("about:blank", { expected: /status of 503/ });
    await page.clock.install();
    await page.goto(consoleOf(meeting));
    await page.route(EVENTS, (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
    await typeSecret(page, service.secret);
    const status = page.locator(".key > summary");
    await expect.poll(() => status.textContent()).toContain("could not be asked");
    await page.clock.runFor(31_000);
    await expect.poll(() => status.textContent()).toContain("it may send");
  });

  it("tells of it by what it does with an event", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /status of 503/ });
    await page.route(EVENTS, (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
    await typeSecret(page, service.secret);
    const status = page.locator(".key > summary");
    await expect.poll(() => status.textContent()).toContain("could not be asked");
    await page.getByRole("button", { name: "Open the meeting" }).click();
    await expect.poll(() => status.textContent()).toContain("it may send");
  });
});
