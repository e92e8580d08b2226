import { Command } from "@commander-js/extra-typings";
import { backUp } from "../operations/backup.ts";
import { STATE } from "../options.ts";

export const backupCommand = new Command("backup")
  .description("Copy every database of a state folder, running or not, and make sure that each copy is whole.")
  .requiredOption("--backups <folder>", "where the copies are kept")
  .addOption(STATE)
  .action(async ({ state, backups }) => {
    // Names, notes and tokens' digests are in it: whoever runs this by hand may have another mask than the unit.
    process.umask(0o077);
    const { folder, files } = await backUp(state, backups, new Date());
    console.log(`${files} ${files === 1 ? "file" : "files"} in ${folder}`);
  });
