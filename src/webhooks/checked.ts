import { isOwnMistake } from "../http/error-origin.ts";
import type { Problem } from "../http/problems.ts";

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

/** What is answered where something was thrown. Where storage failed, or the way there, that may have been after it had stored. */
export const failure = (error: unknown, about: Readonly<Record<string, unknown>>): ReturnType<typeof problem> => {
  const isOurs = isOwnMistake(error);
  console.error(JSON.stringify({ fault: isOurs ? "unexpected" : "storage", ...about, error: String(error) }));
  return isOurs
    ? problem("fault", "The service made a mistake. Its operator finds it in the service's log.")
    : problem(
        "storage-refused",
        "It could not be stored, or not said whether it was. Send it again under the same webhook-id: it is never applied twice.",
      );
};
