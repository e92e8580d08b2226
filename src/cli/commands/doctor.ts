import { Command } from "@commander-js/extra-typings";
import { examineService } from "../operations/doctor.ts";
import { printFindings } from "../operations/finding.ts";
import { removeTrailingSlashes } from "../options.ts";
import { readSigningSecret } from "../send/credentials.ts";

export const doctorCommand = new Command("doctor")
  .description(
    "Look at a service from outside, change nothing, and say what to do. Signs with the key in PLENARY_OPERATOR_KEY, if there is one.",
  )
  .argument("<url>", "the service, as the public addresses it", removeTrailingSlashes)
  .option("--backups <folder>", "where its backups are, if on this machine")
  .action(async (url, { backups }) => {
    const secret = readSigningSecret("PLENARY_OPERATOR_KEY");
    process.exitCode = printFindings(await examineService({ url, secret, backups, nginx: "/etc/nginx", now: Date.now }));
  });
