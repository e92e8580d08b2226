import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { readField, SLOT_FIELDS, type FieldValue, type SlotField } from "./facts.ts";
import { nameFollowed } from "./followed.ts";
import type { SlotTime } from "./slot-changes.ts";
import type { MeetingState, Said, SlotState } from "./state.ts";
import type { ToldTime, SlotChange, ChangedField } from "./told-changes.ts";

export const isTime = (value: unknown): value is SlotTime => typeof value === "object" && value !== null && "start" in value;

export const tellTime = (state: MeetingState, { start, end, part, after, timeNote }: SlotTime): ToldTime => {
  const follows = nameFollowed(state, after);
  return {
    start,
    ...(end !== undefined && { end }),
    ...(part && { part }),
    ...(timeNote !== undefined && { timeNote }),
    ...(follows && { follows }),
  };
};

/** What is said of a field that is no time is a text, and nothing else. */
export const isText = (value: unknown): value is Text =>
  typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));

type SayField = (from: FieldValue, slot: Slot, said: Omit<Said, "local">, state: MeetingState) => readonly SlotChange[];

/** The fields of a time that differ. */
const listOtherTimes = (from: SlotTime, to: SlotTime): readonly (keyof SlotTime)[] =>
  (["start", "end", "part", "after", "timeNote"] as const).filter((name) => !isDeepEqual(from[name], to[name]));

const sayTime: SayField = (from, slot, said, state) => {
  const to = tellTime(state, slot);
  if (!isTime(from)) return [{ ...said, type: "slot.rescheduled", from: to, to }];
  const [other, ...others] = listOtherTimes(from, slot);
  if (others.length === 0 && other === "timeNote") return [sayChanged("timeNote", from.timeNote, slot.timeNote, said)];
  if (others.length === 0 && other === "end" && slot.end !== undefined)
    return [{ ...said, type: "slot.extended", start: slot.start, ...(from.end !== undefined && { from: from.end }), to: slot.end }];
  return [{ ...said, type: "slot.rescheduled", from: tellTime(state, from), to }];
};

const sayVenue: SayField = (from, { venue }, said) =>
  venue === undefined ? [] : [{ ...said, type: "slot.relocated", ...(isText(from) && { from }), to: venue }];

const sayChanged = (field: ChangedField, from: unknown, to: unknown, said: Omit<Said, "local">): SlotChange => ({
  ...said,
  type: "slot.changed",
  field,
  ...(isText(from) && { from }),
  ...(isText(to) && { to }),
});

const sayOf =
  (field: Exclude<ChangedField, "timeNote">): SayField =>
  (from, slot, said) => [sayChanged(field, from, slot[field], said)];

/** Of a closed sitting no link is told, whichever was said first. */
const sayLink =
  (field: "webcast" | "participation"): SayField =>
  (from, slot, said) =>
    slot.access === "closed" ? [] : [sayChanged(field, from, slot[field], said)];

/** Nobody is named who did not confirm it. */
const sayJoint: SayField = (_from, { with: partners }, said) => [{ ...said, type: partners ? "slot.joint" : "slot.alone" }];

/** How delegates are told of each field: one that an event begins to say needs its words here. */
const SAY_FIELD: Readonly<Record<SlotField, SayField>> = {
  time: sayTime,
  venue: sayVenue,
  title: sayOf("title"),
  label: sayOf("label"),
  kind: sayOf("kind"),
  access: sayOf("access"),
  webcast: sayLink("webcast"),
  participation: sayLink("participation"),
  interpretation: sayOf("interpretation"),
  accessibility: sayOf("accessibility"),
  with: sayJoint,
};

export const sayFields = (state: MeetingState, { slot, facts }: SlotState): readonly SlotChange[] =>
  SLOT_FIELDS.flatMap((field) => {
    const { documented = null, first = null, timestamp, note } = facts[field] ?? {};
    if (timestamp === undefined) return [];
    const said = { timestamp, ...(note !== undefined && { note }) };
    const isRestored = isDeepEqual(documented, readField(slot, field));
    return isRestored ? [{ ...said, type: "slot.restored", field }] : SAY_FIELD[field](documented ?? first, slot, said, state);
  });
