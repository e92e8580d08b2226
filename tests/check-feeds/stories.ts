import { readRecordFile } from "../../src/cli/send/announce.ts";
import type { MeetingRecord, Slot } from "../../src/meeting/record.ts";

/** An event as far as it matters to calendars. */
export type Happening =
  | { readonly type: "meeting.opened" | "report.adopted" | "meeting.closed" }
  | { readonly type: "agenda.adopted"; readonly record?: MeetingRecord }
  | { readonly type: "slot.rescheduled"; readonly slot: string; readonly start: string; readonly end?: string }
  | { readonly type: "slot.cancelled"; readonly slot: string };

/** A meeting that is announced, and what happened to it then. */
export interface Story {
  readonly record: MeetingRecord;
  readonly happenings: readonly Happening[];
}

/** The meeting that ships, and each step of its story. */
export const SEED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
export const SEED_STEPS: readonly (readonly [name: string, Happening | undefined])[] = [
  ["announced", undefined],
  ["opened", { type: "meeting.opened" }],
  ["adopted", { type: "agenda.adopted" }],
  ["slot-3-rescheduled", { type: "slot.rescheduled", slot: "3", start: "2010-01-28T15:00", end: "2010-01-28T18:00" }],
  ["slot-5-cancelled", { type: "slot.cancelled", slot: "5" }],
  ["report-adopted", { type: "report.adopted" }],
  ["closed", { type: "meeting.closed" }],
];

/** What calendars must show of a slot, as its document and the events say it. */
export interface Sitting {
  readonly slot: Slot;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly sequence: number;
  /** When it was to begin at first. */
  readonly planned: string;
}

const announced = ({ slots }: MeetingRecord): readonly Sitting[] =>
  slots.map((slot) => ({ slot, planned: slot.start, status: "TENTATIVE", sequence: 0 }));

/** A slot that moves without a new end keeps its length on the clock face. */
export const movedTo = (slot: Slot, { start, end }: Pick<Slot, "start" | "end">): Slot => {
  const { end: before, ...rest } = slot;
  if (end !== undefined || before === undefined) return { ...rest, start, ...(end !== undefined && { end }) };
  const length = Temporal.PlainDateTime.from(slot.start).until(before);
  return { ...rest, start, end: Temporal.PlainDateTime.from(start).add(length).toString({ smallestUnit: "minute" }) };
};

const bumped = (sitting: Sitting, change: Partial<Sitting> = {}): Sitting => ({ ...sitting, ...change, sequence: sitting.sequence + 1 });

const isElsewhere = ({ slot, planned, status }: Sitting): boolean => status !== "CANCELLED" && slot.start !== planned;

/** All is told before the first sitting that is to be held: it alone tells the steps of the meeting. */
const findFirst = (sittings: readonly Sitting[]): Sitting | undefined =>
  sittings
    .filter(({ status }) => status !== "CANCELLED")
    .toSorted((a, b) => (a.slot.start < b.slot.start ? -1 : Number(a.slot.start > b.slot.start)))[0];

const after = (sittings: readonly Sitting[], event: Happening): readonly Sitting[] => {
  const first = findFirst(sittings);
  return sittings.map((sitting) => {
    switch (event.type) {
      case "meeting.opened":
      case "report.adopted":
        return sitting === first ? bumped(sitting) : sitting;
      // Of a new time nobody is told any more.
      case "meeting.closed":
        return sitting === first || isElsewhere(sitting) ? bumped(sitting) : sitting;
      case "agenda.adopted":
        return event.record && !event.record.slots.some(({ number }) => number === sitting.slot.number)
          ? bumped(sitting, { status: "CANCELLED" })
          : bumped(sitting, { status: sitting.status === "CANCELLED" ? "CANCELLED" : "CONFIRMED" });
      case "slot.rescheduled":
        return sitting.slot.number === event.slot ? bumped(sitting, { slot: movedTo(sitting.slot, event) }) : sitting;
      case "slot.cancelled":
        return sitting.slot.number === event.slot ? bumped(sitting, { status: "CANCELLED" }) : sitting;
    }
  });
};

export const sittingsOf = ({ record, happenings }: Story): readonly Sitting[] => happenings.reduce(after, announced(record));
