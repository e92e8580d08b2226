import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { EventMessage } from "../../src/standard-webhooks/client.ts";
import type { Service } from "../node/service.ts";
import { consoleOf, logOf, REFUSED, withSecret } from "./secretary.ts";
import { it } from "./visits.ts";

const EVENTS = "**/events";

/** What a page posts from now on that is no dry run, by its type. */
const posted = (page: Page): readonly string[] => {
  const types: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    const { type, dryRun } = request.postDataJSON() as EventMessage;
    if (!dryRun) types.push(type);
  });
  return types;
};

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

const lettersAt = (page: Page) => page.locator(".outbox li");

describe("several events in short succession", () => {
  it("one that leaves while the next is looked at is no colleague's", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    await page.clock.install();
    await secretary.post("Meeting opened");
    await secretary.propose("Agenda adopted");
    await page.clock.runFor(31_000);
    await expect.poll(() => typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
    await secretary.press("Send");
    await secretary.press("Send now");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened", "agenda.adopted"]);
  });

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
    await secretary.post("Meeting opened");
    await secretary.press("Send now");
    await expect.poll(() => typesIn(service, meeting)).toHaveLength(2);
    await secretary.post("Agenda adopted");
    isLost = false;
    await secretary.press("Send now");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened", "agenda.adopted"]);
  });

  it("one that is undone leaves the next as it was looked at", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    await secretary.post("Meeting opened");
    await secretary.post("Agenda adopted");
    await lettersAt(page).first().getByRole("button", { name: "Undo" }).click();
    await secretary.press("Send now");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "agenda.adopted"]);
  });

  it("'Send now' leaves alone what is being sent", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    await page.clock.install();
    await secretary.post("Meeting opened");
    await page.clock.runFor(25_000);
    await secretary.post("Agenda adopted");
    const openDoor = await closeDoor(page);
    await page.clock.runFor(6_000);
    const first = lettersAt(page).first();
    await expect.poll(() => first.innerText()).toContain("is being sent");
    await secretary.press("Send now");
    expect(await first.innerText()).toContain("is being sent");
    expect(await first.getByRole("button").count(), "nor can it be discarded").toBe(0);
    openDoor();
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened", "agenda.adopted"]);
  });
});

describe("an event that was refused", () => {
  /** Refused, since a colleague was faster. */
  const refusedAt = async (page: Page, meeting: MeetingRecord, service: Service) => {
    page.on("dialog", (dialog) => void dialog.accept());
    const secretary = await withSecret(page, service.secret);
    await secretary.propose("Meeting opened");
    await page.locator("dialog summary").click();
    await page.locator("#field-happened").fill("2010-01-27T10:08");
    await page.getByLabel("Note", { exact: true }).fill("The quorum was late.");
    await secretary.press("What would change?");
    await page.locator("dialog .changes").waitFor();
    await service.report(meeting, { type: "agenda.adopted" });
    await secretary.press("Send");
    await secretary.press("Send now");
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("A colleague sent something");
    return secretary;
  };

  it("does not leave unasked when the console is opened again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await refusedAt(page, meeting, service);
    const types = posted(page);
    await page.reload();
    await page.locator(".good").waitFor();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("A colleague sent something");
    expect(types).toEqual([]);
  });

  it("is still there when 'Look again' ends with a second thought", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await lettersAt(page).innerText()).toContain("A colleague sent something");
  });

  it("keeps its words and when it happened when it is looked at again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    expect(await page.locator("#field-happened").inputValue()).toBe("2010-01-27T10:08");
    expect(await secretary.findings()).toContain("Meeting opened 27 January 2010. The quorum was late.");
    await secretary.press("Send");
    expect(await lettersAt(page).count(), "in the place of the old one").toBe(1);
    await secretary.press("Send now");
    await secretary.isDone();
    const log = await logOf(service, meeting);
    expect(log[2]).toMatchObject({ type: "meeting.opened", happened: "2010-01-27T09:08:00.000Z" });
  });

  it("goes first when it was looked at again, and what rests on it follows", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await refusedAt(page, meeting, service);
    await secretary.post("Cancel a sitting", { Reason: "Consultations continue." });
    await secretary.press("Look again");
    await page.locator("dialog .changes").waitFor();
    await secretary.press("Send");
    await secretary.press("Send now");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "agenda.adopted", "meeting.opened", "slot.cancelled"]);
  });
});

describe("an event of an earlier visit", () => {
  it("leaves by the button that says so, and by no other", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    page.on("dialog", (dialog) => void dialog.accept());
    const secretary = await withSecret(page, service.secret);
    await secretary.post("Meeting opened");
    await page.reload();
    await page.locator(".good").waitFor();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("was not sent: the page was closed before.");
    await secretary.post("Agenda adopted");
    expect(await page.getByRole("button", { name: "Send now" }).count(), "it would have to wait").toBe(0);
    await secretary.press("Send it");
    await expect.poll(() => typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
    expect(await lettersAt(page).innerText()).toContain("Agenda adopted");
    await secretary.press("Undo");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });
});

describe("a slow line", () => {
  it("is waited for: an event that did not arrive whole goes out again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /status of 408/ });
    const secretary = await withSecret(page, service.secret);
    await secretary.propose("Meeting opened");
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
    await secretary.press("Send");
    await secretary.press("Send now");
    await secretary.isDone();
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });

  it("has what was changed during a dry run looked at again", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    const dialog = page.getByRole("dialog");
    await secretary.press("Resumes at…");
    await dialog.getByLabel("Sitting").selectOption({ label: "Thursday morning, 28 January 2010" });
    await dialog.getByLabel("Starts at").fill("2010-01-28T15:00");
    const openDoor = await closeDoor(page);
    await secretary.press("What would change?");
    await dialog.locator(".findings").getByText("Asking what would change").waitFor();
    await dialog.getByLabel("Starts at").fill("2010-01-28T16:00");
    const answered = page.waitForResponse(EVENTS);
    openDoor();
    await (await answered).finished();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await dialog.locator(".changes").count(), "what was found is of the old form").toBe(0);
    await secretary.press("What would change?");
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
    await secretary.send("Meeting opened");
    expect(await typesIn(service, meeting)).toEqual(["meeting.announced", "meeting.opened"]);
  });
});

describe("a service that could not be asked about the key", () => {
  it("is asked again", async ({ meeting, service, visit }) => {
    const page = await visit("about:blank", { expected: /status of 503/ });
    await page.clock.install();
    await page.goto(consoleOf(meeting));
    await page.route(EVENTS, (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
    await page.getByLabel("Or a secret that you were given").fill(service.secret);
    await page.getByRole("button", { name: "Use this secret" }).click();
    const status = page.locator(".key summary");
    await expect.poll(() => status.textContent()).toContain("could not be asked");
    await page.clock.runFor(31_000);
    await expect.poll(() => status.textContent()).toContain("The service knows this key.");
  });

  it("tells of it by what it does with an event", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /status of 503/ });
    await page.route(EVENTS, (route) => route.fulfill({ status: 503, body: "" }), { times: 1 });
    await page.getByLabel("Or a secret that you were given").fill(service.secret);
    await page.getByRole("button", { name: "Use this secret" }).click();
    const status = page.locator(".key summary");
    await expect.poll(() => status.textContent()).toContain("could not be asked");
    await page.getByRole("button", { name: "Meeting opened" }).click();
    await expect.poll(() => status.textContent()).toContain("The service knows this key.");
  });
});
