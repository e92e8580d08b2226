import type { DraftItem, DraftSubitem } from "../../meeting/draft.ts";
import type { ItemNumber } from "../expressions/item-numbers.ts";
import { matchWhole } from "../languages/expressions.ts";
import { normalizeText } from "../text/line.ts";

/** An item as it was found: its number and path, its title if it is printed, and where. */
export interface ListedItem extends ItemNumber {
  readonly title: string;
  readonly line: number;
  /** The last line of its title, where that fills several. */
  readonly until?: number;
}

/** The items of an agenda in order, to look up by number. */
export type Listed = ReadonlyMap<string, ListedItem>;

const ITEM_ROLES = {
  opening: matchWhole("openingItem"),
  adoption: matchWhole("adoptionItem"),
  report: matchWhole("reportItem"),
} as const;
type Role = keyof typeof ITEM_ROLES;
const ROLES = Object.keys(ITEM_ROLES) as readonly Role[];
const findRole = (title: string): Role | undefined => ROLES.find((role) => ITEM_ROLES[role].test(title));

const ENOUGH = 12;
/** Characters of a title that tell it from others. */
const COMPARED = 600;

/** Whether a heading repeats the title of an item: equal, or one begins the other, apart from typography. */
export const isRepeatedTitle = (one: string, other: string): boolean => {
  const [a, b] = [normalizeText(one.slice(0, COMPARED)), normalizeText(other.slice(0, COMPARED))];
  return a !== "" && b !== "" && (a === b || (Math.min(a.length, b.length) >= ENOUGH && (a.startsWith(b) || b.startsWith(a))));
};

/** Whether a text begins with a whole title, apart from typography. */
export const beginsWithTitle = (text: string, title: string): boolean => {
  const [whole, start] = [normalizeText(text.slice(0, COMPARED)), normalizeText(title)];
  return start !== "" && (whole === start || whole.startsWith(`${start} `));
};

/** Items by their whole titles, apart from typography: nothing where several have the same. */
export type Titles = ReadonlyMap<string, ListedItem | undefined>;

const compareTitle = (title: string): string => normalizeText(title.slice(0, COMPARED));

export const indexTitles = (listed: Listed): Titles => {
  const titles = new Map<string, ListedItem | undefined>();
  for (const item of listed.values()) {
    const title = compareTitle(item.title);
    titles.set(title, titles.has(title) || title === "" ? undefined : item);
  }
  return titles;
};

export const findTitled = (titles: Titles, text: string): ListedItem | undefined => titles.get(compareTitle(text));

interface Node {
  readonly mark: string;
  title: string;
  readonly key: string;
  readonly children: Map<string, Node>;
}

const buildTree = (listed: Iterable<ListedItem>): Map<string, Node> => {
  const roots = new Map<string, Node>();
  for (const { path, title } of listed) {
    let [level, key] = [roots, ""];
    for (const [depth, mark] of path.entries()) {
      key = depth === 0 || /[.\d]/.test(mark) ? mark : `${key}(${mark})`;
      const node: Node = level.get(mark) ?? { mark, title: "", key, children: new Map() };
      level.set(mark, node);
      if (depth === path.length - 1 && !node.title) node.title = title;
      level = node.children;
    }
  }
  return roots;
};

/** The agenda as a record holds it: subitems below their items, notes beside them, and what each step of the lifecycle is there for. */
export const buildAgenda = (listed: Iterable<ListedItem>, annotations: ReadonlyMap<string, string>): DraftItem[] => {
  const taken = new Set<Role>();
  const fields = ({ title, key, children }: Node) => {
    const role = children.size === 0 ? findRole(title) : undefined;
    const isFirst = role !== undefined && !taken.has(role);
    if (isFirst) taken.add(role);
    const annotation = annotations.get(key);
    return { ...(title && { title }), ...(isFirst && { role }), ...(annotation && { annotation }) };
  };
  const subitems = (node: Node): { subitems?: DraftSubitem[] } =>
    node.children.size === 0
      ? {}
      : { subitems: [...node.children.values()].map((child) => ({ letter: child.mark, ...fields(child), ...subitems(child) })) };
  return [...buildTree(listed).values()].map((node) => ({ number: node.mark, ...fields(node), ...subitems(node) }));
};

const orderItem = ({ path }: ListedItem): readonly number[] =>
  path.map((mark) => Number(/(\d+)$/.exec(mark)?.[1] ?? mark.codePointAt(0) ?? 0));
const readCode = ({ path }: ListedItem): string => (path[0] ?? "").replace(/\s?\d+$/, "");

const compareNumbers = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

/** Items found in a timetable, in the order of their numbers; sections ("INS", "PFA") in the order of the text. */
export const sortItems = (items: readonly ListedItem[]): readonly ListedItem[] => {
  const codes = [...new Set(items.map(readCode))];
  return items.toSorted((a, b) => codes.indexOf(readCode(a)) - codes.indexOf(readCode(b)) || compareNumbers(orderItem(a), orderItem(b)));
};
