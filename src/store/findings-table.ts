import type { Fault } from "../api/schemas/health.ts";
import type { ListingState } from "./listing.ts";

/** Of a body in the directory: when it was inspected, up to which meeting, and what was found of it. */
export const FINDING_COLUMNS = `
      inspected INTEGER NOT NULL DEFAULT 0,
      inspected_to TEXT NOT NULL DEFAULT '',
      faults TEXT NOT NULL DEFAULT '[]'`;

/** A body whose turn it is to be inspected, and the meeting after which to go on. */
export interface Cursor {
  readonly body: string;
  readonly after: string;
}

/** What was found of a body: of its meetings from there on, up to one or to the last, and at the beginning of itself. */
export interface Findings extends Cursor {
  readonly upTo?: string | undefined;
  readonly faults: readonly Fault[];
}

/** What was found earlier, of what was not inspected again. */
const keepEarlier = (earlier: readonly Fault[], { body, after, upTo }: Findings): readonly Fault[] =>
  earlier.filter(({ at }) => {
    const meeting = at.slice(body.length + 1);
    return (meeting <= after && after !== "") || (upTo !== undefined && meeting > upTo);
  });

const readFaults = (sql: SqlStorage, where: string, ...values: readonly string[]): readonly Fault[] =>
  sql
    .exec<{ faults: string }>(`SELECT faults FROM bodies ${where}`, ...values)
    .toArray()
    .flatMap(({ faults }) => JSON.parse(faults) as readonly Fault[]);

export const readCursors = (sql: SqlStorage, max: number): readonly (Cursor & ListingState)[] =>
  sql
    .exec<{ id: string; inspected_to: string; position: number; listing: number }>(
      "SELECT id, inspected_to, position, listing FROM bodies WHERE record IS NOT NULL ORDER BY inspected LIMIT ?",
      max,
    )
    .toArray()
    .map(({ id, inspected_to, position, listing }) => ({ body: id, after: inspected_to, position, listing }));

export const saveFindings = (sql: SqlStorage, all: readonly Findings[], now: number): readonly Fault[] => {
  for (const found of all) {
    const { body, upTo, faults } = found;
    const earlier = readFaults(sql, "WHERE id = ?", body);
    sql.exec(
      "UPDATE bodies SET inspected = ?, inspected_to = ?, faults = ? WHERE id = ?",
      now,
      upTo ?? "",
      JSON.stringify([...keepEarlier(earlier, found), ...faults]),
      body,
    );
  }
  return readFaults(sql, "WHERE faults <> '[]' ORDER BY id LIMIT 100");
};
