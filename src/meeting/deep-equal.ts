type Fields = Readonly<Record<string, unknown>>;

const areSame = (a: Fields, b: Fields, but: ReadonlySet<string>): boolean =>
  Object.keys(a).every((field) => but.has(field) || isDeepEqual(a[field], Object.hasOwn(b, field) ? b[field] : undefined, but)) &&
  Object.keys(b).every((field) => but.has(field) || b[field] === undefined || Object.hasOwn(a, field));

const areSameLists = (a: readonly unknown[], b: readonly unknown[], but: ReadonlySet<string>): boolean =>
  a.length === b.length && a.every((one, at) => isDeepEqual(one, b[at], but));

const NONE: ReadonlySet<string> = new Set();

/**
 * Whether two values are the same as JSON: fields stand in any order, and one that is undefined is none.
 * @param but names of fields that may differ, however deep they stand
 */
export const isDeepEqual = (a: unknown, b: unknown, but: ReadonlySet<string> = NONE): boolean =>
  a === b ||
  (typeof a === "object" &&
    typeof b === "object" &&
    a !== null &&
    b !== null &&
    (Array.isArray(a) || Array.isArray(b)
      ? Array.isArray(a) && Array.isArray(b) && areSameLists(a, b, but)
      : areSame(a as Fields, b as Fields, but)));
