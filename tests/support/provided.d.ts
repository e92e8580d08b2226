import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** How many random sequences the invariants are tried on. */
    readonly runs: number;
    /** How many inputs each target of the fuzzing gets, from which seed, and the number of the first. */
    readonly fuzz: { readonly inputs: number; readonly seed: number; readonly from: number };
  }
}
