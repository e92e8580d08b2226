import { Command } from "@commander-js/extra-typings";
import { PORT, STATE } from "../options.ts";
import { serve } from "../service/serve.ts";

export const serveCommand = new Command("serve")
  .description("Serve what was built, as an operator does: PLENARY_OPERATOR_KEY and PUBLIC_ORIGIN must be set.")
  .addOption(PORT)
  .addOption(STATE)
  .action(async (options) => {
    process.exitCode = await serve(options);
  });
