import { formatKeyId } from "../../meeting/body-key.ts";
import type { BodyEvent } from "../../meeting/events.ts";
import { isRevokedBy } from "../../meeting/key-grants.ts";
import type { EventProof, LogVerification } from "./verify.ts";

const filterByKind = <Kind extends EventProof["kind"]>(
  proofs: readonly EventProof[],
  kind: Kind,
): readonly Extract<EventProof, { kind: Kind }>[] =>
  proofs.filter((proof): proof is Extract<EventProof, { kind: Kind }> => proof.kind === kind);

const describeProved = ({ key, scheme, isVouched }: Extract<EventProof, { kind: "proved" }>): string =>
  `signed by ${key} (${scheme}), proved${isVouched ? "" : ", but not that the key is the body's"}`;

const HOW_TO_PROVE =
  "         Set PLENARY_KEY to the operator's keys of then and now, separated by spaces; or accept what is not proved with --unproved.";

const listUnproved = (proofs: readonly EventProof[], acceptsUnproved: boolean): readonly string[] => {
  const byKey = Map.groupBy(filterByKind(proofs, "unproved"), ({ key }) => key);
  const lines = [...byKey].map(([key, all]) =>
    acceptsUnproved
      ? `events   ${all.length} by ${key}, not proved, and accepted`
      : `FAILED   ${all.length} events by ${key}, the first at position ${all[0]?.position}: no operator's key at hand proves them`,
  );
  return lines.length === 0 || acceptsUnproved ? lines : [...lines, HOW_TO_PROVE];
};

/** The keys that were added and not revoked, as the log calls them. */
const listActiveKeys = (events: readonly BodyEvent[]): readonly string[] => {
  const active = new Set<string>();
  for (const event of events) {
    if (event.type === "key.added") active.add(formatKeyId(event.data.key));
    if (event.type === "key.revoked") for (const id of active) if (isRevokedBy(event.data, id)) active.delete(id);
  }
  return [...active];
};

/** What a verification found, a line for each thing. */
export const listFindings = ({ proofs, fold }: LogVerification, acceptsUnproved: boolean): readonly string[] => {
  if (!fold.ok) return [`FAILED   line ${fold.error.line}: ${fold.error.why}`];
  const { record, events, meetingIds, bodyEvents, toldMore } = fold.value;
  const keys = listActiveKeys(bodyEvents);
  const counted = Map.groupBy(
    [
      ...filterByKind(proofs, "proved").map(describeProved),
      ...filterByKind(proofs, "unprovable").map(({ key, why }) => `by ${key}, not to be proved: ${why}`),
    ],
    (words) => words,
  );
  return [
    `body     ${record.id}: ${events} events, ${meetingIds.length} meetings; every event can be applied, as its sender was told`,
    ...[...counted].map(([words, all]) => `events   ${all.length} ${words}`),
    `keys     ${keys.length > 0 ? keys.join(", ") : "none"} beside the operator's may speak for it`,
    ...(toldMore.length > 0 ? [`calendar ${toldMore.length} entries were changed by a release, not by an event`] : []),
    ...listUnproved(proofs, acceptsUnproved),
    ...filterByKind(proofs, "false").map(({ position, why }) => `FAILED   position ${position}: ${why}`),
  ];
};

export const isSound = ({ proofs, fold }: LogVerification, acceptsUnproved: boolean): boolean =>
  fold.ok && proofs.every(({ kind }) => kind !== "false" && (kind !== "unproved" || acceptsUnproved));
