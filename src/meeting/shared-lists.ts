/** Whether two lists have the very same elements: what a step of the fold does not change, it keeps. */
export const hasSameElements = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

/** The list before, where another has the very same elements. */
export const keepElements = <Of>(before: readonly Of[], list: readonly Of[]): readonly Of[] =>
  hasSameElements(before, list) ? before : list;

/** The very list where no element became another. */
export const mapChanged = <Of>(list: readonly Of[], change: (one: Of) => Of): readonly Of[] =>
  keepElements(
    list,
    list.map((one) => change(one)),
  );
