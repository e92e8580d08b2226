import { isInternalError } from "../http/internal-error.ts";
import { respondWithProblem } from "../http/problems.ts";

/** An address that is there, for another method (RFC 9110 §15.5.6). */
export const respondToMethod = (_: unknown, methods: readonly string[]): Response =>
  respondWithProblem({
    code: "method-not-allowed",
    detail: methods.includes("GET") ? "This address is only for reading." : "This address is only posted to.",
    headers: { allow: methods.join(", ") },
  });

export const respondToError = (error: Error): Response => {
  const isOurs = isInternalError(error);
  console.error(JSON.stringify({ fault: isOurs ? "unexpected" : "storage", error: error.stack ?? String(error) }));
  return isOurs
    ? respondWithProblem({ code: "fault", detail: "The request could not be answered. Nothing was changed." })
    : respondWithProblem({ code: "storage-unread", detail: "What is stored could not be read. Ask again later." });
};
