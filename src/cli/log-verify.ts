import { createHash } from "node:crypto";
import { keyIdOf, kindOf, type KeyKind } from "../meeting/body-key.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import { foldLines } from "../store/log-fold.ts";
import { eventOf, parseLine, rawOf, type EventLine } from "../store/log-lines.ts";
import { verifiersOf } from "../webhooks/body-keys.ts";
import { operatorSecrets } from "../webhooks/operator-secrets.ts";
import { importSigningKey, verify, type NamedKey } from "../webhooks/signature.ts";

/**
 * What can be said of one event: its signature proves it; nothing does, since the key is not at hand, or its words were removed;
 * or it is not what was signed.
 */
export type Proof =
  | { readonly kind: "proved"; readonly key: string; readonly scheme: NamedKey["scheme"] }
  | {
      readonly kind: "unproved";
      readonly key: string;
      readonly why: "no key at hand" | "another operator's key" | "a bearer token" | "redacted";
    }
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

/** What could prove the events of a key. */
interface Held {
  readonly kind: KeyKind | "operator";
  readonly keys: readonly NamedKey[];
}

const proofOf = async (line: EventLine, held: Held | undefined, isRedacted: boolean): Promise<Proof> => {
  const unproved = (why: Extract<Proof, { kind: "unproved" }>["why"]): Proof => ({ kind: "unproved", key: line.key, why });
  const raw = rawOf(line);
  if (digestOf(raw) !== line.digest)
    return isRedacted ? unproved("redacted") : { kind: "false", position: line.position, why: "its bytes are not those that were signed" };
  if (!held) return { kind: "false", position: line.position, why: `the key ${line.key} could not speak for the body then` };
  const [first] = held.keys;
  if (held.kind === "bearer") return unproved("a bearer token");
  if (!first) return unproved("no key at hand");
  if ((await verify(line, raw, held.keys)).kind === "verified") return { kind: "proved", key: line.key, scheme: first.scheme };
  return held.kind === "Ed25519"
    ? { kind: "false", position: line.position, why: `it was not signed by the key ${line.key}` }
    : unproved("another operator's key");
};

/** The body that the log is of, or undefined where it does not say. */
export const bodyOf = (lines: readonly string[]): string | undefined => eventsIn(lines.slice(0, 1))[0]?.event.data.body;

/**
 * Checks a log by what it says itself: each signature by the keys that the operator had added by then, and the fold.
 * @param setting the operator's key, or two of them, by which the operator's own events are proved
 */
export const verifyLog = async (lines: readonly string[], setting: string | undefined): Promise<Verification> => {
  const fold = foldLines(bodyOf(lines) ?? "", lines);
  if (fold.kind === "broken") return { proofs: [], fold };
  const events = eventsIn(lines);
  const redacted = new Set(events.flatMap(({ event }) => (event.type === "event.redacted" ? [event.data.event] : [])));
  const secrets = operatorSecrets(setting ?? "");
  const operators = await Promise.all(secrets.map((secret) => importSigningKey("operator", secret)));
  const keys = new Map<string, Held>([["operator", { kind: "operator", keys: operators.filter((key) => key !== undefined) }]]);
  const proofs: Proof[] = [];
  for (const { line, event } of events) {
    proofs.push(await proofOf(line, keys.get(line.key), redacted.has(line.id)));
    if (event.type === "key.added") {
      const { key, body } = event.data;
      keys.set(keyIdOf(key), { kind: kindOf(key), keys: await verifiersOf(key, body, secrets) });
    }
    if (event.type === "key.revoked") {
      const { name, generation } = event.data;
      const isRevoked = (id: string): boolean =>
        generation === undefined ? id === name || id.startsWith(`${name}.`) : id === keyIdOf({ name, generation });
      for (const id of [...keys.keys()].filter(isRevoked)) keys.delete(id);
    }
  }
  return { proofs, fold };
};
