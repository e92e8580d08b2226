import { Command } from "@commander-js/extra-typings";
import { readLogFile, formatLog, writeLogFile } from "../log/file.ts";
import { downloadLog, readLogHead, uploadLog } from "../log/transfer.ts";
import { isSound, listFindings } from "../log/verification-text.ts";
import { readBodyId, verifyLog } from "../log/verify.ts";
import { BODY, SERVICE_URL, UNPROVED } from "../options.ts";
import { createSender, readKeySetting } from "../send/credentials.ts";

const exportCommand = new Command("export")
  .description("Write the whole log of a body, as of one moment, to a file; without one, to the standard output.")
  .argument("[file]", "where to")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async (file, { body, url }) => {
    const lines = await downloadLog(createSender(url), body);
    if (file === undefined) {
      process.stdout.write(formatLog(lines));
      return;
    }
    writeLogFile(file, lines);
    console.log(`${file} has ${lines.length} lines. It holds all that was ever sent: keep it as you keep the backups.`);
  });

const CUT = "FAILED   its last event is not the one that the head is of: events are gone from its end, or were changed or added";

/** Says what was found; whether the file is sound. */
const verifyFile = async (
  file: string,
  acceptsUnproved: boolean,
  head?: string,
): Promise<{ readonly lines: readonly string[]; readonly sound: boolean }> => {
  const lines = readLogFile(file);
  const verification = await verifyLog(lines, readKeySetting("PLENARY_KEY"));
  const isCut = head !== undefined && verification.fold.ok && verification.fold.value.head !== head;
  console.log([...listFindings(verification, acceptsUnproved), ...(isCut ? [CUT] : [])].join("\n"));
  return { lines, sound: isSound(verification, acceptsUnproved) && !isCut };
};

const verifyCommand = new Command("verify")
  .description("Check each signature of an exported log, and fold it anew.")
  .argument("<file>", "an exported log")
  .addOption(UNPROVED)
  .option("--head <hash>", "the head of the log, from the service or a backup: then the file has all events up to it")
  .action(async (file, { unproved = false, head }) => {
    const { sound } = await verifyFile(file, unproved, head);
    process.exitCode = sound ? 0 : 1;
  });

const importCommand = new Command("import")
  .description("Make an empty body of the file of an exported log, if it is sound.")
  .argument("<file>", "an exported log")
  .addOption(SERVICE_URL)
  .addOption(UNPROVED)
  .action(async (file, { url, unproved = false }) => {
    const sender = createSender(url);
    const { lines, sound } = await verifyFile(file, unproved);
    const body = readBodyId(lines);
    if (!sound || body === undefined) {
      process.exitCode = 1;
      return;
    }
    const imported = await uploadLog(sender, body, lines);
    console.log(
      imported.kind === "there"
        ? `${body} is there already, with just these ${imported.events} events`
        : `imported ${body}: ${imported.events} events, ${imported.meetings} meetings`,
    );
  });

const headCommand = new Command("head")
  .description("Print how many events a body's log has, and the hash that proves that a file has them all.")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async ({ body, url }) => {
    const { events, head } = await readLogHead(createSender(url), body);
    console.log(`${events} ${head}`);
  });

export const logCommand = new Command("log")
  .description("Move a body, or prove its history: its whole log to a file, checked, and into an empty body of another service.")
  .addCommand(exportCommand)
  .addCommand(headCommand)
  .addCommand(verifyCommand)
  .addCommand(importCommand)
  .addHelpText("after", "\nThe operator's key in PLENARY_KEY signs; several are separated by spaces, the first signs, and all prove.");
