import { exportLog, importLog } from "./log-transfer.ts";
import { readLogFile, writeLogFile } from "./log-file.ts";
import { bodyOf, verifyLog, type Proof, type Verification } from "./log-verify.ts";
import type { Sender } from "./sender.ts";

const wordsOf = (proof: Exclude<Proof, { kind: "false" }>): string =>
  proof.kind === "proved" ? `signed by ${proof.key} (${proof.scheme}), proved` : `by ${proof.key}, not to be proved: ${proof.why}`;

const linesOf = ({ proofs, fold }: Verification): readonly string[] => {
  if (fold.kind === "broken") return [`FAILED   line ${fold.line}: ${fold.why}`];
  const counted = Map.groupBy(
    proofs.flatMap((proof) => (proof.kind === "false" ? [] : [wordsOf(proof)])),
    (words) => words,
  );
  return [
    `body     ${fold.record.id}: ${fold.events} events, ${fold.meetings.length} meetings; every event can be applied, as its sender was told`,
    ...[...counted].map(([words, all]) => `events   ${all.length} ${words}`),
    ...(fold.toldMore.length > 0 ? [`calendar ${fold.toldMore.length} entries were changed by a release, not by an event`] : []),
    ...proofs.flatMap((proof) => (proof.kind === "false" ? [`FAILED   position ${proof.position}: ${proof.why}`] : [])),
  ];
};

const isSound = ({ proofs, fold }: Verification): boolean => fold.kind === "folded" && proofs.every(({ kind }) => kind !== "false");

/**
 * Checks the file of an exported log, and says what it found.
 * @param setting the operator's key, or two of them
 */
export const verifyFile = async (file: string, setting: string | undefined): Promise<number> => {
  const verification = await verifyLog(readLogFile(file), setting);
  console.log(linesOf(verification).join("\n"));
  return isSound(verification) ? 0 : 1;
};

/** Writes a body's log to a file. */
export const exportFile = async (file: string, sender: Sender, body: string): Promise<number> => {
  const lines = await exportLog(sender, body);
  writeLogFile(file, lines);
  console.log(`${file} has ${lines.length} lines. It holds all that was ever sent: keep it as you keep the backups.`);
  return 0;
};

/**
 * Makes an empty body of the file of an exported log, if it is sound.
 * @param setting the operator's key, or two of them
 */
export const importFile = async (file: string, sender: Sender, setting: string | undefined): Promise<number> => {
  const lines = readLogFile(file);
  const verification = await verifyLog(lines, setting);
  console.log(linesOf(verification).join("\n"));
  const body = bodyOf(lines);
  if (!isSound(verification) || body === undefined) return 1;
  const imported = await importLog(sender, body, lines);
  console.log(
    imported.kind === "there"
      ? `${body} is there already, with just these ${imported.events} events`
      : `imported ${body}: ${imported.events} events, ${imported.meetings} meetings`,
  );
  return 0;
};
