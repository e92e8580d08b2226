import { describe, expect, it } from "vitest";
import { isField } from "../../src/browser/console/event/fields.ts";
import { buildData, listFields } from "../../src/browser/console/event/draft-event.ts";
import type { Meeting } from "../../src/browser/console/api.ts";
import { buildMeetingJson } from "../../src/api/meeting.ts";
import { EVENT_DESCRIPTORS } from "../../src/meeting/event-descriptors.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { foldEvents, happened, RECORD } from "../machines/given.ts";

/** The forms of the console: every field that an event may say is asked for, and is read as it was filled in. */

const STATE = foldEvents([happened("meeting.announced", { record: RECORD })]);
const MEETING: Meeting = { ...buildMeetingJson({ state: STATE, rows: [] }), next: EVENT_DESCRIPTORS };

const fill = (type: MeetingEvent["type"], values: Readonly<Record<string, string>>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return buildData({ type }, form, MEETING, "en");
};

/** Settled by the console itself: which meeting, which version, what a dry run asks, which words of an event are removed. */
const ITS_OWN = new Set(["body", "expectedVersion", "decide", "conflicts", "replace", "pointers"]);

describe("the form of an event", () => {
  it("has a control for each field", () => {
    const unknown = EVENT_DESCRIPTORS.filter(({ group }) => group).flatMap(({ type, required, optional }) =>
      [...required, ...optional].filter((name) => !ITS_OWN.has(name) && !isField(name)).map((name) => `${type}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("has words in one language, or in each of several by itself", () => {
    expect(fill("notice.given", { text: "Badges at gate 1." })).toEqual({ text: "Badges at gate 1." });
    expect(fill("notice.given", { text: "Badges at gate 1.", "text.fr": "Badges à la porte 1.", "text.ru": " " })).toEqual({
      text: { en: "Badges at gate 1.", fr: "Badges à la porte 1." },
    });
  });

  it("has a document's date in each language", () => {
    expect(fill("documents.issued", { symbol: "A/1", issuedOn: "2010-01-05", "issuedOn.fr": "2010-01-08" })).toEqual({
      documents: [{ symbol: "A/1", issuedOn: { en: "2010-01-05", fr: "2010-01-08" } }],
    });
  });

  it("has a deadline at the end of a day, and a suspension until a day", () => {
    expect(fill("deadline.set", { deadline: "l-docs", kind: "draft-resolutions", at: "2010-01-28" })).toMatchObject({ at: "2010-01-28" });
    expect(fill("slot.suspended", { slot: "1", until: "2010-01-28" })).toMatchObject({ until: "2010-01-28" });
  });

  it("puts a new item after another of the agenda", () => {
    expect(fill("item.added", { item: "9", title: "Staff", afterItem: "4" })).toEqual({ item: "9", title: "Staff", afterItem: "4" });
  });

  it("lets a sitting follow one that another body keeps", () => {
    expect(fill("slot.rescheduled", { slot: "2", start: "2010-01-28", after: "lead /sbi/62/slots/1" })).toMatchObject({
      after: { lead: { body: "sbi", meeting: "62", slot: "1" } },
    });
  });

  it("lists a meeting of another body under an id of its own, though no meeting has that next", () => {
    const none = { ...MEETING, next: [] };
    expect(listFields({ title: "", events: [{ type: "meeting.listed" }] }, none).map(({ name }) => name)).toEqual(["meeting", "of"]);
    expect(fill("meeting.listed", { meeting: "joint", of: "https://plenary.example/sbi/62" })).toEqual({
      meeting: "joint",
      of: { body: "sbi", meeting: "62" },
    });
  });
});
