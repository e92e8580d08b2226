import { acceptLossCommand } from "./commands/accept-loss.ts";
import { Command, CommanderError } from "@commander-js/extra-typings";
import { announceCommand } from "./commands/announce.ts";
import { backupCommand } from "./commands/backup.ts";
import { buildCommand } from "./commands/build.ts";
import { diagramCommand } from "./commands/diagram.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { endpointsCommand } from "./commands/endpoints.ts";
import { importCommand } from "./commands/import.ts";
import { keysCommand } from "./commands/keys.ts";
import { logCommand } from "./commands/log.ts";
import { programmeCommand } from "./commands/programme.ts";
import { reportCommand } from "./commands/report.ts";
import { restoreDrillCommand } from "./commands/restore-drill.ts";
import { sendAllCommand } from "./commands/send-all.ts";
import { sendCommand } from "./commands/send.ts";
import { serveCommand } from "./commands/serve.ts";
import { setupCommand } from "./commands/setup.ts";
import { startCommand } from "./commands/start.ts";
import { explainOption, inheritSettings } from "./strictness.ts";

const program = new Command("plenary")
  .description("Keeps a delegate's calendar true to a meeting's agenda. Here: npm run plenary -- COMMAND")
  .addHelpText("after", "\nEach command has its own: plenary keys --help")
  .helpCommand(false)
  .exitOverride()
  .showSuggestionAfterError()
  .commandsGroup("To serve:")
  .addCommand(startCommand)
  .addCommand(buildCommand)
  .addCommand(serveCommand)
  .commandsGroup("To tell:")
  .addCommand(importCommand)
  .addCommand(announceCommand)
  .addCommand(sendCommand)
  .addCommand(sendAllCommand)
  .addCommand(programmeCommand)
  .addCommand(reportCommand)
  .commandsGroup("To operate:")
  .addCommand(setupCommand)
  .addCommand(keysCommand)
  .addCommand(endpointsCommand)
  .addCommand(backupCommand)
  .addCommand(acceptLossCommand)
  .addCommand(restoreDrillCommand)
  .addCommand(doctorCommand)
  .addCommand(logCommand)
  .commandsGroup("To develop:")
  .addCommand(diagramCommand);
program.configureOutput({ outputError: (message, write) => write(explainOption(program, message)) });
inheritSettings(program);

/** As a shell says it of a command that a closed pipe has ended. */
const PIPE_CLOSED = 141;

// `plenary log export | head -1`: who reads has enough, and nothing went wrong.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(PIPE_CLOSED);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
