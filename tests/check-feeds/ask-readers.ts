import { join } from "node:path";
import { run } from "./commands.ts";
import type { Reader } from "./readers.ts";
import type { Reading } from "./understood.ts";

/** What a command prints. */
const ask = async (command: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await run(command);
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}:\n${stderr.slice(-2000)}`);
  return stdout;
};

/** A reader by its name and version. */
export const identifyReader = async ({ name, version }: Reader): Promise<string> => `${name}, ${(await ask(version)).trim()}`;

/**
 * What a reader understood of each feed in a folder. What must be compiled first is put into `scratch`.
 * @throws what the reader said, where it ended before the last feed
 */
export const readWith = async ({ name, command, compile }: Reader, folder: string, scratch: string): Promise<readonly Reading[]> => {
  const program = join(scratch, name.replaceAll(/\W/g, "-"));
  if (compile) await ask(compile(program));
  const printed = await ask([...(compile ? [program] : []), ...command, folder]);
  return printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);
};
