/** Items that are numbered in Roman. */

const UNITS = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
const ROMANS = ["", "x", "xx", "xxx"].flatMap((tens) => UNITS.map((unit) => `${tens}${unit}`)).slice(1);

/** The place of a Roman number, from 1; 0 for what is none. */
export const readRoman = (number: string): number => ROMANS.indexOf(number.toLowerCase()) + 1;

/** The numbers between two: II and III, of I and IV. */
export const listRomansBetween = (first: string, last: string): readonly string[] =>
  readRoman(first) > 0 ? ROMANS.slice(readRoman(first), Math.max(readRoman(last) - 1, 0)).map((number) => number.toUpperCase()) : [];
