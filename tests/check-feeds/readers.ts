import { join } from "node:path";
import { run } from "./commands.ts";
import type { Reading, Understood } from "./understood.ts";
import { hasRules, hasWeekdayRules, type Definition } from "./vtimezones.ts";

/** A program that reads a folder of feeds and prints what it understood of each. */
export interface Reader {
  readonly name: string;
  /** Succeeds where the reader can be run. */
  readonly probe: readonly string[];
  /** The folder comes last. */
  readonly command: readonly string[];
  /** What it can show of an entry, where that is not all. */
  readonly shown?: (entry: Understood) => Partial<Understood>;
  /** Whether it can understand such zones, where it can't all: those of other feeds it must get wrong. */
  readonly understands?: (definitions: readonly Definition[]) => boolean;
}

/** Debian's, which knows Debian's packages. */
const PYTHON = "/usr/bin/python3";
const C_COMPILER = "cc";

const locateReader = (name: string): string => join(import.meta.dirname, "readers", name);

const showTimes = ({ uid, start, end }: Understood): Partial<Understood> => ({ uid, start, end });

/** A line of a diary in New York: of what lasts to midnight there, or longer, the day alone. */
const showDiaryLine = ({ uid, start, end }: Understood): Partial<Understood> => {
  if (!start.includes("T")) return { uid, start: start.split("-").map(Number).join("/") };
  const [from, to] = [start, end].map((text) => Temporal.Instant.from(text).toZonedDateTimeISO("America/New_York"));
  if (!from || !to) return {};
  const time = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: "minute" });
  const day = `${from.year}/${from.month}/${from.day}`;
  if (!from.toPlainDate().equals(to.toPlainDate())) return { uid, start: day };
  return { uid, start: `${day} ${time(from)}${start === end ? "" : `-${time(to)}`}` };
};

export const READERS: readonly Reader[] = [
  { name: "ical.js", probe: ["node", "--version"], command: ["node", locateReader("ical-js.ts")] },
  { name: "node-ical", probe: ["node", "--version"], command: ["node", locateReader("node-ical.ts")] },
  {
    name: "libical and its restrictions",
    probe: ["sh", "-c", `command -v ${C_COMPILER} && pkg-config --exists libical`],
    command: [C_COMPILER, locateReader("libical.c")],
  },
  {
    name: "sabre/vobject and its validator",
    probe: ["php", "-r", 'exit((@include_once "Sabre/VObject/autoload.php") ? 0 : 1);'],
    command: ["php", locateReader("sabre.php")],
  },
  {
    name: "python icalendar",
    probe: [PYTHON, "-c", "import icalendar"],
    command: [PYTHON, locateReader("icalendar_reader.py")],
  },
  {
    name: "python vobject",
    probe: [PYTHON, "-c", "import vobject"],
    command: [PYTHON, locateReader("vobject_reader.py")],
  },
  {
    name: "ruby icalendar",
    probe: ["ruby", "-ricalendar", "-e", ""],
    command: ["ruby", locateReader("icalendar.rb")],
    understands: hasRules,
  },
  {
    name: "Emacs in New York",
    probe: ["emacs", "-Q", "--batch", "-l", "icalendar"],
    command: ["emacs", "-Q", "--batch", "-l", locateReader("emacs.el")],
    shown: showDiaryLine,
    understands: hasWeekdayRules,
  },
  {
    name: "cal-parser",
    probe: ["node", "--version"],
    command: ["node", locateReader("cal-parser.ts")],
    shown: ({ uid, start, end, status, sequence }) => ({ uid, start, end, status, sequence }),
    understands: (definitions) => definitions.length < 2 && hasWeekdayRules(definitions),
  },
  {
    name: "MS-OXCICAL, largest DTSTART",
    probe: ["node", "--version"],
    command: ["node", locateReader("outlook.ts"), "oxcical"],
    shown: showTimes,
    understands: hasWeekdayRules,
  },
  {
    name: "MS-STANOICAL, one yearly pair",
    probe: ["node", "--version"],
    command: ["node", locateReader("outlook.ts"), "stanoical"],
    shown: showTimes,
    understands: hasWeekdayRules,
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
export const readWith = async ({ command }: Reader, folder: string, scratch: string): Promise<readonly Reading[]> => {
  const [runBy, file = ""] = command;
  const compiled = join(scratch, "reader");
  if (runBy === C_COMPILER) await output(C_COMPILER, "-O1", "-Wall", "-Werror", "-o", compiled, file, "-lical");
  const printed = runBy === C_COMPILER ? await output(compiled, folder) : await output(...command, folder);
  return printed
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Reading);
};
