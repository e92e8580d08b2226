import { Command } from "@commander-js/extra-typings";
import { printFindings } from "../operations/finding.ts";
import { restoreDrill } from "../operations/restore-drill.ts";

export const restoreDrillCommand = new Command("restore-drill")
  .description("Make a service of the newest backup, read all of it, fold its logs anew, and delete it.")
  .requiredOption("--backups <folder>", "where the backups are")
  .action(async ({ backups }) => {
    process.exitCode = printFindings(await restoreDrill(backups, Date.now()));
  });
