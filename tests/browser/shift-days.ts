import { addDays } from "../../src/meeting/local-time.ts";

const DATED = /^\d{4}-\d{2}-\d{2}(?=T|$)/;

const DAY = 86_400_000;

/** The same with all its dates moved, so that one of them falls on another: a service knows no day but today. */
export const shiftDays = <Value>(value: Value, from: string, to: string): Value => {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  const shift = (_: string, field: unknown): unknown =>
    typeof field === "string" ? field.replace(DATED, (date) => addDays(date, days)) : field;
  return JSON.parse(JSON.stringify(value, shift)) as Value;
};
