import { findChild, findChildren, type Element } from "../xml.ts";

/** How one level of a list is numbered: its format, where it begins, and the text around its numbers ("%1.%2"). */
interface Level {
  readonly format: string;
  readonly start: number;
  readonly text: string;
}

interface List {
  /** Lists that share their definition go on counting together, unless one begins anew. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
}

/** The place of a paragraph in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

/** The lists of a word processor's file: what they print before a paragraph. */
export interface Numbering {
  /** Where a paragraph stands in a list, by itself or by its style. */
  readonly findPlace: (properties: Element | undefined) => ListPlace | undefined;
  readonly lists: ReadonlyMap<string, List>;
}

const readValue = (element: Element | undefined): string | undefined => element?.attributes["w:val"];

const readLevel = (level: Element): readonly [number, Level] => [
  Number(level.attributes["w:ilvl"]),
  {
    format: readValue(findChild(level, "w:numFmt")) ?? "decimal",
    start: Number(readValue(findChild(level, "w:start")) ?? 1),
    text: readValue(findChild(level, "w:lvlText")) ?? "",
  },
];

const readList = (number: Element, definitions: ReadonlyMap<string, Element>): readonly [string, List] => {
  const id = number.attributes["w:numId"] ?? "";
  const definition = readValue(findChild(number, "w:abstractNumId")) ?? "";
  const levels = new Map(findChildren(definitions.get(definition), "w:lvl").map(readLevel));
  const overrides = findChildren(number, "w:lvlOverride");
  for (const override of overrides) {
    const at = Number(override.attributes["w:ilvl"]);
    const own = findChild(override, "w:lvl");
    const level = own ? readLevel(own)[1] : levels.get(at);
    const start = readValue(findChild(override, "w:startOverride"));
    if (level) levels.set(at, { ...level, ...(start !== undefined && { start: Number(start) }) });
  }
  return [id, { counter: overrides.length > 0 ? `number ${id}` : definition, levels }];
};

const readPlace = (properties: Element | undefined): Partial<ListPlace> => {
  const numbers = findChild(properties, "w:numPr");
  const list = readValue(findChild(numbers, "w:numId"));
  const level = readValue(findChild(numbers, "w:ilvl"));
  return { ...(list !== undefined && { list }), ...(level !== undefined && { level: Number(level) }) };
};

const MOST_STYLES = 10;

export const readNumbering = (numbering: Element, styles: Element): Numbering => {
  const definitions = new Map(findChildren(numbering, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"] ?? "", one]));
  const styled = new Map(findChildren(styles, "w:style").map((style) => [style.attributes["w:styleId"] ?? "", style]));
  const findStyled = (id: string | undefined, depth = 0): Partial<ListPlace> => {
    const style = styled.get(id ?? "");
    if (!style || depth > MOST_STYLES) return {};
    return { ...findStyled(readValue(findChild(style, "w:basedOn")), depth + 1), ...readPlace(findChild(style, "w:pPr")) };
  };
  return {
    findPlace: (properties) => {
      const { list, level = 0 } = { ...findStyled(readValue(findChild(properties, "w:pStyle"))), ...readPlace(properties) };
      return list === undefined || list === "0" ? undefined : { list, level };
    },
    lists: new Map(findChildren(numbering, "w:num").map((number) => readList(number, definitions))),
  };
};

const ROMANS = [
  ["x", 10],
  ["ix", 9],
  ["v", 5],
  ["iv", 4],
  ["i", 1],
] as const;

const formatRoman = (value: number): string => {
  let [rest, roman] = [Math.min(value, 89), ""];
  for (const [letters, worth] of ROMANS) while (rest >= worth) [rest, roman] = [rest - worth, roman + letters];
  return roman;
};

const formatLetter = (value: number): string => String.fromCodePoint(96 + ((value - 1) % 26) + 1).repeat(Math.ceil(value / 26));

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  lowerLetter: formatLetter,
  upperLetter: (value) => formatLetter(value).toUpperCase(),
  lowerRoman: formatRoman,
  upperRoman: (value) => formatRoman(value).toUpperCase(),
  decimalZero: (value) => String(value).padStart(2, "0"),
};

/** How far each list has counted, level by level. */
export type Counts = ReadonlyMap<string, readonly number[]>;

/** What a list prints before its next paragraph, and how far it has counted then. */
export const countOn = (
  { lists }: Numbering,
  counts: Counts,
  { list, level }: ListPlace,
): { readonly mark: string; readonly counts: Counts } => {
  const { counter, levels } = lists.get(list) ?? { counter: "", levels: new Map<number, Level>() };
  const own = levels.get(level);
  if (!own || own.format === "none") return { mark: "", counts };
  const before = counts.get(counter) ?? [];
  const numbers = Array.from({ length: level + 1 }, (_, at) => {
    const start = levels.get(at)?.start ?? 1;
    return at < level ? (before[at] ?? start) : (before[at] ?? start - 1) + 1;
  });
  const after = new Map(counts).set(counter, numbers);
  if (own.format === "bullet") return { mark: "- ", counts: after };
  const mark = own.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const value = numbers[at] ?? 1;
    return (FORMATS[levels.get(at)?.format ?? ""] ?? String)(value);
  });
  return { mark: mark && `${mark} `, counts: after };
};
