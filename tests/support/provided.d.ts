import "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** How many random sequences the invariants are tried on. */
    readonly runs: number;
  }
}
