/** The bytes of a row, and what they were when they came. */
export interface Proof {
  readonly position: number;
  readonly raw: Uint8Array;
  readonly digest: string;
  /** Whether something of it was redacted: then its bytes are others. */
  readonly isRedacted: boolean;
}

/** Where the rows of a meeting, or of the body itself, stand in the log. */
export const readPositions = (sql: SqlStorage, meeting: string | undefined): readonly number[] =>
  sql
    .exec<{ position: number }>("SELECT position FROM log WHERE meeting IS ? ORDER BY position", meeting ?? null)
    .toArray()
    .map(({ position }) => position);

/** A row with what proves that it is as it came. */
export const readProof = (sql: SqlStorage, position: number): Proof => {
  const { raw, digest, redacted_by } = sql
    .exec<{ raw: ArrayBuffer; digest: string; redacted_by: string | null }>(
      "SELECT raw, digest, redacted_by FROM log WHERE position = ?",
      position,
    )
    .one();
  return { position, raw: new Uint8Array(raw), digest, isRedacted: redacted_by !== null };
};
