import type { CalendarEntry } from "../calendar/entry.ts";
import type { MailMessages } from "../i18n/mails/messages.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import { compareSlots } from "../meeting/slot-order.ts";

export type ChangeMark = keyof MailMessages["marks"];

/** What a sitting is now, beside what readers were last told of it. */
export interface NetChange {
  readonly before: CalendarEntry | undefined;
  readonly after: CalendarEntry;
  readonly marks: readonly ChangeMark[];
}

/** What sends people to another time. */
const pickTime = ({ start, end, part, follows, timezone }: CalendarEntry) => ({ start, end, part, follows, timezone });

const listNumbers = ({ items }: CalendarEntry): readonly string[] => items.map(({ number }) => number);

const isOff = ({ status, postponed, isPutOff }: CalendarEntry): boolean => status === "CANCELLED" || Boolean(postponed || isPutOff);

const listMarks = (before: CalendarEntry | undefined, after: CalendarEntry): readonly ChangeMark[] => {
  if (!before) return isOff(after) ? [] : ["added"];
  if (after.status === "CANCELLED") return before.status === "CANCELLED" ? [] : ["cancelled"];
  if (isOff(after)) return isOff(before) ? [] : ["postponed"];
  const marks: readonly (ChangeMark | false)[] = [
    isOff(before) && "takesPlace",
    !isDeepEqual(pickTime(before), pickTime(after)) && "newTime",
    !isDeepEqual(before.location, after.location) && "newPlace",
    !isDeepEqual(listNumbers(before), listNumbers(after)) && "newItems",
    !isDeepEqual([before.title, before.kind, before.access], [after.title, after.kind, after.access]) && "other",
  ];
  return marks.filter((mark) => mark !== false);
};

/** What changed of the sittings between two versions, in their order: what was said and taken back meanwhile is no change. */
export const listNetChanges = (told: readonly CalendarEntry[], now: readonly CalendarEntry[]): readonly NetChange[] => {
  const known = new Map(told.map((entry) => [entry.uid, entry]));
  return now
    .flatMap((after) => {
      const before = known.get(after.uid);
      const marks = after.slot === undefined ? [] : listMarks(before, after);
      return marks.length > 0 ? [{ before, after, marks }] : [];
    })
    .toSorted((a, b) => compareSlots(a.after, b.after));
};
