import { Command } from "@commander-js/extra-typings";
import { PORT, STATE } from "../options.ts";
import { start } from "../service/start.ts";

export const startCommand = new Command("start")
  .description("Build and serve on this machine, with a development key, the shipped meeting, and a rehearsal of it that is under way.")
  .addOption(PORT)
  .addOption(STATE)
  .action(async (options) => {
    process.exitCode = await start(options);
  });
