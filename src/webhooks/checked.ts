import type { Problem } from "../problems.ts";

/** What a step of the door came to: a value for the next step, or the answer. */
export type Checked<Value> = { readonly kind: "ok"; readonly value: Value } | { readonly kind: "problem"; readonly problem: Problem };

export const ok = <Value>(value: Value): Checked<Value> => ({ kind: "ok", value });

export const problem = (
  code: Problem["code"],
  detail: string,
  more?: Problem["more"],
): { readonly kind: "problem"; readonly problem: Problem } => ({
  kind: "problem",
  problem: { code, detail, ...(more && { more }) },
});
