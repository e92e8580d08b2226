import { findAll, findChildren, type Element } from "../xml.ts";

/** Whether the numbers of a cell are shown as a date, a time of day, or both. */
export interface NumberFormat {
  readonly isDate: boolean;
  readonly isTime: boolean;
}

const PLAIN: NumberFormat = { isDate: false, isTime: false };
/** ECMA-376, 18.8.30: formats that no file writes out. */
const BUILT_IN: ReadonlyMap<number, NumberFormat> = new Map<number, NumberFormat>([
  ...[14, 15, 16, 17].map((id) => [id, { isDate: true, isTime: false }] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((id) => [id, { isDate: false, isTime: true }] as const),
  [22, { isDate: true, isTime: true }],
]);

const readCode = (code: string): NumberFormat => {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "").toLowerCase();
  return { isDate: /[dy]/.test(bare), isTime: /h/.test(bare) };
};

/** The number format of each style of a workbook, by its place. */
export const readNumberFormats = (styles: Element): readonly NumberFormat[] => {
  const own = new Map(
    findAll(styles, "numFmt").map(({ attributes }) => [Number(attributes["numFmtId"]), readCode(attributes["formatCode"] ?? "")]),
  );
  const [cells] = findAll(styles, "cellXfs");
  return findChildren(cells, "xf").map(({ attributes }) => {
    const id = Number(attributes["numFmtId"]);
    return own.get(id) ?? BUILT_IN.get(id) ?? PLAIN;
  });
};

const MONTHS = "January February March April May June July August September October November December".split(" ");
const MINUTES = 24 * 60;
/** Day 0 of workbooks, which count a 29 February 1900 that was none. */
const EPOCH = Date.UTC(1899, 11, 30);

const padTwo = (value: number): string => String(value).padStart(2, "0");

/** A number as a person sees it in its cell: a day, a time of day, or itself. */
export const formatNumber = (value: number, { isDate, isTime }: NumberFormat): string => {
  if (!isDate && !isTime) return String(value);
  const minutes = Math.round(value * MINUTES);
  const day = new Date(EPOCH + Math.floor(minutes / MINUTES) * 86_400_000);
  const printed = Number.isNaN(day.getTime()) ? "" : `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ""} ${day.getUTCFullYear()}`;
  const time = `${padTwo(Math.floor((minutes % MINUTES) / 60))}:${padTwo(minutes % 60)}`;
  return [...(isDate && value >= 1 ? [printed] : []), ...(isTime || value < 1 ? [time] : [])].join(" ");
};
