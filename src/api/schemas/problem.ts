import * as z from "zod/mini";
import { REFUSALS } from "../../../machines/meeting/refusals.ts";
import { PROBLEMS } from "../../http/problems.ts";
import { difference } from "./answer.ts";
import { eventType } from "./meeting.ts";
import { lifecycle } from "./statuses.ts";
import { buildCodeSchema, buildListSchema } from "./wire.ts";

/** What an event that is impossible now is told beside the sentence. */
const impossibility = z.object({
  reason: buildCodeSchema(REFUSALS),
  /** What the sentence was filled with, for who says it in another language. */
  values: z.optional(z.record(z.string(), z.string())),
  /** Absent where there is no meeting yet. */
  state: z.optional(lifecycle),
  version: z.int(),
  next: buildListSchema(eventType),
  /** Ids of the events to withdraw too, in the order in which to do so. */
  alsoWithdraw: z.optional(buildListSchema(z.string())),
  /** Of a record: what it came to, field by field, with what is to be decided. */
  differences: z.optional(buildListSchema(difference)),
});
export type Impossibility = z.infer<typeof impossibility>;

/** One field that is wrong: where (`data.slot`) and what would be right. */
const fieldErrors = z.object({ errors: buildListSchema(z.object({ field: z.string(), message: z.string() })) });

/** Problem details (RFC 9457): `code` is of a closed table, and so is the `reason` of an event that is impossible now. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: buildCodeSchema(PROBLEMS),
  detail: z.string(),
  ...z.partial(impossibility).shape,
  ...z.partial(fieldErrors).shape,
});
export type ProblemDetails = z.infer<typeof problem>;
