import { exportLog, importLog } from "./transfer.ts";
import { readLogFile, writeLogFile } from "./file.ts";
import { bodyOf, verifyLog, type Proof, type Verification } from "./verify.ts";
import type { Sender } from "../send/client.ts";

export interface LogOptions {
  /** The operator's key, or several, of now and then. */
  readonly setting: string | undefined;
  /** Takes what a key of the operator's could prove, and none at hand does, for good. */
  readonly acceptsUnproved: boolean;
}

const ofKind = <Kind extends Proof["kind"]>(proofs: readonly Proof[], kind: Kind): readonly Extract<Proof, { kind: Kind }>[] =>
  proofs.filter((proof): proof is Extract<Proof, { kind: Kind }> => proof.kind === kind);

const provedWords = ({ key, scheme, isVouched }: Extract<Proof, { kind: "proved" }>): string =>
  `signed by ${key} (${scheme}), proved${isVouched ? "" : ", but not that the key is the body's"}`;

const HOW_TO_PROVE =
  "         Set PLENARY_KEY to the operator's keys of then and now, separated by spaces; or accept what is not proved with --unproved.";

const unprovedLines = (proofs: readonly Proof[], acceptsUnproved: boolean): readonly string[] => {
  const byKey = Map.groupBy(ofKind(proofs, "unproved"), ({ key }) => key);
  const lines = [...byKey].map(([key, all]) =>
    acceptsUnproved
      ? `events   ${all.length} by ${key}, not proved, and accepted`
      : `FAILED   ${all.length} events by ${key}, the first at position ${all[0]?.position}: no operator's key at hand proves them`,
  );
  return lines.length === 0 || acceptsUnproved ? lines : [...lines, HOW_TO_PROVE];
};

const linesOf = ({ proofs, fold }: Verification, acceptsUnproved: boolean): readonly string[] => {
  if (fold.kind === "broken") return [`FAILED   line ${fold.line}: ${fold.why}`];
  const counted = Map.groupBy(
    [
      ...ofKind(proofs, "proved").map(provedWords),
      ...ofKind(proofs, "unprovable").map(({ key, why }) => `by ${key}, not to be proved: ${why}`),
    ],
    (words) => words,
  );
  return [
    `body     ${fold.record.id}: ${fold.events} events, ${fold.meetings.length} meetings; every event can be applied, as its sender was told`,
    ...[...counted].map(([words, all]) => `events   ${all.length} ${words}`),
    ...(fold.toldMore.length > 0 ? [`calendar ${fold.toldMore.length} entries were changed by a release, not by an event`] : []),
    ...unprovedLines(proofs, acceptsUnproved),
    ...ofKind(proofs, "false").map(({ position, why }) => `FAILED   position ${position}: ${why}`),
  ];
};

const isSound = ({ proofs, fold }: Verification, acceptsUnproved: boolean): boolean =>
  fold.kind === "folded" && proofs.every(({ kind }) => kind !== "false" && (kind !== "unproved" || acceptsUnproved));

/** Checks the file of an exported log, and says what it found. */
export const verifyFile = async (file: string, { setting, acceptsUnproved }: LogOptions): Promise<number> => {
  const verification = await verifyLog(readLogFile(file), setting);
  console.log(linesOf(verification, acceptsUnproved).join("\n"));
  return isSound(verification, acceptsUnproved) ? 0 : 1;
};

/** Writes a body's log to a file. */
export const exportFile = async (file: string, sender: Sender, body: string): Promise<number> => {
  const lines = await exportLog(sender, body);
  writeLogFile(file, lines);
  console.log(`${file} has ${lines.length} lines. It holds all that was ever sent: keep it as you keep the backups.`);
  return 0;
};

/** Makes an empty body of the file of an exported log, if it is sound. */
export const importFile = async (file: string, sender: Sender, { setting, acceptsUnproved }: LogOptions): Promise<number> => {
  const lines = readLogFile(file);
  const verification = await verifyLog(lines, setting);
  console.log(linesOf(verification, acceptsUnproved).join("\n"));
  const body = bodyOf(lines);
  if (!isSound(verification, acceptsUnproved) || body === undefined) return 1;
  const imported = await importLog(sender, body, lines);
  console.log(
    imported.kind === "there"
      ? `${body} is there already, with just these ${imported.events} events`
      : `imported ${body}: ${imported.events} events, ${imported.meetings} meetings`,
  );
  return 0;
};
