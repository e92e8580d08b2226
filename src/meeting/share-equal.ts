import { hasSameElements } from "./shared-lists.ts";

/** What was made anew, with what is as it was in place of its equals: whoever compares by reference then looks at what changed alone. */

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const sameBefore = new WeakMap<object, object>();

/** Of an element what it is the same as is known: one that is folded again is compared once, however much looks back. */
const shareElement = (before: unknown, after: unknown): unknown => {
  if (!isObject(before) || !isObject(after)) return after;
  if (sameBefore.get(after) === before) return before;
  const shared = share(before, after);
  if (shared === before) sameBefore.set(after, before);
  return shared;
};

const shareElements = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => {
  const shared = after.map((one, at) => shareElement(before[at], one));
  return hasSameElements(shared, before) ? before : shared;
};

/** A field that is undefined is none. */
const shareFields = (before: Fields, after: Fields): Fields => {
  const names = Object.keys(after);
  const shared = names.map((name) => share(before[name], after[name]));
  const isSame =
    shared.every((value, at) => value === before[names[at] ?? ""]) &&
    Object.keys(before).every((name) => before[name] === undefined || Object.hasOwn(after, name));
  return isSame ? before : Object.fromEntries(names.map((name, at) => [name, shared[at]]));
};

const share = (before: unknown, after: unknown): unknown => {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? shareElements(before, after) : after;
  return Array.isArray(before) ? after : shareFields(before, after);
};

/** A value in which all that is as before is the very same object. Lists are compared place by place. */
export const shareEqual = <Value>(before: unknown, value: Value): Value => share(before, value) as Value;

/** The same of a list whose elements are known by a key, wherever they stand; the very list, where all of it is as it was. */
export const shareList = <List extends readonly object[]>(before: List, list: List, getKey: (one: List[number]) => string): List => {
  if (before === list) return before;
  let known: ReadonlyMap<string, List[number]> | undefined;
  // Nearly all stand where they stood.
  const find = (key: string, at: number): List[number] | undefined => {
    const same = before[at];
    if (same && getKey(same) === key) return same;
    known ??= new Map(before.map((one) => [getKey(one), one]));
    return known.get(key);
  };
  const shared = list.map((one, at) => shareElement(find(getKey(one), at), one));
  return hasSameElements(shared, before) ? before : (shared as readonly object[] as List);
};
