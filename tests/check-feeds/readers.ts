import { join } from "node:path";
import type { Understood } from "./understood.ts";
import { hasRules, hasWeekdayRules, type Definition } from "./vtimezones.ts";

/** A program that reads a folder of feeds and prints what it understood of each. */
export interface Reader {
  readonly name: string;
  /** Succeeds where the reader can be run. */
  readonly probe: readonly string[];
  /** Prints its version. */
  readonly version: readonly string[];
  /** The folder comes last. Of what is compiled first, the program comes before. */
  readonly command: readonly string[];
  readonly compile?: (program: string) => readonly string[];
  /** What it can show of an entry, where that is not all. */
  readonly shown?: (entry: Understood) => Partial<Understood>;
  /** Whether it can understand such zones, where it can't all: those of other feeds it must get wrong. */
  readonly understands?: (definitions: readonly Definition[]) => boolean;
}

/** Debian's, which knows Debian's packages. */
const PYTHON = "/usr/bin/python3";
const locateReader = (name: string): string => join(import.meta.dirname, "readers", name);

/** A package of npm tells its version in a file that it exports to nobody. */
const askNpm = (name: string): readonly string[] => [
  "node",
  "-p",
  `JSON.parse(fs.readFileSync("node_modules/${name}/package.json")).version`,
];

const askPython = (name: string): readonly string[] => [PYTHON, "-c", `from importlib.metadata import version; print(version("${name}"))`];

/** No program of Microsoft's: what its specifications say. */
const WRITTEN_HERE = ["echo", "written here"] as const;

/** Compiles `$2` into `$1`. */
const COMPILE_WITH_QT = 'c++ -std=c++17 -O1 -fPIC -Wall -Werror -o "$1" "$2" $(pkg-config --cflags --libs KF5CalendarCore)';

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
  { name: "ical.js", probe: ["node", "--version"], version: askNpm("ical.js"), command: ["node", locateReader("ical-js.ts")] },
  { name: "node-ical", probe: ["node", "--version"], version: askNpm("node-ical"), command: ["node", locateReader("node-ical.ts")] },
  {
    name: "libical and its restrictions",
    probe: ["sh", "-c", "command -v cc && pkg-config --exists libical"],
    version: ["pkg-config", "--modversion", "libical"],
    compile: (program) => ["cc", "-O1", "-Wall", "-Werror", "-o", program, locateReader("libical.c"), "-lical"],
    command: [],
  },
  {
    name: "kcalendarcore",
    probe: ["sh", "-c", "command -v c++ && pkg-config --exists KF5CalendarCore"],
    version: ["pkg-config", "--modversion", "KF5CalendarCore"],
    compile: (program) => ["sh", "-c", COMPILE_WITH_QT, "sh", program, locateReader("kcalendarcore.cpp")],
    command: [],
  },
  {
    name: "sabre/vobject and its validator",
    probe: ["php", "-r", 'exit((@include_once "Sabre/VObject/autoload.php") ? 0 : 1);'],
    version: ["php", "-r", 'include "Sabre/VObject/autoload.php"; echo Sabre\\VObject\\Version::VERSION;'],
    command: ["php", locateReader("sabre.php")],
  },
  {
    name: "python icalendar",
    probe: [PYTHON, "-c", "import icalendar"],
    version: askPython("icalendar"),
    command: [PYTHON, locateReader("icalendar_reader.py")],
  },
  {
    name: "python vobject",
    probe: [PYTHON, "-c", "import vobject"],
    version: askPython("vobject"),
    command: [PYTHON, locateReader("vobject_reader.py")],
  },
  {
    name: "ruby icalendar",
    probe: ["ruby", "-ricalendar", "-e", ""],
    version: ["ruby", "-e", 'puts Gem::Specification.find_by_name("icalendar").version'],
    command: ["ruby", locateReader("icalendar.rb")],
    understands: hasRules,
  },
  {
    name: "Emacs in New York",
    probe: ["emacs", "-Q", "--batch", "-l", "icalendar"],
    version: ["emacs", "-Q", "--batch", "--eval", "(princ emacs-version)"],
    command: ["emacs", "-Q", "--batch", "-l", locateReader("emacs.el")],
    shown: showDiaryLine,
    understands: hasWeekdayRules,
  },
  {
    name: "cal-parser",
    probe: ["node", "--version"],
    version: askNpm("cal-parser"),
    command: ["node", locateReader("cal-parser.ts")],
    shown: ({ uid, start, end, status, sequence }) => ({ uid, start, end, status, sequence }),
    understands: (definitions) => definitions.length < 2 && hasWeekdayRules(definitions),
  },
  {
    name: "MS-OXCICAL, largest DTSTART",
    probe: ["node", "--version"],
    version: WRITTEN_HERE,
    command: ["node", locateReader("outlook.ts"), "oxcical"],
    shown: showTimes,
    understands: hasWeekdayRules,
  },
  {
    name: "MS-STANOICAL, one yearly pair",
    probe: ["node", "--version"],
    version: WRITTEN_HERE,
    command: ["node", locateReader("outlook.ts"), "stanoical"],
    shown: showTimes,
    understands: hasWeekdayRules,
  },
];
