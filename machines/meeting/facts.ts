import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import { SLOT_KEYS, type After, type Partner, type Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import { hasSameElements } from "../../src/meeting/shared-lists.ts";

/** A field of a record, or several that are said as one; null where nothing is said. */
export type FieldValue =
  | string
  | number
  | readonly string[]
  | readonly Partner[]
  | { readonly [name: string]: string | readonly string[] | Text | After | undefined }
  | null;

/** What an event said of a field, beside what the documents say of it. */
export interface Fact {
  /** What the documents say. */
  readonly documented: FieldValue;
  /** What was said first, of which no document says anything, where it is said otherwise since. */
  readonly first?: FieldValue;
  /** When it was said; absent where only a document says otherwise of a sitting that was left as it was. */
  readonly timestamp?: string;
  /** The same by the clock of the meeting's place. */
  readonly local?: string;
  readonly note?: Text;
}

export type Facts = Readonly<Record<string, Fact>>;

/** What was told of a sitting's time and room before a document said otherwise. */
export interface ToldBefore {
  readonly time?: FieldValue;
  readonly venue?: FieldValue;
}

/** When a sitting starts, ends, or by what words: said and compared as one. */
const TIME = ["start", "end", "part", "after", "timeNote"] as const;
/** Said and compared item by item, as placements. */
const ITEMS = ["items", "continued"] as const;
const TOGETHER: Readonly<Record<string, readonly (keyof Slot)[]>> = { time: TIME, items: ITEMS };

const isAlone = (key: keyof Slot): key is Exclude<SlotField, "time"> =>
  key !== "number" && ![...TIME, ...ITEMS].some((other) => other === key);

/** What is said and compared of a sitting, but for its items. */
export type SlotField = "time" | Exclude<keyof Slot, "number" | (typeof TIME)[number] | (typeof ITEMS)[number]>;

/** By the schema's keys, so that none is forgotten. */
export const SLOT_FIELDS: readonly SlotField[] = ["time", ...SLOT_KEYS.filter(isAlone)];

const readOwn = (subject: object, key: string): FieldValue | undefined =>
  Object.hasOwn(subject, key) ? (subject as Readonly<Record<string, FieldValue | undefined>>)[key] : undefined;

/** A field's value; null where there is none. */
export const readField = (subject: object, field: string): FieldValue => {
  const keys = TOGETHER[field];
  if (!keys) return readOwn(subject, field) ?? null;
  const found = keys.flatMap((key) => {
    const value = readOwn(subject, key);
    return value === undefined ? [] : [[key, value] as const];
  });
  // Fields that are said together are texts, or lists of texts.
  return found.length === 0 ? null : (Object.fromEntries(found) as Exclude<FieldValue, null>);
};

const spread = (field: string, value: FieldValue): object => {
  if (value === null) return {};
  return field in TOGETHER && typeof value === "object" && !Array.isArray(value) ? value : { [field]: value };
};

const omit = (subject: object, key: string): object => {
  const { [key]: _omitted, ...rest } = subject as Readonly<Record<string, unknown>>;
  return rest;
};

/** A subject with another value of a field; null removes it. */
export const writeField = <Subject extends object>(subject: Subject, field: string, value: FieldValue): Subject => {
  const rest = (TOGETHER[field] ?? [field]).reduce(omit, subject);
  // Only the values of a field of the subject's own come back to it.
  return { ...rest, ...spread(field, value) } as Subject;
};

/** The facts with what the documents say of a field now: forgotten where it is all that is said. */
export const setDocumented = (facts: Facts, field: string, documented: FieldValue, current: FieldValue): Facts => {
  const known = facts[field];
  const isSame = isDeepEqual(documented, current);
  if (known ? isDeepEqual(known.documented, documented) && (known.timestamp !== undefined || !isSame) : isSame) return facts;
  const { [field]: _known, ...others } = facts;
  if (known?.timestamp !== undefined) return { ...others, [field]: { ...known, documented } };
  return isSame ? others : { ...others, [field]: { documented } };
};

const isSlotField = (name: string): name is SlotField => SLOT_FIELDS.some((field) => field === name);

/** The fields of a sitting, but for its items, of which there are facts. */
export const listFactFields = (facts: Facts): readonly SlotField[] => Object.keys(sortFacts(facts)).filter(isSlotField);

const FACT_ORDER: readonly string[] = [...SLOT_FIELDS, "items"];

/** A sitting's facts in the order of its fields, in whatever order they were said. */
export const sortFacts = (facts: Facts): Facts => {
  const names = Object.keys(facts);
  if (names.length < 2) return facts;
  const sorted = FACT_ORDER.filter((name) => facts[name] !== undefined);
  return hasSameElements(names, sorted) ? facts : Object.fromEntries(sorted.flatMap((name) => (facts[name] ? [[name, facts[name]]] : [])));
};

export const removeFact = (facts: Facts, field: string): Facts => {
  if (facts[field] === undefined) return facts;
  const { [field]: _known, ...others } = facts;
  return others;
};

/** The facts once an event has said a field: what the documents say of it stays, or what was said first where they say nothing. */
export const addFact = (facts: Facts, field: string, before: FieldValue, said: Omit<Fact, "documented" | "first">): Facts => {
  const { documented, first } = facts[field] ?? { documented: before };
  const told = documented === null ? (first ?? before) : null;
  return { ...removeFact(facts, field), [field]: { documented, ...(told !== null && { first: told }), ...said } };
};

/** A subject as the documents have it. */
export const restoreDocumented = <Subject extends object>(subject: Subject, facts: Facts): Subject =>
  Object.entries(facts).reduce((restored, [field, { documented }]) => writeField(restored, field, documented), subject);

const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === "string");

const readIds = (value: FieldValue, key: "items" | "continued"): readonly string[] => {
  const listed = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const ids = listed.find(([name]) => name === key)?.[1];
  return isTexts(ids) ? ids : [];
};

/** The items that a sitting's "items" list. */
export const readItemIds = (value: FieldValue): readonly string[] => readIds(value, "items");

/** Those of them that are marked as continued. */
export const readContinuedIds = (value: FieldValue): readonly string[] => readIds(value, "continued");
