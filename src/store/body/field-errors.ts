import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import { hasHour } from "../../meeting/local-time.ts";
import type { FieldError } from "../../meeting/parse.ts";
import {
  findClockIssues,
  findDateIssues,
  findDocumentIssues,
  findItemIssues,
  findLinkIssues,
  findNumberIssues,
  findPartnerIssues,
  findSlotListIssues,
  findSlotIssues,
  type Issue,
} from "../../meeting/record-issues.ts";
import { bodyRecord, type BodyRecord, type MeetingRecord, type Programme, type Slot } from "../../meeting/record.ts";

/** What only the meeting's zone and agenda can tell of an event. The fold never asks: it trusts what the door let in. */
export const findFieldErrors = ({ type, data }: MeetingEvent, after: MeetingState): readonly FieldError[] => {
  const named = "slot" in data ? after.slots.find((other) => other.slot.number === data.slot)?.slot : undefined;
  const slot = "start" in data || "end" in data ? named : undefined;
  const { record } = after;
  const sent = "record" in data && data.record?.covers !== undefined && data.record.covers !== "all" ? data.record : undefined;
  const issues = [
    ...("opensOn" in data ? findDateIssues(record) : []),
    ...("slots" in data && data.slots ? findSlotListIssues({ ...record, slots: data.slots }) : []),
    ...("documents" in data ? findDocumentIssues(data.documents, record.agenda.items) : []),
    ...(type === "item.added" ? findNumberIssues(data.item) : []),
    ...("time" in data && typeof data.time === "string" ? findClockIssues("time", data.time, record.timezone) : []),
    ...("at" in data && data.at !== undefined && hasHour(data.at) ? findClockIssues("at", data.at, record.timezone) : []),
    ...(slot ? findSlotIssues(slot, record) : []),
    ...findFollowIssues(data, after),
    ...("record" in data && data.record ? findNoProgramme(data.record, after) : []),
    ...(named && "minutes" in data && !hasHour(named.start)
      ? [{ path: ["minutes"], message: `slot ${named.number} has no hour: send slot.rescheduled with the one that it starts at` }]
      : []),
    ...(named ? findLinkIssues(pickSaidLinks(named, data)) : []),
    ...(named && "with" in data ? findPartnerIssues(named, record.body) : []),
    ...("lead" in data && data.lead.body === data.body
      ? [{ path: ["lead", "body"], message: `is the body itself: name the one that keeps the sitting` }]
      : []),
    ...(sent ? findPartialIssues(sent, record).map(({ path, message }) => ({ path: ["record", ...path], message })) : []),
  ];
  return issues.map(({ path, message }) => ({ field: ["data", ...path].join("."), message }));
};

/** The links that an event may not leave in a closed sitting: a page about taking part that was known before is kept, and told no more. */
const pickSaidLinks = ({ access, webcast, participation }: Slot, data: object): Pick<Slot, "access" | "webcast" | "participation"> => ({
  access,
  ...(("webcast" in data || "access" in data) && { webcast }),
  ...("participation" in data && { participation }),
});

/** An organization of work that was known is not unknown again: sittings are cancelled or put off, one by one. */
const findNoProgramme = ({ covers = "all", slots }: Pick<MeetingRecord, "covers" | "slots">, after: MeetingState): readonly Issue[] =>
  covers === "all" && slots.length === 0 && after.slots.length + after.removedSlots.length > 0
    ? [{ path: ["record", "slots"], message: "must have at least one slot, since the organization of work was known" }]
    : [];

const namesKnown = (state: MeetingState, { after }: Slot): boolean => {
  if (!after) return true;
  if ("item" in after) return [...state.items, ...state.formerItems].some(({ id }) => id === after.item);
  // Whether the meeting takes part in that may come later than the document.
  if ("lead" in after) return after.lead.body !== state.record.body.id;
  return [...state.slots, ...state.removedSlots].some(({ slot }) => slot.number === after.slot);
};

/** Sittings that are to follow what the meeting does not have. */
const findFollowIssues = (data: MeetingEvent["data"], state: MeetingState): readonly Issue[] => {
  const message = "names no slot of the organization of work, no item of the agenda, and no sitting of another body";
  const lost = new Set(state.slots.filter(({ slot }) => slot.after && !namesKnown(state, slot)).map(({ slot }) => slot.number));
  const listIn = (slots: readonly Slot[] | undefined, path: Issue["path"]): readonly Issue[] =>
    (slots ?? []).flatMap(({ number, after }, at) => (after && lost.has(number) ? [{ path: [...path, at, "after"], message }] : []));
  return [
    ...("after" in data && data.after && lost.has(data.slot) ? [{ path: ["after"], message }] : []),
    ...("record" in data && data.record && "slots" in data.record ? listIn(data.record.slots, ["record", "slots"]) : []),
    ...("slots" in data ? listIn(data.slots, ["slots"]) : []),
  ];
};

/** Of a record that covers a part: what it says together with what it does not speak of. */
const findPartialIssues = (sent: MeetingRecord, whole: Programme): readonly Issue[] => [
  ...findItemIssues(whole),
  ...findSlotListIssues({ ...whole, slots: sent.slots }),
  ...findDocumentIssues(sent.documents ?? [], whole.agenda.items),
];

const CLAIMS = Object.keys(bodyRecord.shape) as readonly (keyof BodyRecord)[];

/** A meeting's record may claim nothing of its body that is not registered. */
export const findFalseClaims = (event: MeetingEvent, body: BodyRecord): readonly FieldError[] => {
  const claimed = "record" in event.data ? event.data.record?.body : undefined;
  return CLAIMS.flatMap((name) =>
    claimed && claimed[name] !== body[name]
      ? [{ field: `data.record.body.${name}`, message: `must be as the body is registered: ${body[name] ?? "none"}` }]
      : [],
  );
};
