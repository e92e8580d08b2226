import { isDeepEqual } from "./deep-equal.ts";

/** What was read anew, with what is as it was in place of its equals: whoever compares by reference then looks at what changed alone. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists are compared place by place. */
export const shareEqual = <Value>(before: unknown, value: Value): Value => {
  // What is equal to a value of this type is one.
  if (isDeepEqual(before, value)) return before as Value;
  if (Array.isArray(before) && Array.isArray(value)) return value.map((one: unknown, at) => shareEqual(before[at], one)) as Value;
  if (!isFields(before) || !isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shareEqual(before[name], field)])) as Value;
};

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
  const shared = list.map((one, at) => shareEqual(find(getKey(one), at), one));
  const isSame = shared.length === before.length && shared.every((one, at) => one === before[at]);
  return isSame ? before : (shared as readonly object[] as List);
};
