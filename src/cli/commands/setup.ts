import { Command } from "@commander-js/extra-typings";
import { SERVICE_URL } from "../options.ts";
import { createSetupLink, describeSetupLink } from "../keys/setup-link.ts";
import { createSender } from "../send/credentials.ts";

export const setupCommand = new Command("setup")
  .description("Make a link by which a browser sets up one body: good once, for an hour.")
  .addOption(SERVICE_URL)
  .action(async ({ url }) => console.log(describeSetupLink(await createSetupLink(createSender(url), Date.now()))));
