import { join } from "node:path";
import { Command } from "@commander-js/extra-typings";
import { acceptLoss } from "../operations/stored-objects.ts";
import { BODY, STATE } from "../options.ts";
import { requireStopped } from "../service/state-lock.ts";

export const acceptLossCommand = new Command("accept-loss")
  .description("Serve what is left of a body whose log is shorter than it was, and no backup has the rest. Calendars may go back in time.")
  .addOption(BODY)
  .addOption(STATE)
  .action(({ body, state }) => {
    requireStopped(state);
    if (!acceptLoss(join(state, "objects"), body)) throw new Error(`The directory knows no body "${body}".`);
    console.log(`Once the service is started, ${body} is what is left of it.`);
  });
