import { EVENT_DESCRIPTORS, type EventDescriptor } from "../../src/meeting/event-descriptors.ts";
import { BODY, MEETING, SEED } from "../support/secretariat.ts";
import type { Chance } from "./chance.ts";
import { mutated } from "./hostile.ts";

type Choice = readonly [unknown, ...unknown[]];

const SLOTS: Choice = ["1", "2", "3", "4", "5", "6", "7", "99"];
const ITEMS: Choice = ["1(a)", "1(b)", "1(c)", "2", "3", "4", "5", "6", "7", "8", "99"];
const REVISED = { ...SEED, slots: SEED.slots.filter(({ number }) => number !== "4") };

/** What a secretariat might put into each field. */
const FIELDS: Readonly<Record<string, Choice>> = {
  record: [SEED, REVISED, { ...SEED, title: { en: "A", ar: "ب" } }],
  slot: SLOTS,
  from: SLOTS,
  to: SLOTS,
  itemsTo: SLOTS,
  item: ITEMS,
  items: [[], ["2"], ["3", "4"], ["1(a)"]],
  start: ["2010-01-28T10:00", "2010-01-28T15:00", "2010-01-29T09:00", "2010-01-30T10:00"],
  end: ["2010-01-28T13:00", "2010-01-28T18:00", "2010-01-29T18:30"],
  opensOn: ["2010-01-27"],
  closesOn: ["2010-01-29", "2010-01-30"],
  slots: [SEED.slots, REVISED.slots],
  reason: ["Consultations", "Force majeure; see note, \\ and so on", "‏بسبب"],
  note: ["As announced\nby the Chair", "ok"],
  venue: ["Board Room A", "Salle XX"],
  webcast: ["https://media.un.org/x?a=1,2;3"],
  symbol: ["CTOC/COP/WG.4/2010/6", "A/1"],
  title: ["Report of the meeting", { en: "Report", fr: "Rapport" }],
  issuedOn: ["2010-03-01"],
  documents: [[{ symbol: "A/3", items: ["4"] }], [{ symbol: "CTOC/COP/WG.4/2010/2", title: "X" }]],
  manner: ["as orally amended", "ad referendum", "in part", "silence procedure"],
  kind: ["plenary", "informal", "contact-group", "other"],
  label: ["5th plenary meeting"],
  part: ["morning", "evening"],
  after: [{ slot: "1" }, { slot: "2" }, { item: "4" }],
  minutes: [15, 30],
  until: ["2010-01-28T15:00", "2010-01-29"],
  interpretation: ["None from 6 p.m.", { en: "English only", fr: "En anglais seulement" }],
  accessibility: ["Captioned"],
  timeNote: ["Following the adjournment of the plenary"],
  participation: ["https://meetings.example.org/how-to-take-part"],
  with: [[{ body: "sbi" }], []],
  lead: [{ body: "sbi", meeting: "62", slot: "7" }],
  afterItem: ITEMS,
  time: ["2010-01-28T11:30", null],
  cause: ["technical", "security"],
  deadline: ["drafts", "speakers"],
  at: ["2010-01-28T18:00", "2010-01-29"],
  text: ["Badges are collected at the gate."],
  of: [{ body: "sbi", meeting: "62" }],
  city: ["Vienna"],
  timezone: ["Europe/Vienna", "Asia/Tokyo"],
  decide: [{}],
  conflicts: ["keep", "take"],
  replace: [true],
  access: ["open", "closed"],
  expectedVersion: [1, 2, 3],
  name: ["desk", "other"],
  key: [{ name: "desk", publicKey: "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=" }],
};

const valueOf = (name: string, chance: Chance, ids: readonly string[]): unknown => {
  if (name === "body") return BODY;
  if (name === "meeting") return MEETING;
  if (name === "event") return ids[chance.below(ids.length)] ?? "msg_never";
  return chance.of(FIELDS[name] ?? ["x"]);
};

const formOf = (chance: Chance): EventDescriptor => {
  const [first, ...others] = EVENT_DESCRIPTORS;
  if (!first) throw new Error("there are events");
  return chance.of([first, ...others]);
};

/**
 * An event as a secretariat sends it, then spoilt in up to three places, or in none.
 * @param ids of events that were sent before
 */
export const someEvent = (chance: Chance, ids: readonly string[]): unknown => {
  const { type, required, optional } = formOf(chance);
  const names = [...required, ...optional.filter(() => chance.oneIn(4))];
  const data = Object.fromEntries(names.map((name) => [name, valueOf(name, chance, ids)]));
  if (type === "body.registered") data["record"] = SEED.body;
  const event = { type, timestamp: "2010-01-27T09:20:00Z", ...(chance.oneIn(4) && { dryRun: true }), data };
  return Array.from({ length: chance.of([0, 0, 1, 1, 2, 3]) }).reduce<unknown>((spoilt) => mutated(spoilt, chance), event);
};
