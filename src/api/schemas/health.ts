import * as z from "zod/mini";
import { buildListSchema } from "./wire.ts";

/**
 * What can be wrong with a part of a body: a meeting's log can't be folded by this release; what is stored of it is torn, and the log
 * too; its snapshot was not what its log comes to, and was made anew; or a row of a log is not as it came, by its digest, which only a
 * backup can mend.
 */
const BODY_FAULTS = ["unfoldable", "torn", "differed", "damaged"] as const;

/** Why an endpoint gets no news: it said that it wants none (410), took none for 75 hours, or had too much to wait for; or it fails now. */
const ENDPOINT_FAULTS = ["gone", "unreachable", "too-far-behind", "failing"] as const;

/**
 * What is wrong, and where: a body, or a meeting as `{body}/{meeting}`. Of a whole body: its storage can't be read, or its log is shorter
 * than the directory knows it to have been.
 */
const fault = z.object({
  at: z.string(),
  fault: z.enum([...BODY_FAULTS, ...ENDPOINT_FAULTS, "storage", "lost"]),
  /** Of the row that is damaged. */
  position: z.exactOptional(z.int()),
  /** The name of an endpoint to which no news gets. */
  endpoint: z.exactOptional(z.string()),
});
export type Fault = z.infer<typeof fault>;

/** What `/healthz` answers. */
export const health = z.object({
  status: z.enum(["ok", "degraded"]),
  storage: z.enum(["ok", "refused"]),
  faults: buildListSchema(fault),
  /** Of endpoints, whose receivers are others': these leave the service as well as it is. */
  news: buildListSchema(fault),
});
export type Health = z.infer<typeof health>;

export interface EndpointFault {
  readonly endpoint: string;
  readonly fault: (typeof ENDPOINT_FAULTS)[number];
}

export interface BodyFault {
  /** Absent of an event about the body itself. */
  readonly meeting?: string;
  readonly fault: (typeof BODY_FAULTS)[number];
  /** Of the row that is damaged. */
  readonly position?: number;
}

/** What an inspection of some of a body's meetings found, in the order of their ids. */
export interface BodyInspection {
  readonly faults: readonly (BodyFault | EndpointFault)[];
  /** Rows of tables that it read. */
  readonly rows: number;
  /** The meeting that it came to; absent where that was the last. */
  readonly upTo?: string;
}
