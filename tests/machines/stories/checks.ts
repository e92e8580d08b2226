import { expect } from "vitest";
import { succeed } from "../../../src/meeting/result.ts";
import { SLOT_FIELDS, readField } from "../../../machines/meeting/facts.ts";
import { describeTime } from "../../../machines/meeting/follow.ts";
import { createLog, foldLog, foldStanding, listWithdrawn } from "../../../machines/meeting/fold-log.ts";
import { isOver, getWords } from "../../../machines/meeting/past.ts";
import type { MeetingState, SlotState } from "../../../machines/meeting/state.ts";
import { getMeetingStatus, getSlotStatus } from "../../../machines/meeting/statuses.ts";
import { buildEntries } from "../../../src/calendar/entries.ts";
import { toPart } from "../../../src/calendar/meeting-part.ts";
import { selectItemsFeed } from "../../../src/feeds/feed.ts";
import type { MeetingEvent } from "../../../src/meeting/events.ts";
import { ENGLISH } from "../../../src/i18n/en.ts";
import { isDeepEqual } from "../../../src/meeting/deep-equal.ts";
import type { MeetingRecord } from "../../../src/meeting/record.ts";
import { chooseText } from "../../../src/meeting/text.ts";
import { slugifyItem } from "../../../src/meeting/numbered-items.ts";
import { joinState, listChangedParts, splitState } from "../../../src/store/state-parts.ts";
import { listSubjects, readPaper, writeRecord } from "./paper.ts";
import { receive, type Kept } from "./receive.ts";
import type { Step } from "./story.ts";

/** Compared by our own rule first, which is fast; told by the runner's. */
const expectSame = (actual: unknown, expected: unknown, of: string): void => {
  if (!isDeepEqual(actual, expected)) expect(actual, of).toEqual(expected);
};

/** A step that was taken. */
export type Taken = Step & { readonly after: Kept };

const isCorrection = ({ type }: MeetingEvent): boolean => type === "event.withdrawn" || type === "event.redacted";

const findSlot = ({ slots, removedSlots }: MeetingState, number: string): SlotState | undefined =>
  [...slots, ...removedSlots].find(({ slot }) => slot.number === number);

/** What an entry of a sitting says of it, but for changes and links of the meeting's own. */
const describeHeld = (state: MeetingState, slot: SlotState) => {
  const { items, ...words } = getWords(state, slot);
  return {
    slot: slot.slot,
    // A language that it lacked may come.
    words: { ...words, items: items.map((item) => ({ ...item, title: chooseText(item.title, "en") })) },
    time: describeTime(state, slot),
  };
};

/** Whether a fact speaks of a time at which a sitting, adjourned since, had not been. */
const isOfItsTime = ({ before, decided }: Taken, number: string): boolean => {
  if (!decided.ok || "record" in decided.value.logged.event.data) return false;
  const { at } = decided.value.logged;
  const { state } = foldStanding(createLog(before.log.filter((logged) => logged.at <= at)), listWithdrawn(before.log));
  return state !== undefined && findSlot(state, number)?.value !== "adjourned";
};

/** What was held changes no word, time, zone or place by a record, or by a fact dated after its end. */
export const keepsWhatWasHeld = (step: Taken): void => {
  const { before, after, delivery, decided } = step;
  const { event } = delivery;
  if (isCorrection(event) || !decided.ok) return;
  const { local } = decided.value.logged;
  for (const slot of before.state.slots) {
    const isAbout = "slot" in event.data && event.data.slot === slot.slot.number;
    if (slot.value !== "adjourned" || !isOver({ ...slot, value: { toBeHeld: "scheduled" } }, local) || isAbout) continue;
    const later = findSlot(after.state, slot.slot.number);
    const [now, held] = [later && describeHeld(after.state, later), describeHeld(before.state, slot)];
    if (isDeepEqual(now, held) || isOfItsTime(step, slot.slot.number)) continue;
    expectSame(now, held, `sitting ${slot.slot.number}, which was held`);
  }
};

/** Where each item is taken up, by its id, and whether it is continued there; without some sittings. */
const listPlacements = ({ slots }: MeetingState, id: string, without: (number: string) => boolean) =>
  slots
    .filter(({ slot }) => slot.items.includes(id) && !without(slot.number))
    .map(({ slot }): readonly [string, boolean] => [slot.number, slot.continued?.includes(id) ?? false])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Nothing that was said is undone by a document that does not speak of it, and nothing leaves by one that does not cover it. */
export const undoesNothingBySilence = ({ before, after, draft, delivery }: Taken): void => {
  const isAnew = delivery.event.type === "meeting.rescheduled" && getMeetingStatus(before.state.agenda) === "postponed";
  if (!draft || isAnew) return;
  const { spoken } = draft;
  for (const slot of before.state.slots) {
    const { number } = slot.slot;
    if (spoken.has(`slots.${number}`)) continue;
    const later = after.state.slots.find((other) => other.slot.number === number);
    // What a document says of its time is when a sitting is that was put off to a time not known.
    if (getSlotStatus(slot.value) !== "postponed" || !spoken.has(`slots.${number}.time`))
      expectSame(later?.value, slot.value, `sitting ${number}`);
    for (const field of SLOT_FIELDS)
      if (!spoken.has(`slots.${number}.${field}`))
        expectSame(later && readField(later.slot, field), readField(slot.slot, field), `${field} of sitting ${number}`);
  }
  const subjects = listSubjects(before.state.record);
  for (const { id, value } of before.state.items) {
    const subject = subjects.get(id) ?? "";
    if (spoken.has(`items.${subject}`) || spoken.has(`items.${subject}.slots`)) continue;
    const isWhole = (number: string) => spoken.has(`slots.${number}`);
    const later = after.state.items.find((other) => other.id === id);
    expectSame(later?.value, value, `item ${id}, ${subject}`);
    expectSame(listPlacements(after.state, id, isWhole), listPlacements(before.state, id, isWhole), `sittings of item ${id}, ${subject}`);
  }
  const documents = new Map((after.state.record.documents ?? []).map((document) => [document.symbol, document]));
  for (const document of before.state.record.documents ?? [])
    if (!spoken.has(`documents.${document.symbol}`)) expectSame(documents.get(document.symbol), document, `document ${document.symbol}`);
  for (const field of ["closesOn", "venue", "city", "timezone"] as const)
    if (!spoken.has(field)) expect(after.state.record[field], field).toBe(before.state.record[field]);
};

/** A paper says its sittings and documents in no order. */
const sortRecord = ({ slots, documents = [], ...record }: MeetingRecord): unknown => ({
  ...record,
  slots: slots.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
  documents: documents.toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1)),
});

/** The base is what the documents say, whatever was reported. */
export const standsOnItsPapers = ({ after, paper }: Taken): void => {
  expectSame(sortRecord(writeRecord(readPaper(after.state))), sortRecord(writeRecord(paper)), "the base");
};

/** A revision that says what the documents say already changes nothing; after a postponement it says that the meeting is to be held. */
export const takesItsBaseAsSaid = ({ after, paper, delivery }: Taken, arrival: number): void => {
  if (getMeetingStatus(after.state.agenda) === "postponed") return;
  const { body, meeting } = delivery.event.data;
  const data = { body, meeting, record: writeRecord(paper) };
  const event = { type: "agenda.revised" as const, timestamp: new Date(arrival).toISOString(), data };
  const { decided } = receive(after, { id: "said again", event, arrival });
  expectSame(decided.ok ? decided.value.answer.outcome : decided, "unchanged", "a revision that says what is said");
};

/** SEQUENCE rises exactly when what an entry says changes, and nothing that was so already changes any. */
export const countsChanges = ({ before, after, decided }: Taken): void => {
  const rows = new Map(after.rows.map((row) => [row.entry.uid, row]));
  for (const row of before.rows) {
    const later = rows.get(row.entry.uid);
    if (!later) expect(later, `the entry ${row.entry.uid} never leaves`).toBeDefined();
    const isChanged = !isDeepEqual(later?.entry, row.entry);
    expectSame(later?.sequence, row.sequence + (isChanged ? 1 : 0), `SEQUENCE of ${row.entry.uid}`);
  }
  if (decided.ok && decided.value.answer.outcome === "unchanged") expectSame(decided.value.rows, [], "what was so already");
};

/** Whether an event had the log folded again; what comes in time is a step of the fold itself. */
export const looksBack = ({ delivery, decided }: Taken): boolean =>
  isCorrection(delivery.event) || (decided.ok && decided.value.answer.warnings.some(({ code }) => code === "late"));

/** The state is the fold of the log, and calendars were told what it says. */
export const isTheFold = ({ after }: Taken): void => {
  const folded = foldLog(after.log);
  expectSame(folded, succeed(after.state), "the fold of the log");
  if (!folded.ok || !folded.value) return;
  const told = new Map(after.rows.map(({ entry }) => [entry.uid, entry]));
  for (const entry of buildEntries(folded.value)) expectSame(told.get(entry.uid), entry, `what calendars were told of ${entry.uid}`);
};

/** What is kept of one step for the next makes no difference: to the parts of a state that are stored, and to the entries that are written. */
export const isMadeOfWhatChanged = ({ before, after }: Taken): void => {
  const [known, parts] = [splitState(before.state), splitState(after.state)];
  const anew = JSON.parse(JSON.stringify(after.state)) as MeetingState;
  expectSame(joinState(parts.snapshot, listChangedParts(known, parts), known), anew, "the state of its parts");
  const told = new Map(after.rows.map(({ entry }) => [entry.uid, entry]));
  for (const entry of buildEntries(anew)) expectSame(told.get(entry.uid), entry, `what calendars were told of ${entry.uid}`);
};

/** An address once given answers for ever, and never with another subject. */
export const keepsAddresses = ({ after }: Taken, known: Map<string, string>): void => {
  for (const [id, subject] of listSubjects(after.state.record)) {
    expect(known.get(id) ?? subject, `the subject of item ${id}`).toBe(subject);
    known.set(id, subject);
  }
  for (const [id, subject] of known) {
    const feed = selectItemsFeed(toPart(after), [slugifyItem(id)], ENGLISH);
    expect(feed?.rows.length ?? 0, `entries at the address of item ${id}, ${subject}`).toBeGreaterThan(0);
  }
};
