/** `1(a)` as documents print it: `1 (a)`. */
export const formatItemNumber = (number: string): string => number.replace(/^([^\s(]+)\(/, "$1 (");

/** `4`, `4, 5`, `6-8`: more than two items are named by their agenda items alone. */
export const formatNumbers = (numbers: readonly string[], comma: string): string => {
  if (numbers.length <= 2) return numbers.map(formatItemNumber).join(comma);
  const whole = [...new Set(numbers.map((number) => number.replace(/\(.*$/, "")))];
  const isRun = whole.length > 2 && whole.every((number, at) => at === 0 || Number(number) === Number(whole[at - 1]) + 1);
  return isRun ? `${whole[0] ?? ""}-${whole.at(-1) ?? ""}` : whole.join(comma);
};
