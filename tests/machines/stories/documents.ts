import type { MeetingEvent } from "../../../src/meeting/events.ts";
import type { Covers, MeetingRecord } from "../../../src/meeting/record.ts";
import type { Dice } from "./dice.ts";
import { listPaperItems, numberSubjects, writeRecord, type Paper } from "./paper.ts";
import { REVISIONS, type Revision } from "./revisions.ts";

/** A document of the secretariat: what it says, what the paper is once it is out, and of what it speaks. */
export interface Draft {
  readonly type: MeetingEvent["type"];
  readonly data: Readonly<Record<string, unknown>>;
  readonly paper: Paper;
  readonly spoken: ReadonlySet<string>;
}

const countTitles = (paper: Paper): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { title } of listPaperItems(paper)) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
};

/** What an item was, where the exact rules would not tell it by its number and title; of all items where the sender is thorough. */
const writeWas = (before: Paper, after: Paper, isThorough: boolean): ((subject: string) => string | null | undefined) => {
  const [numbers, counts, newCounts] = [numberSubjects(before), countTitles(before), countTitles(after)];
  const earlier = new Map(listPaperItems(before).map((item) => [item.subject, item]));
  const later = new Map(listPaperItems(after).map((item) => [item.subject, item]));
  const isPlain = (subject: string): boolean => {
    const title = later.get(subject)?.title ?? "";
    return earlier.get(subject)?.title === title && counts.get(title) === 1 && newCounts.get(title) === 1;
  };
  const arePlain = [...earlier.keys()].every((subject) => later.has(subject) && isPlain(subject));
  return (subject) => {
    const number = numbers.get(subject);
    if (number === undefined) return isThorough || !arePlain || later.get(subject)?.title === "Other matters" ? null : undefined;
    return isThorough || !isPlain(subject) ? number : undefined;
  };
};

const COVERS: readonly Covers[] = ["all", "all", "all", "days", "additions", "corrections"];

const reviseOnDay = (paper: Paper, dice: Dice, covers: Covers, fresh: string): Revision | undefined => {
  const revisions: Revision[] = [];
  let current = paper;
  for (let count = covers === "days" ? 1 : 1 + dice.throw(3); count > 0; count -= 1) {
    const revision = dice.pick(REVISIONS[covers])(current, dice, `${fresh}${count}`);
    if (!revision) continue;
    revisions.push(revision);
    current = revision.paper;
  }
  const [first] = revisions;
  if (!first) return undefined;
  const all = (list: (revision: Revision) => readonly string[] | undefined) => revisions.flatMap((revision) => list(revision) ?? []);
  return {
    paper: current,
    spoken: all(({ spoken }) => spoken),
    slots: all(({ slots }) => slots),
    items: all(({ items }) => items),
    documents: all(({ documents }) => documents),
    ...(first.day !== undefined && { day: first.day }),
  };
};

const isOn = (day: string | undefined, start: string): boolean => day !== undefined && start.startsWith(day);

const cut = (covers: Covers, revision: Revision, was: ReturnType<typeof writeWas>): MeetingRecord => {
  const { paper, day } = revision;
  if (covers === "all") return writeRecord(paper, {}, was);
  const numbers = covers === "days" ? paper.slots.filter(({ start }) => isOn(day, start)).map(({ number }) => number) : revision.slots;
  const extract = { items: new Set(revision.items), slots: new Set(numbers), documents: new Set(revision.documents) };
  return { ...writeRecord(paper, extract, was), covers, ...(covers === "days" && day !== undefined && { days: [day] }) };
};

/** Another version of the paper, whole or in part, under a type that brings one. */
export const draftDocument = (
  paper: Paper,
  type: "agenda.revised" | "agenda.adopted",
  dice: Dice,
  now: string,
  fresh: string,
): Draft | undefined => {
  const covers = dice.pick(COVERS);
  const revision = reviseOnDay(paper, dice, covers, fresh);
  if (!revision) return undefined;
  const record = cut(covers, revision, writeWas(paper, revision.paper, dice.isOneIn(2)));
  const asOf = dice.pick([undefined, undefined, now.slice(0, 10), now]);
  const conflicts = dice.pick([undefined, "keep", "keep", "take"] as const);
  return {
    type,
    data: { record: { ...record, ...(asOf !== undefined && { asOf }) }, ...(conflicts && { conflicts }) },
    paper: revision.paper,
    spoken: new Set(revision.spoken),
  };
};

/** Other dates with other sittings: the paper's, changed. */
export const draftProgramme = (
  paper: Paper,
  type: "meeting.rescheduled" | "meeting.resumed",
  dice: Dice,
  fresh: string,
): Draft | undefined => {
  const revision = reviseOnDay(paper, dice, "days", fresh);
  if (!revision) return undefined;
  const { opensOn, closesOn, slots } = writeRecord(revision.paper);
  return {
    type,
    data: { opensOn, closesOn, slots, conflicts: dice.pick(["keep", "take"] as const) },
    paper: revision.paper,
    spoken: new Set([...revision.spoken, "closesOn"]),
  };
};
