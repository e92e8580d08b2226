import type { MeetingCalendar } from "./views.ts";

const sizes = new WeakMap<object, number>();

/** Characters as JSON, counted once for what stays as it is: memory takes some one and a half octets for each. */
export const measureJson = (thing: object): number => {
  const size = sizes.get(thing) ?? JSON.stringify(thing).length;
  sizes.set(thing, size);
  return size;
};

/** Of a meeting: its record and what calendars were told, which nearly all of it comes from. */
export const measureCalendar = ({ state, rows, joint }: MeetingCalendar): number =>
  rows.reduce((sum, row) => sum + measureJson(row), measureJson(state.record) + (joint ? measureJson(joint) : 0));
