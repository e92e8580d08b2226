/**
 * What can be wrong with a part of a body: a meeting's log can't be folded by this release; what is stored of it is torn, and the log
 * too; its snapshot was not what its log comes to, and was made anew; or a row of a log is not as it came, by its digest, which only a
 * backup can mend.
 */
export interface BodyFault {
  /** Absent of an event about the body itself. */
  readonly meeting?: string;
  readonly fault: "unfoldable" | "torn" | "differed" | "damaged";
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

/** What is wrong, and where: a body, or a meeting as `{body}/{meeting}`. */
export interface Fault {
  readonly at: string;
  readonly fault: BodyFault["fault"] | "storage";
  readonly position?: number;
}

/** What `/healthz` answers. */
export interface Health {
  readonly status: "ok" | "degraded";
  readonly storage: "ok" | "refused";
  readonly faults: readonly Fault[];
}
