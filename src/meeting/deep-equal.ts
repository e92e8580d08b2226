type Fields = Readonly<Record<string, unknown>>;

const areSame = (a: Fields, b: Fields): boolean =>
  Object.keys(a).every((field) => isDeepEqual(a[field], Object.hasOwn(b, field) ? b[field] : undefined)) &&
  Object.keys(b).every((field) => b[field] === undefined || Object.hasOwn(a, field));

const areSameLists = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, at) => isDeepEqual(one, b[at]));

/** Whether two values are the same as JSON: fields stand in any order, and one that is undefined is none. */
export const isDeepEqual = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === "object" &&
    typeof b === "object" &&
    a !== null &&
    b !== null &&
    (Array.isArray(a) || Array.isArray(b)
      ? Array.isArray(a) && Array.isArray(b) && areSameLists(a, b)
      : areSame(a as Fields, b as Fields)));
