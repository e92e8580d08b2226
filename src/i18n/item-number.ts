/** `1(a)` as documents print it: `1 (a)`. */
export const formatItemNumber = (number: string): string => number.replace(/^([^\s(]+)\(/, "$1 (");

/** `4`, `4, 5`, `6-8`: more than two items are named by their agenda items alone. */
export const abbreviateNumbers = (numbers: readonly string[]): { readonly count: number; readonly printed: readonly string[] } => {
  if (numbers.length <= 2) return { count: numbers.length, printed: numbers.map(formatItemNumber) };
  const whole = [...new Set(numbers.map((number) => number.replace(/\(.*$/, "")))];
  const isRun = whole.length > 2 && whole.every((number, at) => at === 0 || Number(number) === Number(whole[at - 1]) + 1);
  return { count: whole.length, printed: isRun ? [`${whole[0] ?? ""}-${whole.at(-1) ?? ""}`] : whole };
};

/** `1, 3-5, 7 (a)`: all of them, three or more in a row by the first and the last. */
export const formatRuns = (numbers: readonly string[], comma: string): string => {
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && Number(run.at(-1)) + 1 === Number(number)) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run.map(formatItemNumber) : [`${run[0] ?? ""}-${run.at(-1) ?? ""}`])).join(comma);
};
