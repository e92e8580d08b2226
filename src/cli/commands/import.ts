import { Command } from "@commander-js/extra-typings";
import { importDocument } from "../import/command.ts";
import { DRY_RUN, SERVICE_URL } from "../options.ts";
import { sendRevision } from "../send/announce.ts";
import { createSender } from "../send/credentials.ts";
import { printAnswer } from "../send/print-answer.ts";
import { CONFLICTS, DECIDE, readSetting, REPLACE } from "../send/revision.ts";

const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];

export const importCommand = new Command("import")
  .description(
    "Read an agenda (.txt, .html, .docx, .pdf, .xlsx, .csv), show what was understood, and write data/meetings/BODY-MEETING.json if nothing is missing.",
  )
  .argument("<file>", "the document")
  .option("--set <name=value>", "supply what the document lacks; may be given several times", collect, [])
  .option("--revise", "replace the record that is there")
  .option("--send", "send it as agenda.revised")
  .option("--json", "print the draft and its warnings as JSON")
  .addOption(DECIDE)
  .addOption(CONFLICTS)
  .addOption(REPLACE)
  .addOption(DRY_RUN)
  .addOption(SERVICE_URL)
  .action(async (file, { set, revise = false, send = false, json = false, url, ...weighing }) => {
    const imported = await importDocument({ file, settings: set, json, revise });
    if (imported.kind === "incomplete") process.exitCode = json && !send ? 0 : 1;
    else if (send) {
      const { record } = imported;
      const now = Date.now();
      const setting = await readSetting(url, record.body.id, record.id, now);
      process.exitCode = printAnswer(await sendRevision(createSender(url), record, now, weighing), json, setting);
    }
  });
