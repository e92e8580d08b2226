import { getSlotStatus } from "../../../machines/meeting/statuses.ts";
import type { MeetingState } from "../../../machines/meeting/state.ts";
import type { MeetingEvent } from "../../../src/meeting/events.ts";
import type { LeadSitting } from "../../../src/meeting/lead-sitting.ts";
import { addDays, addMinutes, getDate, hasHour } from "../../../src/meeting/local-time.ts";
import { numberItems } from "../../../src/meeting/numbered-items.ts";
import { RECORD } from "../given.ts";
import type { Dice } from "./dice.ts";

/** Where a fact is reported: what the secretariat sees, and the clock of the meeting's place. */
interface Scene {
  readonly state: MeetingState;
  /** Ids of what was sent, corrections included. */
  readonly ids: readonly string[];
  readonly now: string;
  readonly dice: Dice;
}

type Data = Readonly<Record<string, unknown>>;
type Report = (scene: Scene) => Data;

const HOURS = ["09:00", "10:00", "11:00", "14:30", "15:00", "16:00"];

const pickStart = ({ dice, now }: Scene): string => {
  const start = `${addDays(RECORD.opensOn, dice.throw(4))}T${dice.pick(HOURS)}`;
  return start > now || dice.isOneIn(6) ? start : `${addDays(getDate(now), 1)}T${dice.pick(HOURS)}`;
};

/** An hour; now and then a day alone, or what it follows. */
const pickTime = (scene: Scene): Data => {
  const { dice, state } = scene;
  const start = pickStart(scene);
  if (dice.isOneIn(8)) return { start: getDate(start), ...(dice.isOneIn(2) && { part: dice.pick(["morning", "evening"]) }) };
  if (!dice.isOneIn(8)) return { start };
  const after = dice.isOneIn(3) ? { item: pickItem(scene) } : { slot: dice.pick(state.slots).slot.number };
  return { start: dice.isOneIn(2) ? start : getDate(start), after };
};

/** A sitting in one of some states where there is one; now and then any, or none that there is. */
const pickSlot = ({ state, dice }: Scene, ...statuses: readonly string[]): string => {
  const fit = state.slots.filter(({ value }) => statuses.length === 0 || statuses.includes(getSlotStatus(value)));
  const from = fit.length === 0 || dice.isOneIn(8) ? [...state.slots, ...state.removedSlots] : fit;
  return dice.isOneIn(40) ? "99" : dice.pick(from).slot.number;
};

/** Of a day without an hour, one at which it may begin. */
const toHour = (start: string): string => (hasHour(start) ? start : `${start}T10:00`);

/** The sitting that is about to begin, most often. */
const pickNext = (scene: Scene): string => {
  const next = scene.state.slots.find(
    ({ slot, value }) => getSlotStatus(value) === "scheduled" && addMinutes(toHour(slot.start), 60) > scene.now,
  );
  return next && !scene.dice.isOneIn(3) ? next.slot.number : pickSlot(scene, "scheduled");
};

const listNumbers = ({ record }: MeetingState): ReadonlyMap<string, string> =>
  new Map(numberItems(record.agenda.items).map(({ id, number }) => [id, number]));

const reasons = ({ dice }: Scene): Data => dice.pick([{}, { reason: "At the request of delegations" }, { note: "As announced" }]);

const pickItem = ({ state, dice }: Scene): string => (dice.isOneIn(40) ? "99" : dice.pick([...listNumbers(state).values()]));

/** Under a number that no document gives, and the same thing under it each time. */
const addItem: Report = (scene) => {
  const number = `X${1 + scene.dice.throw(5)}`;
  return {
    item: number,
    title: `Business ${number}`,
    shortTitle: number,
    ...(scene.dice.isOneIn(2) && { slot: pickSlot(scene, "scheduled", "open") }),
    ...(scene.dice.isOneIn(2) && { afterItem: pickItem(scene) }),
  };
};

const TITLES: readonly Data[] = [
  { title: "Another title" },
  { title: { fr: "Un autre titre" } },
  { title: { en: "A third title", fr: "Un troisième titre" } },
];

const FEWEST = 4;

const removeItem: Report = (scene) => ({
  item: scene.state.record.agenda.items.length > FEWEST ? pickItem(scene) : "99",
  ...reasons(scene),
});

const moveItem: Report = (scene) => {
  const { state, dice } = scene;
  const from = dice.pick(state.slots).slot;
  const numbers = listNumbers(state);
  const items = from.items.flatMap((id) => numbers.get(id) ?? []);
  return { item: items.length > 0 ? dice.pick(items) : pickItem(scene), from: from.number, to: pickSlot(scene, "scheduled", "open") };
};

const extend: Report = (scene) => {
  const slot = pickSlot(scene, "scheduled", "open");
  const found = scene.state.slots.find((other) => other.slot.number === slot)?.slot;
  return { slot, end: addMinutes(found?.end ?? toHour(found?.start ?? scene.now), scene.dice.pick([30, 60, -30])) };
};

const OTHER_FIELDS: readonly Data[] = [
  { webcast: "https://webtv.example/1" },
  { webcast: null },
  { access: "closed", webcast: null },
  { access: null },
  { title: { en: "Panel", fr: "Table ronde" } },
  { title: "Panel", label: "3rd meeting" },
  { label: null, interpretation: "Six languages" },
  { kind: "informal", timeNote: "After the plenary" },
  { timeNote: null, participation: "https://body.example/how" },
];

const pickEarlier = ({ ids, dice }: Scene): string => (dice.isOneIn(20) ? "never" : (ids.at(-1 - dice.throw(10)) ?? "never"));

/** A sitting that another body keeps: most often one that the meeting takes part in. */
const pickLead = ({ state, dice }: Scene): LeadSitting =>
  state.joined?.length && dice.isOneIn(2)
    ? dice.pick(state.joined).lead
    : { body: dice.pick(["sbi", "sbsta"]), meeting: "62", slot: dice.pick(["1", "2"]) };

/** What may be reported without a document. */
export const REPORTS = {
  "meeting.opened": () => ({}),
  "agenda.adopted": () => ({}),
  "report.adopted": ({ dice }) => dice.pick([{}, { manner: "in part" }, { manner: "ad referendum" }]),
  "report.issued": ({ dice }) => ({ symbol: dice.pick(["A/REPORT", "A/REPORT/Rev.1"]) }),
  "documents.issued": (scene) => ({
    documents: [
      {
        symbol: scene.dice.pick(["A/1", "A/CRP.1", "A/CRP.2"]),
        items: [pickItem(scene)],
        issuedOn: scene.dice.pick([getDate(scene.now), { en: getDate(scene.now) }, { fr: getDate(scene.now) }]),
      },
    ],
  }),
  "documents.withdrawn": ({ dice }) => ({ symbol: dice.pick(["A/1", "A/CRP.1", "A/CRP.2"]) }),
  "meeting.postponed": reasons,
  "meeting.suspended": reasons,
  "meeting.cancelled": reasons,
  "meeting.closed": () => ({}),
  "meeting.reinstated": () => ({}),
  "meeting.withdrawn": ({ dice }) => (dice.isOneIn(2) ? { movedTo: "2010-2" } : {}),
  "meeting.rescheduled": ({ dice }) => ({ opensOn: RECORD.opensOn, closesOn: addDays(RECORD.closesOn, dice.throw(3)) }),
  "meeting.resumed": ({ dice }) =>
    dice.pick([{}, { city: "Geneva", timezone: "Europe/London" }, { city: "New York", timezone: "America/New_York", venue: "Hall 9" }]),
  "slot.added": (scene) => ({
    slot: String(1 + scene.dice.throw(9)),
    start: pickStart(scene),
    items: scene.dice.isOneIn(3) ? [] : [pickItem(scene)],
    ...(scene.dice.isOneIn(2) && { kind: "committee" }),
    ...(scene.dice.isOneIn(6) && { with: [{ body: scene.dice.pick(["sbi", "cma"]) }] }),
  }),
  "slot.rescheduled": (scene) => ({ slot: pickSlot(scene, "scheduled"), ...pickTime(scene) }),
  "slot.postponed": (scene) => ({ slot: pickSlot(scene, "scheduled"), ...reasons(scene) }),
  "slot.delayed": (scene) => ({ slot: pickSlot(scene, "scheduled"), minutes: scene.dice.pick([15, 30]) }),
  "slot.extended": extend,
  "slot.relocated": (scene) => ({ slot: pickSlot(scene, "scheduled", "open"), venue: scene.dice.pick(["Room 1", "Room 2", "Room 4"]) }),
  "slot.changed": (scene) => ({ slot: pickSlot(scene, "scheduled", "open"), ...scene.dice.pick(OTHER_FIELDS) }),
  "slot.opened": (scene) => ({ slot: pickNext(scene) }),
  "slot.suspended": (scene) => ({ slot: pickSlot(scene, "open"), ...(scene.dice.isOneIn(2) && { until: addMinutes(scene.now, 60) }) }),
  "slot.resumed": (scene) => ({ slot: pickSlot(scene, "suspended", "adjourned") }),
  "slot.adjourned": (scene) => ({ slot: pickSlot(scene, "open", "suspended") }),
  "slot.cancelled": (scene) => ({
    slot: pickSlot(scene, "scheduled"),
    ...reasons(scene),
    ...(scene.dice.isOneIn(3) && { itemsTo: pickSlot(scene, "scheduled") }),
  }),
  "slot.reinstated": (scene) => ({ slot: pickSlot(scene, "cancelled", "postponed") }),
  "day.cancelled": (scene) => ({ day: getDate(pickStart(scene)), ...reasons(scene) }),
  "day.reinstated": ({ dice }) => ({ day: addDays(RECORD.opensOn, dice.throw(4)) }),
  "slot.joined": (scene) => ({ lead: pickLead(scene), ...(!scene.dice.isOneIn(4) && { items: [pickItem(scene)] }) }),
  "slot.parted": (scene) => ({ lead: pickLead(scene) }),
  "item.taken_up": (scene) => ({ item: pickItem(scene) }),
  "item.left_open": (scene) => ({ item: pickItem(scene) }),
  "item.concluded": (scene) => ({ item: pickItem(scene) }),
  "item.reopened": (scene) => ({ item: pickItem(scene) }),
  "item.deferred": (scene) => ({ item: pickItem(scene) }),
  "item.moved": moveItem,
  "item.scheduled": (scene) => ({ item: pickItem(scene), slot: pickSlot(scene, "scheduled", "open") }),
  "deadline.set": ({ dice, now }) => ({
    deadline: dice.pick(["drafts", "speakers"]),
    kind: dice.pick(["draft-resolutions", "list-of-speakers"]),
    at: dice.pick([addDays(getDate(now), 1), `${addDays(getDate(now), 2)}T18:00`]),
  }),
  "deadline.changed": ({ dice, now }) => ({
    deadline: dice.pick(["drafts", "speakers"]),
    at: dice.pick([addDays(getDate(now), 1), `${addDays(getDate(now), 3)}T12:00`]),
  }),
  "deadline.withdrawn": ({ dice }) => ({ deadline: dice.pick(["drafts", "speakers"]) }),
  "notice.given": (scene) => ({
    text: scene.dice.pick(["Badges are collected at gate 1", "The café is closed"]),
    ...(scene.dice.isOneIn(2) && { slot: pickSlot(scene, "scheduled") }),
  }),
  "item.added": addItem,
  "item.changed": (scene) => ({ item: pickItem(scene), ...scene.dice.pick(TITLES) }),
  "item.held": (scene) => ({ item: pickItem(scene), ...reasons(scene) }),
  "item.removed": removeItem,
  "event.withdrawn": (scene) => ({ event: pickEarlier(scene) }),
  "event.redacted": (scene) => ({ event: pickEarlier(scene) }),
} as const satisfies Partial<Record<MeetingEvent["type"], Report>>;

export type Reported = keyof typeof REPORTS;
