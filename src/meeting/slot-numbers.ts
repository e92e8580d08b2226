const MAX = 9999;

/**
 * The next number for a slot, given all that are, or were, in use: after the highest, since who does not know of a slot that left
 * does not take its number either; where that is the last there can be, the lowest that is free.
 */
export const findFreeNumber = (used: Iterable<string>): string => {
  const numbers = new Set([...used].map(Number).filter(Number.isFinite));
  let free = Math.max(0, ...numbers) + 1;
  if (free > MAX) for (free = 1; numbers.has(free);) free += 1;
  return String(free);
};
