import { createHash } from "node:crypto";
import { formatKeyId, getKeyKind, type BodyKey, type KeyKind } from "../../meeting/body-key.ts";
import { acceptInvitation, explainNoEndpoints, explainNoGrant, explainNoInvitation, isRevokedBy } from "../../meeting/key-grants.ts";
import type { PlenaryEvent } from "../../meeting/events.ts";
import { foldLines } from "../../log-file/fold.ts";
import { decodeEvent, parseLine, decodeRaw, type EventLine } from "../../log-file/lines.ts";
import { importVerificationKeys } from "../../standard-webhooks/verification-keys.ts";
import { importSetupKeys, parseSetupKeyId } from "../../standard-webhooks/setup-key.ts";
import { splitSecrets } from "../../standard-webhooks/operator-secrets.ts";
import { importSigningKey, verifySignature, type NamedKey } from "../../standard-webhooks/signature.ts";

/**
 * What can be said of one event: its signature proves it; nothing can, since a token or removed words prove nothing; a key of
 * the operator's could, but none that is at hand does; or it is not what was signed, by one who might.
 */
export type EventProof =
  /** `isVouched` where the addition of the key is proved as well. */
  | { readonly kind: "proved"; readonly key: string; readonly scheme: NamedKey["scheme"]; readonly isVouched: boolean }
  | { readonly kind: "unprovable"; readonly key: string; readonly why: "a bearer token" | "redacted" }
  | { readonly kind: "unproved"; readonly position: number; readonly key: string }
  | { readonly kind: "false"; readonly position: number; readonly why: string };

export interface LogVerification {
  readonly proofs: readonly EventProof[];
  readonly fold: ReturnType<typeof foldLines>;
}

const computeDigest = (raw: Uint8Array): string => createHash("sha256").update(raw).digest("hex");

interface Read {
  readonly line: EventLine;
  readonly event: PlenaryEvent;
}

const readEvents = (lines: readonly string[]): readonly Read[] =>
  lines.flatMap((text) => {
    const read = parseLine(text);
    return read.kind === "event" ? [{ line: read.line, event: decodeEvent(read.line) }] : [];
  });

/** What could prove the events of a key. */
interface Held {
  readonly kind: KeyKind | "operator" | "setup";
  readonly keys: readonly NamedKey[];
  /** As it was added; the operator's never was. */
  readonly limits?: BodyKey;
  readonly isVouched: boolean;
}

/** The key of a setup link comes from the operator's, and is never added. */
const holdSetupKey = async (id: string, secrets: readonly string[]): Promise<Held | undefined> => {
  const offer = parseSetupKeyId(id);
  return offer === undefined ? undefined : { kind: "setup", keys: await importSetupKeys(offer, secrets), isVouched: true };
};

/** Why a key could not have sent an event, whoever signed it. Of its end in time an export proves nothing: arrivals are not signed. */
const explainExcess = ({ kind, limits }: Held, event: PlenaryEvent): string | undefined => {
  const { type, data } = event;
  if (kind === "setup") return type === "body.registered" || type === "key.added" ? undefined : `a setup link does not send ${type}`;
  if (!limits) return undefined;
  if (limits.invites) return explainNoInvitation(limits, event);
  if (limits.dryRunsOnly) return "the key tries events and sends none";
  if (event.type === "key.added" && limits.rights?.includes("keys")) return explainNoGrant(limits, event.data.key);
  if (event.type === "endpoint.added") return explainNoEndpoints(limits, [event.data.endpoint]);
  if (event.type === "endpoint.removed") return explainNoEndpoints(limits, []);
  if (!("meeting" in data))
    return type === "key.revoked" && limits.rights?.includes("keys") ? undefined : `only the operator's key sends ${type}`;
  if (limits.meeting !== undefined && limits.meeting !== data.meeting) return `the key is for the meeting ${limits.meeting} alone`;
  return limits.events && !limits.events.includes(type) ? `the key does not send ${type}` : undefined;
};

const proveEvent = async ({ line, event }: Read, held: Held | undefined, isRedacted: boolean): Promise<EventProof> => {
  const { position, key } = line;
  const wrong = (why: string): EventProof => ({ kind: "false", position, why });
  if (!held) return wrong(`the key ${key} could not speak for the body then`);
  const beyond = explainExcess(held, event);
  if (beyond !== undefined) return wrong(beyond);
  const raw = decodeRaw(line);
  if (computeDigest(raw) !== line.digest)
    return isRedacted ? { kind: "unprovable", key, why: "redacted" } : wrong("its bytes are not those that were signed");
  if (held.kind === "bearer") return { kind: "unprovable", key, why: "a bearer token" };
  const [first] = held.keys;
  if (first && (await verifySignature(line, raw, held.keys)).ok)
    return { kind: "proved", key, scheme: first.scheme, isVouched: held.isVouched };
  return held.kind === "Ed25519" ? wrong(`it was not signed by the key ${key}`) : { kind: "unproved", position, key };
};

/** Whether something was redacted of a line: by what a redaction says, or by what its line says, of a redaction that there is. */
const readRedacted = (events: readonly Read[]): ((line: EventLine) => boolean) => {
  const redactions = new Map(events.flatMap(({ line, event }) => (event.type === "event.redacted" ? [[line.id, event.data.event]] : [])));
  const named = new Set(redactions.values());
  return ({ id, redactedBy }) => named.has(id) || (redactedBy !== undefined && redactions.has(redactedBy));
};

/** The body that the log is of, or undefined where it does not say. */
export const readBodyId = (lines: readonly string[]): string | undefined => readEvents(lines.slice(0, 1))[0]?.event.data.body;

/**
 * Checks a log by what it says itself: each signature by the keys that the operator had added by then, and the fold.
 * @param setting the operator's key, or several, of now and then, by which the operator's own events are proved
 */
export const verifyLog = async (lines: readonly string[], setting: string | undefined): Promise<LogVerification> => {
  const fold = foldLines(readBodyId(lines) ?? "", lines);
  if (!fold.ok) return { proofs: [], fold };
  const events = readEvents(lines);
  const isRedacted = readRedacted(events);
  const secrets = splitSecrets(setting ?? "");
  const operators = await Promise.all(secrets.map((secret) => importSigningKey("operator", secret)));
  const keys = new Map<string, Held>([
    [
      "operator",
      { kind: "operator", keys: operators.filter((key) => key !== undefined).filter(({ scheme }) => scheme === "v1"), isVouched: true },
    ],
  ]);
  const proofs: EventProof[] = [];
  for (const read of events) {
    const { line, event } = read;
    const proof = await proveEvent(read, keys.get(line.key) ?? (await holdSetupKey(line.key, secrets)), isRedacted(line));
    proofs.push(proof);
    if (event.type === "key.added") {
      const { body, invitation = "" } = event.data;
      const by = keys.get(invitation)?.limits;
      const key = by ? acceptInvitation(by, event.data.key) : event.data.key;
      keys.delete(invitation);
      keys.set(formatKeyId(key), {
        kind: getKeyKind(key),
        keys: await importVerificationKeys(key, body, secrets),
        limits: key,
        isVouched: proof.kind === "proved",
      });
    }
    if (event.type === "key.revoked") for (const id of keys.keys()) if (isRevokedBy(event.data, id)) keys.delete(id);
  }
  return { proofs, fold };
};
