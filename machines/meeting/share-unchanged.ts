import { hasSameElements } from "./shared-lists.ts";

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const sameBefore = new WeakMap<object, object>();

/** Of one that is folded again what it is the same as is known: it is compared once, however much looks back. */
const shareElement = (before: unknown, after: unknown): unknown => {
  if (!isObject(before) || !isObject(after)) return after;
  if (sameBefore.get(after) === before) return before;
  const shared = share(before, after);
  if (shared === before) sameBefore.set(after, before);
  return shared;
};

const shareList = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => {
  const shared = after.map((one, at) => shareElement(before[at], one));
  return hasSameElements(shared, before) ? before : shared;
};

const shareFields = (before: Fields, after: Fields): Fields => {
  const names = Object.keys(after);
  const shared = names.map((name) => share(before[name], after[name]));
  const isSame = shared.every((value, at) => value === before[names[at] ?? ""]) && Object.keys(before).length === names.length;
  return isSame ? before : Object.fromEntries(names.map((name, at) => [name, shared[at]]));
};

const share = (before: unknown, after: unknown): unknown => {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? shareList(before, after) : after;
  return Array.isArray(before) ? after : shareFields(before, after);
};

/**
 * A value in which all that is as before is the very same object. A step of the fold keeps what it does not change; a fold from the first
 * event on makes all anew, and what follows of it, entries and rows, would be compared with what was there word by word.
 */
export const shareUnchanged = <Value extends object>(before: Value, after: Value): Value => share(before, after) as Value;
