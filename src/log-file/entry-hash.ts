import { sha256 } from "@noble/hashes/sha2.js";

/** What is bound to its place in the log: nothing of it is rewritten, not by a redaction either. */
export interface HashedEntry {
  readonly id: string;
  readonly position: number;
  readonly arrival: number;
  readonly at: number;
  readonly local: string;
  readonly identities: Readonly<Record<string, string>>;
  readonly machine: number;
  readonly key: string;
  readonly digest: string;
  /** Absent of what an earlier machine logged. */
  readonly changed?: readonly object[] | undefined;
  readonly named?: readonly object[] | undefined;
  /** The two headers. */
  readonly timestamp: string;
  readonly signature: string;
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
}

/** The machine since which an entry's hash is over what it changed, what it names and its headers too. */
const WHOLE_SINCE = 3;

/**
 * The hash of a log entry, SHA-256 in hexadecimal, which the next one keeps: so that no entry can be removed, moved or changed unseen.
 * Synchronous, since it is made in the transaction that writes the entry.
 */
export const hashEntry = (entry: HashedEntry): string => {
  const { id, position, arrival, at, local, identities, machine, key, digest, previous } = entry;
  const ids = Object.entries(identities).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const since = machine >= WHOLE_SINCE ? [entry.changed, entry.named, entry.timestamp, entry.signature] : [];
  const text = JSON.stringify([id, position, arrival, at, local, ids, machine, key, digest, previous, ...since]);
  return sha256(new TextEncoder().encode(text)).toHex();
};

/** A text of the store's log, which may go on beside its row. */
const joinText = (name: string): string =>
  `${name} || coalesce((SELECT group_concat(text, '') FROM (SELECT text FROM rests WHERE rests.position = log.position AND name = '${name}' ORDER BY part)), '') AS ${name}`;

/** The columns of the store's log that an entry's hash is over, by the names of its parts. */
const HASHED_COLUMNS = `webhook_id AS id, position, arrival, at, at_local AS local, identities, machine, key, digest,
  ${joinText("changed")}, ${joinText("named")}, webhook_timestamp AS timestamp, webhook_signature AS signature, previous`;

export const LAST_ENTRY = `SELECT ${HASHED_COLUMNS} FROM log ORDER BY position DESC LIMIT 1`;

/** A row as that query gives it. */
export type HashedRow = Omit<HashedEntry, "identities" | "changed" | "named"> &
  Readonly<Record<"identities" | "changed" | "named", string>>;

/** The head of a log: the hash of its last entry, which proves that all before it are there; empty where there is none. */
export const hashRow = (last: HashedRow | undefined): string =>
  last
    ? hashEntry({
        ...last,
        identities: JSON.parse(last.identities) as HashedEntry["identities"],
        changed: JSON.parse(last.changed) as readonly object[],
        named: JSON.parse(last.named) as readonly object[],
      })
    : "";
