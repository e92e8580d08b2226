import { expect, it } from "vitest";
import { createWarning } from "../../machines/meeting/warnings.ts";
import { buildMeetingJson } from "../../src/api/meeting.ts";
import { describeWarning, type Sayable } from "../../src/browser/console/error-messages.ts";
import { LANGUAGES, type Language } from "../../src/meeting/text.ts";
import { loadMessages } from "../../src/browser/console/messages/load.ts";
import { ANNOUNCED, foldEvents } from "../machines/given.ts";

const MEETING = buildMeetingJson({ state: foldEvents([ANNOUNCED]), rows: [] });

/** The history of one event, as far as the console asks. */
const HISTORY = [{ id: "msg_1", type: "slot.rescheduled" }] as unknown as Sayable["history"];

const sayableIn = async (language: Language): Promise<Sayable> => ({
  meeting: MEETING,
  history: HISTORY,
  messages: await loadMessages(language),
});

it.each(LANGUAGES)("the console names events, fields and times of a warning as %s does", async (language) => {
  const sayable = await sayableIn(language);
  const { messages } = sayable;
  const late = createWarning("late", {
    type: "slot.cancelled",
    newer: "slot.rescheduled",
    event: "msg_1",
    timestamp: "2010-01-27T09:20:00Z",
  });
  const text = describeWarning(late, sayable);
  expect(text).toContain(messages.events["slot.rescheduled"]);
  expect(text).toContain(messages.own.dates.time("2010-01-27T10:20"));
  expect(text).not.toMatch(/msg_|2010-01|slot\./);
  const paths = createWarning("reports-dropped", { paths: "slots.3.time, slots.5, closesOn" });
  expect(describeWarning(paths, sayable)).toContain(messages.own.dates.slotName("2010-01-28T10:00"));
  expect(describeWarning(paths, sayable)).not.toMatch(/slots|closesOn/);
  const needless = createWarning("no-effect", { field: "data.decide.items.4.slots" });
  expect(describeWarning(needless, sayable)).not.toMatch(/items|slots|data/);
});

it("the console ends a sentence that ends with a time once", async () => {
  const text = describeWarning(createWarning("after-its-end", { slot: "3", end: "2010-01-28T18:00" }), await sayableIn("en"));
  expect(text).toContain("6 p.m. If");
  expect(text).not.toContain("..");
});

it.each(LANGUAGES)("the console lists items as %s does, as documents print them", async (language) => {
  const sayable = await sayableIn(language);
  const words = sayable.messages;
  const twice = createWarning("items-in-two-sittings", { slot: "1", items: "1(a), 2" });
  expect(describeWarning(twice, sayable)).toContain(`1 (a)${words.own.punctuation.comma}2`);
  const dropped = createWarning("documents-dropped", { documents: "CTOC/COP/WG.4/2010/2, CTOC/COP/WG.4/2010/3" });
  expect(describeWarning(dropped, sayable)).toContain(`2010/2${words.own.punctuation.comma}CTOC`);
});
