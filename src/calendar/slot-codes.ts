const MAX_SLOT = 9999;

/** A number in base 32, digits below 16 being the last: a variable-length quantity of four bits a character. */
const encodeNumber = (number: number, isLast = true): string =>
  `${number < 16 ? "" : encodeNumber(number >> 4, false)}${((number & 15) + (isLast ? 0 : 16)).toString(32)}`;

const decodeNumber = (text: string): number =>
  Array.from(text).reduce((number, digit) => number * 16 + (Number.parseInt(digit, 32) & 15), 0);

/** Numbers in their order, each by how far it is from the one before: half of what they take as they are. */
export const encodeSlots = (slots: readonly string[]): string =>
  slots.map((slot, at) => encodeNumber(Number(slot) - Number(slots[at - 1] ?? 0))).join("");

/** Undefined where the text is none of numbers that slots can have. */
export const decodeSlots = (text: string): readonly string[] | undefined => {
  const gaps = text.match(/[g-v]*[0-9a-f]/g) ?? [];
  if (gaps.join("") !== text || gaps.some((gap) => gap.length > 4)) return undefined;
  const slots: number[] = [];
  for (const gap of gaps) slots.push((slots.at(-1) ?? 0) + decodeNumber(gap));
  return slots.every((slot) => slot >= 1 && slot <= MAX_SLOT) ? slots.map(String) : undefined;
};
