/**
 * What can be wrong with a meeting: its log can't be folded by this release; what is stored of it is torn, and the log too;
 * or its snapshot was not what its log comes to, and was thrown away.
 */
export interface MeetingFault {
  readonly meeting: string;
  readonly fault: "unfoldable" | "torn" | "differed";
}

/** What a look at some of a body's meetings found, in the order of their ids. */
export interface Look {
  readonly faults: readonly MeetingFault[];
  /** Rows of tables that it read. */
  readonly rows: number;
  /** The meeting that it came to; absent where that was the last. */
  readonly upTo?: string;
}

/** What `/healthz` answers. */
export interface Health {
  readonly status: "ok" | "degraded";
  readonly storage: "ok" | "refused";
  /** Bodies, and meetings as `{body}/{meeting}`, each with what is wrong with it. */
  readonly faults: readonly { readonly at: string; readonly fault: MeetingFault["fault"] | "storage" }[];
}
