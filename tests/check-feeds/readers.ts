import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./commands.ts";
import type { Reading } from "./understood.ts";

/** A program that reads a folder of feeds and prints what it understood of each. */
export interface Reader {
  readonly name: string;
  /** Succeeds where the reader can be run. */
  readonly probe: readonly string[];
  readonly program: string;
  readonly runBy: string;
}

/** Debian's, which knows Debian's packages. */
const PYTHON = "/usr/bin/python3";
const C_COMPILER = "cc";

export const READERS: readonly Reader[] = [
  { name: "ical.js", probe: ["node", "--version"], program: import.meta.resolve("./readers/ical-js.ts"), runBy: "node" },
  { name: "node-ical", probe: ["node", "--version"], program: import.meta.resolve("./readers/node-ical.ts"), runBy: "node" },
  {
    name: "libical and its restrictions",
    probe: ["sh", "-c", `command -v ${C_COMPILER} && pkg-config --exists libical`],
    program: import.meta.resolve("./readers/libical.c"),
    runBy: C_COMPILER,
  },
  {
    name: "sabre/vobject and its validator",
    probe: ["php", "-r", 'exit((@include_once "Sabre/VObject/autoload.php") ? 0 : 1);'],
    program: import.meta.resolve("./readers/sabre.php"),
    runBy: "php",
  },
  {
    name: "python icalendar",
    probe: [PYTHON, "-c", "import icalendar"],
    program: import.meta.resolve("./readers/icalendar_reader.py"),
    runBy: PYTHON,
  },
  {
    name: "python vobject",
    probe: [PYTHON, "-c", "import vobject"],
    program: import.meta.resolve("./readers/vobject_reader.py"),
    runBy: PYTHON,
  },
  {
    name: "ruby icalendar",
    probe: ["ruby", "-ricalendar", "-e", ""],
    program: import.meta.resolve("./readers/icalendar.rb"),
    runBy: "ruby",
  },
];

const output = async (...command: readonly string[]): Promise<string> => {
  const { status, stdout, stderr } = await run(command);
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}:\n${stderr.slice(-2000)}`);
  return stdout;
};

/**
 * What a reader understood of each feed in a folder. What must be compiled first is put into `scratch`.
 * @throws what the reader said, where it ended before the last feed
 */
export const readWith = async ({ program, runBy }: Reader, folder: string, scratch: string): Promise<readonly Reading[]> => {
  const file = fileURLToPath(program);
  const compiled = join(scratch, "reader");
  if (runBy === C_COMPILER) await output(C_COMPILER, "-O1", "-Wall", "-Werror", "-o", compiled, file, "-lical");
  const printed = runBy === C_COMPILER ? await output(compiled, folder) : await output(runBy, file, folder);
  return printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);
};
