import { isDeepEqual } from "../../../meeting/deep-equal.ts";
import type { Slot } from "../../../meeting/record.ts";
import { countDays, addDays } from "../../../meeting/local-time.ts";
import type { Language } from "../../../meeting/text.ts";
import { readOwnFields } from "./form-values.ts";
import { isField, type FieldName } from "./fields.ts";
import type { Meeting } from "../api.ts";
import type { MeetingEventType } from "../messages/event-messages.ts";
import { omitUndefined, readValue } from "./read-form.ts";

/** An event to be sent, with what of its data is settled before anyone is asked. */
export interface DraftEvent {
  readonly type: MeetingEventType;
  readonly given?: Readonly<Record<string, unknown>>;
  /** Of another meeting than the one in view. */
  readonly meeting?: string;
  /** What its fields say at first. */
  readonly preset?: Readonly<Partial<Record<FieldName, string>>>;
}

/** What someone is about to send: one event, or several that belong together, in order. */
export interface DraftBatch {
  readonly title: string;
  readonly events: readonly DraftEvent[];
  /** Of another meeting than the one in view. */
  readonly meeting?: string;
  /** Whether each event is possible only once the one before it is sent. */
  readonly isChain?: boolean;
  /** Whether its form is shown though it need say nothing. */
  readonly isAsked?: boolean;
  /** Whether it says all that it is to say: then there is no form. */
  readonly isSettled?: boolean;
  /** When it happened, as far as that is known: an instant. */
  readonly happened?: string;
  /** The event in whose place it is sent. */
  readonly replaces?: string;
}

const ENVELOPE = new Set(["body", "meeting", "expectedVersion"]);

export interface Field {
  readonly name: FieldName;
  readonly isRequired: boolean;
}

/** No meeting in view has it next: it is listed under an id that no meeting has. */
const LISTING_FORM = { required: ["meeting", "of"], optional: [] };

const findForm = (type: MeetingEventType, { next }: Pick<Meeting, "next">) =>
  type === "meeting.listed" ? LISTING_FORM : next.find((possible) => possible.type === type);

/** Words of one's own stand apart, beside the time: mostly they are not needed. */
const APART = new Set(["note", "reason"]);

const listAllFields = ({ events, isSettled }: DraftBatch, meeting: Pick<Meeting, "next">): readonly Field[] => {
  if (isSettled) return [];
  const all = events.flatMap(({ type, given = {} }) => {
    const form = findForm(type, meeting);
    const names = [
      ...(form?.required ?? []).map((name) => ({ name, isRequired: true })),
      ...(form?.optional ?? []).map((name) => ({ name, isRequired: false })),
    ];
    return names.flatMap(({ name, isRequired }) =>
      isField(name) && (form === LISTING_FORM || !ENVELOPE.has(name)) && !Object.hasOwn(given, name) ? [{ name, isRequired }] : [],
    );
  });
  return all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at);
};

/** The fields that are to be asked for, those that an event needs first. */
export const listFields = (draft: DraftBatch, meeting: Pick<Meeting, "next">): readonly Field[] =>
  listAllFields(draft, meeting).filter(({ name }) => !APART.has(name));

/** Whether a reason can be given in words of one's own. */
export const canGiveReason = (draft: DraftBatch, meeting: Pick<Meeting, "next">): boolean =>
  listAllFields(draft, meeting).some(({ name }) => name === "reason");

/** A programme moved as a whole, to open on another day. */
export const moveProgramme = (slots: readonly Slot[], from: string, to: string): readonly Slot[] => {
  const days = countDays(from, to);
  const moveTime = (local: string): string => `${addDays(local.slice(0, 10), days)}${local.slice(10)}`;
  return slots.map((slot) => ({ ...slot, start: moveTime(slot.start), ...(slot.end !== undefined && { end: moveTime(slot.end) }) }));
};

/** What a form says anew of a sitting: what was emptied is no longer said. */
const listChanged = (number: unknown, fields: Readonly<Record<string, unknown>>, { programme }: Meeting): Record<string, unknown> => {
  const slot = programme.find((other) => other.number === number);
  const present: Readonly<Record<string, unknown>> = slot ? readOwnFields(slot) : {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      isDeepEqual(value, present[name]) ? [] : [[name, value ?? (name in present ? null : undefined)]],
    ),
  );
};

/** The data of one event, from the form and from what was settled. */
export const buildData = (event: DraftEvent, filled: FormData, meeting: Meeting, language: Language): Record<string, unknown> => {
  const { type, given = {} } = event;
  const form = findForm(type, meeting);
  const names = [...(form?.required ?? []), ...(form?.optional ?? [])].filter(isField);
  const fields = Object.fromEntries(names.map((name) => [name, readValue(filled, name, meeting, language)]));
  const said = type === "slot.changed" ? listChanged(given["slot"] ?? fields["slot"], fields, meeting) : fields;
  return { ...omitUndefined(said), ...given };
};
