import { refuse, type Problem } from "./problems.ts";
import type { Failure } from "../meeting/result.ts";

/**
 * Whether something that was thrown is a mistake of ours. What an object throws comes over RPC marked, or, where it can't even
 * begin, as a plain Error of the runtime's: then its storage failed, or the way there.
 */
export const isInternalError = (error: unknown): boolean => !(error instanceof Error) || (!("remote" in error) && error.name !== "Error");

/** What is answered where something was thrown, and logged. Where storage failed, or the way there, that may have been after it had stored. */
export const reportError = (error: unknown, about: Readonly<Record<string, unknown>>): Failure<Problem> => {
  const isOurs = isInternalError(error);
  console.error(JSON.stringify({ fault: isOurs ? "unexpected" : "storage", ...about, error: String(error) }));
  return isOurs
    ? refuse("fault", "The service made a mistake. Its operator finds it in the service's log.")
    : refuse(
        "storage-refused",
        "It could not be stored, or not said whether it was. Send it again under the same webhook-id: it is never applied twice.",
      );
};
