import type { SlotState } from "../../../machines/meeting/state.ts";
import { isPartner, reviseLed, type JointPart } from "../../calendar/joint.ts";
import { reviseEntries } from "../../calendar/ledger.ts";
import { countJointChange, readRecord } from "./body-table.ts";
import { readJoint, saveLed, saveParts } from "./joint-table.ts";
import { readLogEnd } from "./log-end.ts";
import { readListings, saveRevision } from "./listings-table.ts";
import { saveMeeting } from "./meeting-tables.ts";
import type { ObjectCache } from "./object-cache.ts";
import { readMeetingsWith } from "./peers-table.ts";
import { readNotification, type Notification } from "./subscribers.ts";
import { type SharedAnswer, notePartners } from "./handover.ts";

/** What another body told of a meeting that this one lists. */
const takeForListing = (sql: SqlStorage, id: string, name: string, told: SharedAnswer, now: number): boolean => {
  const answer = told.listed.find(({ by }) => by === id);
  const isGone = answer !== undefined && answer.revision === undefined;
  const sittings = isGone ? [] : answer?.sittings;
  if (!sittings) return false;
  const changed = reviseLed(readJoint(sql, id)?.led ?? [], sittings, name, now);
  saveLed(sql, id, changed);
  saveRevision(sql, id, answer?.revision);
  return changed.length > 0;
};

/** What was held keeps the words of its time, but for those that a redaction removed. */
const keepHeld = (part: JointPart, known: readonly JointPart[], slot: SlotState | undefined): JointPart => {
  const held = slot?.value === "adjourned" ? known.find((other) => other.slot === part.slot && other.meeting === part.meeting) : undefined;
  return held?.redactions === part.redactions ? held : part;
};

/** Takes what another body told of one meeting, and tells whether anything is new. */
const takeForMeeting = (sql: SqlStorage, cache: ObjectCache, id: string, peer: string, told: SharedAnswer, now: number): boolean => {
  const meeting = cache.loadMeeting(id);
  if (!meeting || meeting.kind === "stale") return false;
  const { state, rows } = meeting;
  const slots = new Map([...state.slots, ...state.removedSlots].map((slot) => [slot.slot.number, slot]));
  const known = readJoint(sql, id, peer);
  const parts = told.parts
    .filter((part) => part.of === id && isPartner(slots.get(part.slot)?.slot.with, peer, part.meeting))
    // Of one body that takes part by several meetings the first speaks for it.
    .filter((part, at, all) => all.findIndex(({ slot }) => slot === part.slot) === at)
    .map(({ of: _of, ...part }) => keepHeld(part, known?.parts ?? [], slots.get(part.slot)));
  const led = reviseLed(
    known?.led ?? [],
    told.led.filter(({ by }) => by === id).map(({ by: _by, ...sitting }) => sitting),
    state.record.body.name,
    now,
  );
  const isSaid = saveParts(sql, id, peer, state.record.body.id, parts);
  if (!isSaid && led.length === 0) return false;
  saveLed(sql, id, led);
  const { position, arrival } = readLogEnd(sql);
  const changed = reviseEntries({ state, rows }, state, Math.max(now, arrival), position, readJoint(sql, id));
  saveMeeting(sql, { before: state, state, rows: changed, position });
  // The others who take part have it from here.
  if (changed.length > 0 || led.length > 0) notePartners(sql, state, state, now);
  return true;
};

/** Takes what another body told: what it no longer tells is gone. To be called in a transaction. */
export const takeShared = (sql: SqlStorage, cache: ObjectCache, peer: string, told: SharedAnswer, now: number): readonly Notification[] => {
  const record = readRecord(sql);
  if (!record) return [];
  const listed = readListings(sql).filter(({ of }) => of.body === peer);
  const areListedAnew = listed.map(({ id }) => takeForListing(sql, id, record.name, told, now)).includes(true);
  const changed = readMeetingsWith(sql, peer).filter((id) => takeForMeeting(sql, cache, id, peer, told, now));
  if (changed.length > 0 || areListedAnew) {
    cache.clear();
    countJointChange(sql);
  }
  return changed.map((id) => readNotification(sql, id));
};
