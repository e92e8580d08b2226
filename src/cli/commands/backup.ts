import { Command } from "@commander-js/extra-typings";
import { backUp } from "../operations/backup.ts";
import { STATE } from "../options.ts";

export const backupCommand = new Command("backup")
  .description("Copy every database of a state folder, running or not, and make sure that each copy is whole.")
  .requiredOption("--backups <folder>", "where the copies are kept")
  .addOption(STATE)
  .action(async ({ state, backups }) => {
    const { folder, files } = await backUp(state, backups, new Date());
    console.log(`${files} ${files === 1 ? "file" : "files"} in ${folder}`);
  });
