import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { MeetingEvent } from "../../meeting/events.ts";
import type { FieldError } from "../../meeting/parse.ts";
import { findDateIssues, findDocumentIssues, findSlotListIssues, findSlotIssues } from "../../meeting/record-issues.ts";
import type { BodyRecord } from "../../meeting/record.ts";

/** What only the meeting's zone and agenda can tell of an event. The fold never asks: it trusts what the door let in. */
export const findFieldErrors = ({ data }: MeetingEvent, after: MeetingState): readonly FieldError[] => {
  const slot =
    "slot" in data && ("start" in data || "end" in data) ? after.slots.find((other) => other.slot.number === data.slot)?.slot : undefined;
  const { record } = after;
  const issues = [
    ...("opensOn" in data ? findDateIssues(record) : []),
    ...("slots" in data && data.slots ? findSlotListIssues({ ...record, slots: data.slots }) : []),
    ...("documents" in data ? findDocumentIssues(data.documents, record.agenda.items) : []),
    ...(slot ? findSlotIssues(slot, record) : []),
  ];
  return issues.map(({ path, message }) => ({ field: ["data", ...path].join("."), message }));
};

/** A meeting's record may not claim a publisher or a contact that its body is not registered with. */
export const findFalseClaims = (event: MeetingEvent, body: BodyRecord): readonly FieldError[] => {
  const claimed = "record" in event.data ? event.data.record?.body : undefined;
  return (["publisher", "contact"] as const).flatMap((name) =>
    claimed && claimed[name] !== body[name]
      ? [{ field: `data.record.body.${name}`, message: `must be as the body is registered: ${body[name] ?? "none"}` }]
      : [],
  );
};
