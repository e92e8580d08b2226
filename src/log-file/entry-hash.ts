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
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
}

/**
 * The hash of a log entry, SHA-256 in hexadecimal, which the next one keeps: so that no entry can be removed, moved or changed unseen.
 * Synchronous, since it is made in the transaction that writes the entry.
 */
export const hashEntry = ({ id, position, arrival, at, local, identities, machine, key, digest, previous }: HashedEntry): string => {
  const named = Object.entries(identities).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([id, position, arrival, at, local, named, machine, key, digest, previous]);
  return sha256(new TextEncoder().encode(text)).toHex();
};
