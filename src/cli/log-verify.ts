import { createHash } from "node:crypto";
import type { PlenaryEvent } from "../meeting/events.ts";
import { foldLines } from "../store/log-fold.ts";
import { eventOf, parseLine, rawOf, type EventLine } from "../store/log-lines.ts";
import { importPublicKey, importSigningKey, verify, type NamedKey } from "../webhooks/signature.ts";

/**
 * What can be said of one event: its signature proves it; nothing does, since the key is not at hand, or its words were removed;
 * or it is not what was signed.
 */
export type Proof =
  | { readonly kind: "proved"; readonly key: string; readonly scheme: NamedKey["scheme"] }
  | { readonly kind: "unproved"; readonly key: string; readonly why: "no key at hand" | "another operator's key" | "redacted" }
  | { readonly kind: "false"; readonly position: number; readonly why: string };

export interface Verification {
  readonly proofs: readonly Proof[];
  readonly fold: ReturnType<typeof foldLines>;
}

const digestOf = (raw: Uint8Array): string => createHash("sha256").update(raw).digest("hex");

interface Read {
  readonly line: EventLine;
  readonly event: PlenaryEvent;
}

const eventsIn = (lines: readonly string[]): readonly Read[] =>
  lines.flatMap((text) => {
    const read = parseLine(text);
    return read.kind === "event" ? [{ line: read.line, event: eventOf(read.line) }] : [];
  });

const proofOf = async (line: EventLine, key: NamedKey | undefined, isRedacted: boolean): Promise<Proof> => {
  const raw = rawOf(line);
  if (digestOf(raw) !== line.digest)
    return isRedacted
      ? { kind: "unproved", key: line.key, why: "redacted" }
      : { kind: "false", position: line.position, why: "its bytes are not those that were signed" };
  if (!key && line.key === "operator") return { kind: "unproved", key: line.key, why: "no key at hand" };
  if (!key) return { kind: "false", position: line.position, why: `the key ${line.key} could not speak for the body then` };
  const verdict = await verify(line, raw, [key]);
  if (verdict.kind === "verified") return { kind: "proved", key: line.key, scheme: key.scheme };
  return key.name === "operator"
    ? { kind: "unproved", key: line.key, why: "another operator's key" }
    : { kind: "false", position: line.position, why: `it was not signed by the key ${line.key}` };
};

/** The body that the log is of, or undefined where it does not say. */
export const bodyOf = (lines: readonly string[]): string | undefined => eventsIn(lines.slice(0, 1))[0]?.event.data.body;

/**
 * Checks a log by what it says itself: each signature by the keys that the operator had added by then, and the fold.
 * @param operatorSecret by which the operator's own events are proved
 */
export const verifyLog = async (lines: readonly string[], operatorSecret: string | undefined): Promise<Verification> => {
  const fold = foldLines(bodyOf(lines) ?? "", lines);
  if (fold.kind === "broken") return { proofs: [], fold };
  const events = eventsIn(lines);
  const redacted = new Set(events.flatMap(({ event }) => (event.type === "event.redacted" ? [event.data.event] : [])));
  const operator = operatorSecret === undefined ? undefined : await importSigningKey("operator", operatorSecret);
  const keys = new Map<string, NamedKey>(operator ? [["operator", operator]] : []);
  const proofs: Proof[] = [];
  for (const { line, event } of events) {
    proofs.push(await proofOf(line, keys.get(line.key), redacted.has(line.id)));
    const added = event.type === "key.added" ? await importPublicKey(event.data.key.name, event.data.key.publicKey) : undefined;
    if (added) keys.set(added.name, added);
    if (event.type === "key.revoked") keys.delete(event.data.name);
  }
  return { proofs, fold };
};
