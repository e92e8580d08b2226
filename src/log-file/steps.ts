/** Work that is done step by step: each tells how many octets it went through, so that whoever has others to serve can let them in. */
export type Steps<Value> = Generator<number, Value>;

/** Takes all steps at once. */
export const takeSteps = <Value>(steps: Steps<Value>): Value => {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};
