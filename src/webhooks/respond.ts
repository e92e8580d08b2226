import { respondWithProblem, type Problem } from "../http/problems.ts";
import type { Result } from "../meeting/result.ts";

/** What a sender is told, as JSON that no one keeps. */
export const respondWithAnswer = (answer: Result<unknown, Problem>): Response =>
  answer.ok ? Response.json(answer.value, { headers: { "cache-control": "no-store" } }) : respondWithProblem(answer.error);
