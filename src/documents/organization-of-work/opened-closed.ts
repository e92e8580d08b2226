import { readLeadingTimes } from "../expressions/times.ts";
import { matchAny } from "../languages/expressions.ts";
import { makeLine, type Line } from "../text/line.ts";

/** Journals that say when a meeting was opened, suspended, resumed and closed, each on a line of its own. */

const FIELD = /^(?<label>\p{L}[\p{L}\p{M} ]{3,24})\s?[:：]\s?(?<time>\S.{0,40})$/u;
const OPENED = new RegExp(`^${matchAny("opens")}$`, "iu");
const CLOSED = new RegExp(`^${matchAny("closes")}$`, "iu");

interface Field {
  readonly label: string;
  readonly time: string;
}

const readField = ({ text }: Line): Field | undefined => {
  const { label = "", time = "" } = FIELD.exec(text)?.groups ?? {};
  const times = readLeadingTimes(time);
  const [range, ...others] = times?.ranges ?? [];
  const isStart = times && range && range.end === undefined && others.length === 0 && times.length >= time.length - 1;
  return isStart ? { label: label.trim(), time } : undefined;
};

/** Where such fields end that begin on a line: with the one that closes, an even number of them. */
const findClosing = (fields: readonly (Field | undefined)[], from: number): number | undefined => {
  if (!OPENED.test(fields[from]?.label ?? "")) return undefined;
  const end = fields.findIndex((field, at) => at > from && (field === undefined || CLOSED.test(field.label)));
  return end > from && fields[end] && (end - from) % 2 === 1 ? end : undefined;
};

/** Lines with such fields as the ranges that they are: "10.05 a.m. - 1.05 p.m., 3 p.m. - 5.40 p.m.". */
export const joinOpenings = (lines: readonly Line[]): readonly Line[] => {
  const fields = lines.map(readField);
  let closing = -1;
  return lines.flatMap((line, at) => {
    if (at <= closing) return [];
    const end = findClosing(fields, at);
    if (end === undefined) return [line];
    closing = end;
    const times = fields.slice(at, end + 1).map((field) => field?.time ?? "");
    const ranges = times.flatMap((time, place) => (place % 2 === 0 ? [`${time} - ${times[place + 1] ?? ""}`] : []));
    return [makeLine(line.number, [ranges.join(", ")], line.isApart)];
  });
};
