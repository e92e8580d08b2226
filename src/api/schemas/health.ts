import * as z from "zod/mini";
import { buildListSchema } from "./wire.ts";

/**
 * What can be wrong with a part of a body: a meeting's log can't be folded by this release; what is stored of it is torn, and the log
 * too; its snapshot was not what its log comes to, and was made anew; or a row of a log is not as it came, by its digest, which only a
 * backup can mend.
 */
const BODY_FAULTS = ["unfoldable", "torn", "differed", "damaged"] as const;

/**
 * What is wrong, and where: a body, or a meeting as `{body}/{meeting}`. Of a whole body: its storage can't be read, or its log is shorter
 * than the directory knows it to have been.
 */
const fault = z.object({
  at: z.string(),
  fault: z.enum([...BODY_FAULTS, "storage", "lost"]),
  /** Of the row that is damaged. */
  position: z.exactOptional(z.int()),
});
export type Fault = z.infer<typeof fault>;

/** What `/healthz` answers. */
export const health = z.object({
  status: z.enum(["ok", "degraded"]),
  storage: z.enum(["ok", "refused"]),
  faults: buildListSchema(fault),
});
export type Health = z.infer<typeof health>;

export interface BodyFault {
  /** Absent of an event about the body itself. */
  readonly meeting?: string;
  readonly fault: (typeof BODY_FAULTS)[number];
  /** Of the row that is damaged. */
  readonly position?: number;
}

/** What an inspection of some of a body's meetings found, in the order of their ids. */
export interface BodyInspection {
  readonly faults: readonly BodyFault[];
  /** Rows of tables that it read. */
  readonly rows: number;
  /** The meeting that it came to; absent where that was the last. */
  readonly upTo?: string;
}
