import type { MeetingRecord, Slot } from "../../src/meeting/record.ts";
import { SEED as SHIPPED } from "./stories.ts";

/** An event of a story: when it happened, what, and the webhook-id by which a later one may name it. */
interface Happening {
  readonly timestamp: string;
  readonly type: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly id?: string;
  /** The door says no, and nothing changes. */
  readonly refused?: true;
}

/** A meeting that is announced, and all that happened to it then. */
export interface Trial {
  readonly name: string;
  readonly record: MeetingRecord;
  readonly happenings: readonly Happening[];
}

const { items: ITEMS } = SHIPPED.agenda;

/** A fact in the week before the meeting, unless it is said when. */
const tell = (type: string, data: Happening["data"] = {}, timestamp = "2010-01-20T09:00:00Z"): Happening => ({ type, data, timestamp });
const revise = (record: MeetingRecord, timestamp?: string): Happening => tell("agenda.revised", { record, conflicts: "keep" }, timestamp);
const refuse = (happening: Happening): Happening => ({ ...happening, refused: true });

const write = (symbol: string, change: Partial<MeetingRecord> & { readonly items?: MeetingRecord["agenda"]["items"] }): MeetingRecord => {
  const { items = ITEMS, ...fields } = change;
  return { ...SHIPPED, ...fields, agenda: { ...SHIPPED.agenda, symbol: `CTOC/COP/WG.4/2010/1/${symbol}`, items } };
};
const retitle = (number: string, title: MeetingRecord["title"]) =>
  ITEMS.map((item) => (item.number === number ? { ...item, title } : item));
const change = (number: string, fields: Partial<Slot>) =>
  SHIPPED.slots.map((slot) => (slot.number === number ? { ...slot, ...fields } : slot));
const pick = (number: string): Slot => {
  const slot = SHIPPED.slots.find((other) => other.number === number);
  if (!slot) throw new Error(`the shipped meeting has no slot ${number}`);
  return slot;
};

/** Items 3 to 8 have one number more. */
const shift = (number: string): string => (/^[3-8]$/.test(number) ? String(Number(number) + 1) : number);
const shiftSlot = (slot: Slot): Slot => ({
  ...slot,
  items: slot.items.map(shift),
  ...(slot.continued && { continued: slot.continued.map(shift) }),
});
/** A new item 3, taken up in the second sitting. */
const INSERTED = write("Rev.1", {
  items: [
    ...ITEMS.slice(0, 2),
    { number: "3", title: "International cooperation" },
    ...ITEMS.slice(2).map((item) => ({ ...item, number: shift(item.number) })),
  ],
  documents: [],
  slots: SHIPPED.slots.map(shiftSlot).map((slot) => (slot.number === "2" ? { ...slot, items: ["3", ...slot.items] } : slot)),
});
const ONE_WORD_MORE = write("Corr.1", { items: retitle("7", "Any other matters") });

const opened = (slot: string, timestamp: string) => tell("slot.opened", { slot }, timestamp);

const STORIES: Readonly<Record<string, readonly Happening[]>> = {
  "a-corrigendum-of-one-word": [
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }),
    tell("slot.cancelled", { slot: "5", reason: "Consultations" }),
    tell("slot.relocated", { slot: "6", venue: "Boardroom D" }),
    tell("slot.added", { slot: "7", start: "2010-01-29T19:00", end: "2010-01-29T20:00", items: ["7"] }),
    revise(ONE_WORD_MORE, "2010-01-21T09:00:00Z"),
    tell(
      "meeting.rescheduled",
      { opensOn: "2010-01-27", closesOn: "2010-01-29", slots: SHIPPED.slots, conflicts: "keep" },
      "2010-01-21T10:00:00Z",
    ),
  ],
  "an-item-inserted": [
    revise(INSERTED),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    opened("2", "2010-01-27T14:05:00Z"),
    tell("item.taken_up", { item: "4" }, "2010-01-27T14:06:00Z"),
    tell("item.concluded", { item: "4" }, "2010-01-27T16:40:00Z"),
    tell("slot.adjourned", { slot: "2" }, "2010-01-27T16:50:00Z"),
    revise(write("Rev.2", {}), "2010-01-27T18:00:00Z"),
  ],
  "adopted-as-revised-while-open": [
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    opened("1", "2010-01-27T09:05:00Z"),
    tell(
      "agenda.adopted",
      {
        record: write("Rev.1", {
          slots: change("1", { items: ["1(a)", "1(b)", "2", "4"], end: "2010-01-27T13:30", venue: "Boardroom B", access: "closed" }),
        }),
        conflicts: "take",
      },
      "2010-01-27T09:20:00Z",
    ),
    tell("item.taken_up", { item: "4" }, "2010-01-27T09:40:00Z"),
    tell("item.scheduled", { item: "7", slot: "5" }, "2010-01-27T10:00:00Z"),
    tell("item.left_open", { item: "4" }, "2010-01-27T12:20:00Z"),
    tell("slot.adjourned", { slot: "1" }, "2010-01-27T12:25:00Z"),
  ],
  "a-day-more": [
    tell("slot.relocated", { slot: "6", venue: "Boardroom D" }),
    tell("meeting.rescheduled", { opensOn: "2010-01-27", closesOn: "2010-01-30" }),
    tell("slot.added", { slot: "7", start: "2010-01-30T10:00", end: "2010-01-30T13:00", items: ["8"] }),
    tell("item.moved", { item: "8", from: "6", to: "7" }),
  ],
  "facts-in-the-wrong-order": [
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T11:00" }, "2010-01-20T11:00:00Z"),
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }, "2010-01-20T09:00:00Z"),
    tell("slot.relocated", { slot: "3", venue: "Boardroom D" }, "2010-01-20T10:00:00Z"),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    tell("agenda.adopted", {}, "2010-01-27T09:20:00Z"),
    opened("6", "2010-01-29T14:05:00Z"),
    tell("report.adopted", {}, "2010-01-29T16:00:00Z"),
    tell("meeting.closed", {}, "2010-01-29T16:30:00Z"),
    tell("slot.adjourned", { slot: "6" }, "2010-01-29T16:25:00Z"),
    tell("slot.relocated", { slot: "4", venue: "Boardroom C" }, "1999-01-20T10:00:00Z"),
  ],
  "one-fact-under-two-ids": [
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }),
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T09:00" }),
    tell("slot.extended", { slot: "4", end: "2010-01-28T19:00" }),
    tell("slot.extended", { slot: "4", end: "2010-01-28T19:00" }),
    tell("slot.cancelled", { slot: "5" }),
    tell("slot.cancelled", { slot: "5" }),
    tell("item.moved", { item: "7", from: "6", to: "4" }),
    tell("item.moved", { item: "7", from: "6", to: "4" }),
    revise(ONE_WORD_MORE, "2010-01-21T09:00:00Z"),
    revise(ONE_WORD_MORE, "2010-01-21T09:10:00Z"),
    revise(ONE_WORD_MORE, "2010-01-21T09:20:00Z"),
  ],
  "in-parallel-and-elsewhere": [
    tell("slot.added", { slot: "7", start: "2010-01-27T10:00", end: "2010-01-27T13:00", items: ["5"], kind: "committee" }),
    tell("slot.added", { slot: "8", start: "2010-01-27T10:00", end: "2010-01-27T13:00", items: ["6"], kind: "committee" }),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    opened("1", "2010-01-27T09:05:00Z"),
    opened("7", "2010-01-27T09:10:00Z"),
    opened("8", "2010-01-27T09:10:00Z"),
    opened("2", "2010-01-27T14:05:00Z"),
    tell("meeting.suspended", { reason: "Water damage" }, "2010-01-27T16:00:00Z"),
    tell("meeting.resumed", { city: "Geneva", venue: "Palais", timezone: "Europe/London" }, "2010-01-28T08:00:00Z"),
    tell("slot.extended", { slot: "3", end: "2010-01-28T14:00" }, "2010-01-28T09:00:00Z"),
  ],
  "a-link-that-is-redacted": [
    refuse(revise(write("Rev.1", { slots: change("1", { webcast: "https://webcast.example.org/live?pwd=s3cret" }) }))),
    { ...revise(write("Rev.1", { slots: change("1", { webcast: "https://webcast.example.org/live" }) })), id: "msg_linked" },
    { ...tell("slot.relocated", { slot: "2", venue: "Room of Ms. Brown", note: "Ask Ms. Brown" }), id: "msg_room" },
    tell("event.redacted", { event: "msg_linked", pointers: ["/data/record/slots/0/webcast"] }, "2010-01-21T09:00:00Z"),
    tell("event.redacted", { event: "msg_room" }, "2010-01-21T09:10:00Z"),
    tell("event.redacted", { event: "msg_room", pointers: ["/data/venue"] }, "2010-01-21T09:20:00Z"),
  ],
  "claims-of-a-body-and-its-items": [
    refuse(revise(write("Rev.1", { items: [...ITEMS, { number: "1a", title: "Opening of the meeting" }] }))),
    refuse(revise({ ...SHIPPED, body: { ...SHIPPED.body, name: "Another Working Group" } })),
    refuse(revise({ ...SHIPPED, body: { ...SHIPPED.body, documents: "https://elsewhere.example.org/{symbol}" } })),
    refuse(revise({ ...SHIPPED, body: { ...SHIPPED.body, contact: "a@example.org\r\nATTENDEE:mailto:b@example.org" } })),
    revise(write("Rev.1", { items: [...ITEMS, { number: "9", title: "BEGIN:VEVENT; or: a title, with “signs”\\n" }] })),
    tell("item.scheduled", { item: "9", slot: "6" }),
  ],
  "documents-of-a-body-without-a-library": [
    tell("documents.issued", { documents: [{ symbol: "RF 2010/7", title: "A paper of its own", items: ["4"] }] }),
    tell("documents.issued", { documents: [{ symbol: "RF 2010/7/Rev.1", items: ["4", "5"], issuedOn: "2010-01-20" }] }),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    tell("agenda.adopted", {}, "2010-01-27T09:20:00Z"),
    tell("report.adopted", {}, "2010-01-29T16:00:00Z"),
    tell("report.issued", { symbol: "RF 2010/9", issuedOn: "2010-02-15" }, "2010-02-15T09:00:00Z"),
  ],
  "deferred-and-taken-up-again": [
    tell("item.deferred", { item: "7" }),
    tell("item.reopened", { item: "7" }, "2010-01-21T09:00:00Z"),
    tell("item.scheduled", { item: "7", slot: "5" }, "2010-01-21T09:10:00Z"),
    tell("item.moved", { item: "7", from: "5", to: "6" }, "2010-01-21T09:20:00Z"),
    tell("slot.cancelled", { slot: "5", itemsTo: "6" }, "2010-01-21T09:30:00Z"),
  ],
  "what-a-document-covers": [
    tell("slot.cancelled", { slot: "5" }),
    revise(
      write("Corr.1", {
        covers: "corrections",
        items: [],
        documents: [],
        slots: [{ ...pick("3"), start: "2010-01-28T09:00", end: "2010-01-28T12:00" }],
      }),
      "2010-01-21T09:00:00Z",
    ),
    revise(
      write("Order of the Day 2", {
        covers: "days",
        days: ["2010-01-28"],
        items: [],
        documents: [],
        slots: [
          { ...pick("3"), venue: "Boardroom A" },
          { ...pick("4"), items: ["5"], continued: [] },
        ],
      }),
      "2010-01-22T09:00:00Z",
    ),
    revise(
      write("Add.1", { covers: "additions", items: [{ number: "9", title: "Election of officers" }], documents: [], slots: [] }),
      "2010-01-23T09:00:00Z",
    ),
    revise(
      write("Corr.2", {
        covers: "corrections",
        items: [{ number: "7", title: { fr: "Questions diverses" } }],
        documents: [],
        slots: [],
      }),
      "2010-01-24T09:00:00Z",
    ),
  ],
  "times-without-a-clock": [
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28", part: "afternoon" }),
    tell("slot.rescheduled", { slot: "5", start: "2010-01-29" }),
    tell("slot.added", { slot: "7", start: "2010-01-27", after: { slot: "2" }, items: ["7"], kind: "informal", title: "Contact group" }),
    tell("slot.added", { slot: "8", start: "2010-01-28", after: { item: "5" }, items: [] }, "2010-01-20T09:10:00Z"),
    tell("slot.added", { slot: "9", start: "2010-01-28T19:00", after: { slot: "8" }, items: [] }, "2010-01-20T09:20:00Z"),
    refuse(tell("slot.rescheduled", { slot: "2", start: "2010-01-27", after: { slot: "7" } }, "2010-01-20T09:30:00Z")),
    tell("slot.extended", { slot: "2", end: "2010-01-27T19:15" }, "2010-01-20T09:40:00Z"),
    tell("slot.extended", { slot: "4", end: "2010-01-29T00:00" }, "2010-01-20T09:50:00Z"),
    tell("slot.cancelled", { slot: "2" }, "2010-01-20T10:00:00Z"),
    tell("slot.rescheduled", { slot: "3", start: "2010-01-28T15:00" }, "2010-01-20T10:10:00Z"),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    opened("7", "2010-01-27T18:20:00Z"),
    tell("slot.adjourned", { slot: "7" }, "2010-01-27T18:50:00Z"),
    tell(
      "slot.changed",
      { slot: "8", label: "Chair’s consultations", interpretation: "English and French", access: "closed" },
      "2010-01-27T19:00:00Z",
    ),
  ],
  "the-small-words-of-a-day": [
    tell("slot.changed", { slot: "1", webcast: "https://webtv.example.org/1", label: "1st plenary meeting" }),
    tell("slot.changed", { slot: "1", webcast: null, access: "closed" }, "2010-01-20T09:10:00Z"),
    tell("item.added", { item: "9", title: { en: "Side events", fr: "Manifestations parallèles" }, slot: "6" }, "2010-01-20T09:20:00Z"),
    tell("item.changed", { item: "7", title: "Any other matters" }, "2010-01-20T09:30:00Z"),
    tell("item.scheduled", { item: "5", slot: "6", time: "2010-01-29T16:30" }, "2010-01-20T09:40:00Z"),
    tell("item.held", { item: "5" }, "2010-01-20T09:50:00Z"),
    tell("item.removed", { item: "9" }, "2010-01-20T10:00:00Z"),
    tell("item.removed", { item: "9" }, "2010-01-20T10:00:00Z"),
    tell("slot.postponed", { slot: "3", cause: "no-interpretation" }, "2010-01-20T10:10:00Z"),
    tell("item.scheduled", { item: "5", slot: "4" }, "2010-01-20T10:20:00Z"),
    tell("meeting.opened", {}, "2010-01-27T09:05:00Z"),
    tell("slot.delayed", { slot: "1", minutes: 20 }, "2010-01-27T08:55:00Z"),
    opened("1", "2010-01-27T09:20:00Z"),
    tell("slot.suspended", { slot: "1", until: "2010-01-27T14:00" }, "2010-01-27T10:00:00Z"),
    tell("slot.resumed", { slot: "1" }, "2010-01-27T13:05:00Z"),
    tell("slot.extended", { slot: "1", end: "2010-01-28T02:15" }, "2010-01-27T20:00:00Z"),
    tell("slot.rescheduled", { slot: "3", start: "2010-01-29T09:00" }, "2010-01-27T20:10:00Z"),
    tell("slot.adjourned", { slot: "1" }, "2010-01-28T01:20:00Z"),
    tell("meeting.cancelled", { cause: "security" }, "2010-01-28T07:00:00Z"),
    tell("meeting.reinstated", {}, "2010-01-28T08:00:00Z"),
    tell("slot.changed", { slot: "4", title: { en: "High-level segment", ar: "الجزء الرفيع المستوى" } }, "2010-01-28T08:10:00Z"),
  ],
  "numbers-that-are-anothers": [
    { ...revise(INSERTED), id: "msg_rev1" },
    revise(write("Rev.2", { items: retitle("7", "Any other matters") }), "2010-01-21T09:00:00Z"),
    tell("event.withdrawn", { event: "msg_rev1" }, "2010-01-21T10:00:00Z"),
    revise(write("Rev.3", { items: [...ITEMS, { number: "9", title: "Other matters" }] }), "2010-01-22T09:00:00Z"),
    revise(
      write("Rev.4", {
        items: ITEMS.map((item) =>
          /^[45]$/.test(item.number) ? { ...item, title: ITEMS[item.number === "4" ? 4 : 3]?.title ?? "" } : item,
        ),
      }),
      "2010-01-23T09:00:00Z",
    ),
    { ...tell("slot.added", { slot: "7", start: "2010-01-29T19:00", items: [] }, "2010-01-24T09:00:00Z"), id: "msg_added" },
    refuse(
      revise(
        write("Rev.5", { slots: [...SHIPPED.slots, { number: "7", start: "2010-01-28T19:00", items: ["5"] }] }),
        "2010-01-24T10:00:00Z",
      ),
    ),
    revise(write("Rev.5", { slots: [...SHIPPED.slots, { number: "7", start: "2010-01-29T19:00", items: ["5"] }] }), "2010-01-24T11:00:00Z"),
    { ...tell("slot.cancelled", { slot: "5" }, "2010-01-25T09:00:00Z"), id: "msg_cancelled" },
    tell("slot.cancelled", { slot: "5" }, "2010-01-25T09:00:00Z"),
    tell("event.withdrawn", { event: "msg_cancelled" }, "2010-01-25T10:00:00Z"),
    tell("slot.rescheduled", { slot: "4", start: "2010-01-28T16:00" }, "2010-01-25T11:03:00Z"),
    tell("slot.rescheduled", { slot: "4", start: "2010-01-28T15:30", expectedVersion: 12 }, "2010-01-25T11:01:00Z"),
  ],
};

const { documents: _library, ...BARE } = { ...SHIPPED.body, id: "registry-forum", name: "Registry Forum" };

/** What stands each for a kind of fault that other systems have, told of the shipped meeting. */
export const TRIALS: readonly Trial[] = Object.entries(STORIES).map(([name, happenings]) => ({
  name,
  record: { ...SHIPPED, id: name, ...(name === "documents-of-a-body-without-a-library" && { body: BARE }) },
  happenings,
}));
