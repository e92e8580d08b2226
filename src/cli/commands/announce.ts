import { Command } from "@commander-js/extra-typings";
import { DRY_RUN, JSON_ANSWER, SERVICE_URL } from "../options.ts";
import { announce, readRecordFile } from "../send/announce.ts";
import { createSender } from "../send/credentials.ts";
import { printAnswer } from "../send/print-answer.ts";

export const announceCommand = new Command("announce")
  .description("Announce a meeting, and register its body if it is not there yet.")
  .argument("<file>", "a Meeting record, as import writes it")
  .addOption(SERVICE_URL)
  .addOption(DRY_RUN)
  .addOption(JSON_ANSWER)
  .action(async (file, { url, dryRun = false, json }) => {
    process.exitCode = printAnswer(await announce(createSender(url), readRecordFile(file), Date.now(), dryRun), json);
  });
