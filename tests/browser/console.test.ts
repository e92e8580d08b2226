import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect } from "vitest";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { FORMS } from "../support/document-forms.ts";
import { reread } from "../support/reread.ts";
import type { Service } from "../node/service.ts";
import { atSitting, consoleOf, logOf, REFUSED, secretaryAt, typeSecret, withSecret } from "./secretary.ts";
import { it, pageOf } from "./visits.ts";

const run = promisify(execFile);

/** What a subscriber of the whole meeting has, by slot. */
const feedOf = async (service: Service, meeting: MeetingRecord) => {
  const entries = reread(await (await service.get(`${pageOf(meeting)}.ics`)).text());
  return new Map(entries.map((entry) => [entry.uid.replace(/^.*\.slot-/, ""), entry]));
};

/** What the calendar says of itself. */
const captionOf = async (service: Service, meeting: MeetingRecord): Promise<string> => {
  const feed = await (await service.get(`${pageOf(meeting)}.ics`)).text();
  return /^DESCRIPTION:(.*)$/m.exec(feed.replaceAll(/\r\n[ \t]/g, ""))?.[1] ?? "";
};

const statuses = async (service: Service, meeting: MeetingRecord): Promise<readonly string[]> =>
  [...(await feedOf(service, meeting)).values()].map(({ status }) => status ?? "");

describe("a meeting steered from the console alone", () => {
  it("goes from its opening to its closure, and calendars follow each step", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page, send } = secretary;
    await send("Open the meeting");
    expect(await statuses(service, meeting), "opened, but provisional").toEqual(Array(6).fill("TENTATIVE"));

    await secretary.propose("Adopt the agenda", { "As orally revised": "yes" });
    await expect.poll(secretary.findings).toContain("Calendars show the programme as confirmed");
    await secretary.confirm();
    await secretary.isDone();
    expect(await statuses(service, meeting)).toEqual(Array(6).fill("CONFIRMED"));
    expect(await captionOf(service, meeting)).toContain("as orally revised");

    const thursday = await atSitting(secretary, "Thursday morning");
    await thursday.propose("Move the sitting", { "Starts at": "2010-01-28T15:00" });
    await expect
      .poll(secretary.findings)
      .toContain("Thursday morning, 28 January 2010: moved from Thursday, 28 January 2010, 10 a.m.-1 p.m. to 3-6 p.m.");
    expect(await secretary.findings()).toContain("would be at the same time as Thursday afternoon, 28 January 2010");
    expect(await secretary.findings()).toContain("One calendar entry changes.");
    await secretary.confirm();
    await secretary.isDone();
    expect((await feedOf(service, meeting)).get("3")).toMatchObject({
      start: "2010-01-28T15:00:00",
      end: "2010-01-28T18:00:00",
      sequence: 2,
    });

    const friday = await atSitting(secretary, "Friday morning");
    await friday.send("Cancel the sitting", {
      "Reason, in words of your own": "Consultations continue.",
      "Its items go to": "Friday afternoon, 29 January 2010",
    });
    const cancelled = (await feedOf(service, meeting)).get("5");
    expect(cancelled).toMatchObject({ status: "CANCELLED", description: expect.stringContaining("Consultations continue.") });
    expect((await feedOf(service, meeting)).get("6")?.summary).toMatch(/^Items 5 \(cont\.\), 6-8: /);

    await send("Adopt the report", { "In what manner": "as orally amended" });
    expect(await captionOf(service, meeting)).toMatch(/Report adopted [^.]*, as orally amended/);
    await send("Close the meeting");
    expect(await captionOf(service, meeting)).toMatch(/Meeting closed/);
    await page.getByRole("button", { name: "Close the meeting" }).waitFor({ state: "detached" });
    expect(await page.locator('[aria-current="step"]').textContent()).toBe("Report adopted");
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual([
      "meeting.announced",
      "meeting.opened",
      "agenda.adopted",
      "slot.rescheduled",
      "slot.cancelled",
      "report.adopted",
      "meeting.closed",
    ]);
  });

  it("is told when it happened, and why", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    await secretary.propose("Adopt the agenda");
    await page.locator("dialog summary", { hasText: "It happened earlier" }).click();
    await page.getByLabel("Note", { exact: true }).fill("The quorum was late.");
    await page.locator("#field-happened").fill("2010-01-27T10:08");
    await expect.poll(secretary.findings).toContain("Agenda adopted 27 January 2010. The quorum was late.");
    await secretary.confirm();
    await secretary.isDone();
    expect((await logOf(service, meeting))[1]?.happened).toBe("2010-01-27T09:08:00.000Z");
  });

  it("gets a message to pass on, in any of the languages", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { permissions: ["clipboard-read", "clipboard-write"] });
    const secretary = await withSecret(page, service.secret);
    await (await atSitting(secretary, "Thursday morning")).send("Move the sitting", { "Starts at": "2010-01-28T15:00" });
    await page.getByText("A message to pass on").first().click();
    await page.getByLabel("In", { exact: true }).selectOption("fr");
    await expect.poll(() => page.getByLabel("A message to pass on").inputValue()).toContain("déplacée de jeudi 28 janvier 2010");
    await secretary.press("Copy");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`${service.url}/fr${pageOf(meeting)}`);
    expect(copied).toContain("Les annonces de la présidence et les documents officiels font foi.");
  });
});

describe("a mistake at the console", () => {
  it("is undone by a tap: withdrawn, and one line of the history", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    await secretary.send("Open the meeting");
    expect((await logOf(service, meeting))[1]).toMatchObject({ type: "meeting.opened", isWithdrawn: false });
    await secretary.press("Undo");
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("Undone: Open the meeting is sent.");
    const log = await logOf(service, meeting);
    expect(log.map(({ type, isWithdrawn }) => ({ type, isWithdrawn })).slice(1)).toEqual([
      { type: "meeting.opened", isWithdrawn: true },
      { type: "event.withdrawn", isWithdrawn: false },
    ]);
    expect(await statuses(service, meeting)).toEqual(Array(6).fill("TENTATIVE"));
    await page.goto(`${pageOf(meeting)}/log`);
    expect(await page.locator(".history li").count(), "announced, and opened by mistake").toBe(2);
    expect(await page.locator(".history .withdrawn").count()).toBe(1);
  });

  it("can be undone for thirty seconds", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    await page.clock.install();
    await secretary.send("Open the meeting");
    const undo = page.getByRole("button", { name: "Undo" });
    await page.clock.runFor(28_000);
    expect(await undo.count()).toBe(1);
    await page.clock.runFor(3_000);
    expect(await undo.count()).toBe(0);
  });

  it("that can't be undone by a tap is shown with its effect first", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting)), service.secret);
    const { page } = secretary;
    await secretary.propose("Close the meeting");
    expect(await secretary.findings()).toContain("The meeting was never reported as opened.");
    expect(await secretary.findings()).toContain("The page and the screens change at once.");
    await secretary.press("Go back");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await logOf(service, meeting)).toHaveLength(1);
    await secretary.send("Close the meeting");
    expect(await page.getByRole("button", { name: "Undo" }).count()).toBe(0);
    expect(await logOf(service, meeting)).toHaveLength(2);
  });

  it("is withdrawn from the history, with the later events that rest on it", async ({ meeting, service, visit }) => {
    await service.report(meeting, { type: "agenda.adopted" });
    await service.report(meeting, { type: "report.adopted" });
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    const secretary = await withSecret(page, service.secret);
    await page.getByText("History: withdraw a mistake").click();
    await page.locator(".past li", { hasText: "The agenda was adopted" }).getByRole("button", { name: "Withdraw" }).click();
    await secretary.press("Withdraw these too");
    await page.locator("dialog .changes").waitFor();
    await secretary.press("Send");
    await secretary.isDone();
    const log = await logOf(service, meeting);
    expect(log.map(({ type, isWithdrawn }) => `${type}${isWithdrawn ? " withdrawn" : ""}`)).toEqual([
      "meeting.announced",
      "agenda.adopted withdrawn",
      "report.adopted withdrawn",
      "event.withdrawn",
      "event.withdrawn",
    ]);
    expect(await statuses(service, meeting)).toEqual(Array(6).fill("TENTATIVE"));
  });
});

describe("what the console's user must be told", () => {
  it("a key that the service does not know is refused in plain words", async ({ meeting, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await typeSecret(page, "whsec_YSBrZXkgdGhhdCBub2JvZHkgaGVyZSBoYXMgZXZlciBzZWVu");
    await expect.poll(() => page.locator(".key > summary").textContent()).toContain("Not enrolled yet");
    const secretary = secretaryAt(page);
    await secretary.propose("Close the meeting");
    expect(await secretary.findings()).toContain("The service does not know this browser for this body.");
  });

  it("a colleague's event in between is noticed, and the event looked at again", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting), { expected: REFUSED }), service.secret);
    await secretary.propose("Close the meeting");
    await service.report(meeting, { type: "agenda.adopted" });
    await secretary.confirm();
    await expect.poll(() => secretary.page.locator(".outbox").innerText()).toContain("A colleague sent something in the meantime");
    await secretary.press("Look again");
    await secretary.page.locator("dialog .changes").waitFor();
    await secretary.confirm();
    await secretary.isDone();
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "agenda.adopted", "meeting.closed"]);
  });

  it("what happens in the room is told whatever a colleague sent meanwhile", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /ERR_FAILED/ });
    const secretary = await withSecret(page, service.secret);
    await page.route("**/*.json*", (route) => route.abort());
    await service.report(meeting, { type: "agenda.adopted" });
    await secretary.send("Open the meeting");
    await page.unroute("**/*.json*");
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "agenda.adopted", "meeting.opened"]);
  });

  it("what a colleague sends shows by itself", async ({ meeting, service, visit }) => {
    const { page } = await withSecret(await visit(consoleOf(meeting)), service.secret);
    await service.report(meeting, { type: "slot.opened", slot: "1" });
    await expect.poll(() => page.locator(".head").innerText()).toContain("Open now: Wednesday morning, 27 January 2010.");
  });

  it("what the door says of a field stands beside the field", async ({ meeting, service, visit }) => {
    const secretary = await withSecret(await visit(consoleOf(meeting), { expected: REFUSED }), service.secret);
    const thursday = await atSitting(secretary, "Thursday morning");
    await thursday.propose("Move the sitting", { "Starts at": "2010-01-28T15:00", "Ends at": "2010-01-28T14:00" });
    const wrong = secretary.page.locator("#wrong-end");
    expect(await wrong.innerText()).toBe("It must be after the start, at a time that clocks show there.");
    expect(await secretary.page.getByLabel("Ends at").getAttribute("aria-invalid")).toBe("true");
  });

  it("a wrong clock is measured, corrected and said", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await page.clock.setSystemTime(Date.now() - 3 * 3600_000);
    const secretary = await withSecret(page, service.secret);
    await expect.poll(() => page.locator(".head").innerText()).toContain("clock is wrong by 180 min");
    await secretary.send("Open the meeting");
    expect(await logOf(service, meeting)).toHaveLength(2);
  });
});

describe("a key made in the browser", () => {
  it("signs once the operator has enrolled it by the command that is shown", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: REFUSED });
    await page.getByRole("button", { name: "Prepare this browser" }).click();
    const command = await page.getByLabel("The operator enrols it with this command").inputValue();
    const [, words = ""] = command.split("npm run plenary -- ");
    const operator = { env: { ...process.env, PLENARY_KEY: service.secret } };
    const told = await run(process.execPath, ["src/cli/plenary.ts", ...words.split(" "), "--url", service.url], operator);
    const fingerprint = (await page.locator(".fingerprint").textContent()) ?? "";
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){3}[0-9A-F]{4}$/);
    expect(told.stdout).toContain(fingerprint);
    await page.getByRole("button", { name: "Check again" }).click();
    await expect.poll(() => page.locator(".good").textContent()).toContain("it may send");
    await page.reload();
    await expect.poll(() => page.locator(".good").textContent()).toContain("it may send");
    await secretaryAt(page).send("Open the meeting");
    expect(await logOf(service, meeting)).toHaveLength(2);
  });
});

describe("a pasted agenda", () => {
  const document = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8");

  it("is shown as it was understood", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    await page.getByText("A new or revised agenda").click();
    await page.getByLabel("The document", { exact: true }).fill(document);
    await secretary.press("Read it");
    const preview = page.locator(".preview");
    await expect.poll(() => preview.innerText()).toContain("Sittings (6)");
    expect(await preview.innerText()).toContain("Thursday morning, 28 January 2010, 10 a.m.-1 p.m.: 4");
  });

  it("lacks what it does not say: that is asked for, and another meeting announced", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    const secretary = await withSecret(page, service.secret);
    await page.getByText("A new or revised agenda").click();
    await page.getByLabel("The document", { exact: true }).fill(document);
    await page.getByText("What the document does not say").click();
    await page.getByLabel("Id of the meeting, as in its address").fill(`${meeting.id}-next`);
    await page.getByLabel("Time zone (Area/City)").fill("");
    await secretary.press("Read it");
    await expect.poll(() => page.locator(".preview .caution").innerText()).toContain("Time zone (Area/City)");
    await page.getByLabel("Time zone (Area/City)").fill("Europe/Vienna");
    await secretary.press("Read it");
    await secretary.send("Announce as another meeting");
    expect(await statuses(service, { ...meeting, id: `${meeting.id}-next` })).toEqual(Array(6).fill("TENTATIVE"));
  });
});

describe("a file of an agenda", () => {
  const text = readFileSync("data/documents/ctoc-cop-wg4-2010.txt");
  const pdf = Buffer.from(FORMS["pdf"]?.(text.toString()) ?? []);

  it("is read where it is chosen, whatever its form, and its readers come when they are needed", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting));
    await withSecret(page, service.secret);
    const loaded = new Set<string>();
    page.on("request", (request) => loaded.add(request.url().replace(/^.*\/|-\w+\.js$/g, "")));
    await page.getByText("A new or revised agenda").click();
    const [file, preview] = [page.getByLabel("Or its file"), page.locator(".preview")];
    await file.setInputFiles({ name: "agenda.txt", mimeType: "text/plain", buffer: text });
    await expect.poll(() => preview.innerText()).toContain("Sittings (6)");
    expect([...loaded].filter((name) => name.includes("pdf"))).toEqual([]);
    await file.setInputFiles({ name: "agenda.pdf", mimeType: "application/pdf", buffer: pdf });
    // The preview says the same of both forms: that the second was read is seen by what came for it.
    await expect.poll(() => [...loaded].filter((name) => name.includes("pdf"))).not.toEqual([]);
    await expect.poll(() => preview.innerText()).toContain("Sittings (6)");
  });

  it("is read where it is dropped; what is no document is refused with what to do", async ({ meeting, visit }) => {
    const page = await visit(consoleOf(meeting, "/fr"));
    await page.locator("summary", { hasText: "Ordre du jour nouveau ou révisé" }).click();
    const drop = async (...files: readonly (readonly [string, Buffer])[]): Promise<void> => {
      const dropped = await page.evaluateHandle(
        (parts) => {
          const transfer = new DataTransfer();
          for (const [name, octets] of parts) transfer.items.add(new File([Uint8Array.from(octets)], name));
          return transfer;
        },
        files.map(([name, octets]) => [name, [...octets]] as const),
      );
      await page.getByLabel("Le document", { exact: true }).dispatchEvent("drop", { dataTransfer: dropped });
    };
    await drop(["programme.pdf", pdf]);
    await expect.poll(() => page.locator(".preview").innerText()).toContain("(6)");
    const notice = page.locator("form [role=status]");
    await drop(["photo.pdf", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])]);
    await expect.poll(() => notice.innerText()).toContain("les images ne sont pas lues");
    expect(await page.locator(".preview").count(), "what was read before is of another document").toBe(0);
    await drop(["a.txt", text], ["b.txt", text]);
    await expect.poll(() => notice.innerText()).toContain("déposez un seul fichier");
  });
});

describe("without a line", () => {
  it("events wait in order, and go out when the line is back", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /ERR_INTERNET_DISCONNECTED/ });
    const secretary = await withSecret(page, service.secret);
    await page.context().setOffline(true);
    await secretary.press("Open the meeting");
    await secretary.press("Adopt the agenda");
    await page.getByRole("dialog").getByText("There is no line").waitFor();
    await secretary.confirm();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("No line. These go out by themselves, in order");
    expect(await logOf(service, meeting)).toHaveLength(1);
    // By the webhook-id: what failed while the line came back is sent again under the same.
    const posted = new Map<string | undefined, string>();
    page.on("request", (request) => {
      if (request.method() !== "POST") return;
      posted.set(request.headers()["webhook-id"], (request.postDataJSON() as { type: string }).type);
    });
    await page.context().setOffline(false);
    await secretary.isDone();
    expect((await logOf(service, meeting)).map(({ type }) => type)).toEqual(["meeting.announced", "meeting.opened", "agenda.adopted"]);
    expect([...posted.values()], "a key that is known is not asked about again beside them").toEqual(["meeting.opened", "agenda.adopted"]);
  });

  it("an event goes out by itself once the page is opened again with one", async ({ meeting, service, visit }) => {
    const page = await visit(consoleOf(meeting), { expected: /ERR_FAILED/ });
    const secretary = await withSecret(page, service.secret);
    await page.route("**/events", (route) => route.abort());
    await secretary.press("Open the meeting");
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("Open the meeting waits for the line.");
    expect(await logOf(service, meeting)).toHaveLength(1);
    await page.unroute("**/events");
    await page.reload();
    await expect.poll(() => page.locator(".outbox").innerText()).toContain("Open the meeting is sent.");
    expect(await logOf(service, meeting)).toHaveLength(2);
  });
});

describe("the console's page", () => {
  it("puts no text in as HTML, is kept by no cache, and can be put on the home screen", async ({ meeting, service }) => {
    const { headers } = await service.get(consoleOf(meeting));
    expect(headers.get("content-security-policy")).toContain("require-trusted-types-for 'script'; trusted-types plenary-worker");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    const manifest = await (await service.get(`${consoleOf(meeting, "/ar")}.webmanifest`)).json();
    expect(manifest).toMatchObject({
      start_url: consoleOf(meeting, "/ar"),
      scope: consoleOf(meeting, "/ar"),
      display: "standalone",
      dir: "rtl",
    });
  });
});
