import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./commands.ts";
import type { Understood } from "./understood.ts";

/** vdirsyncer as the one who subscribes and khal as the one who shows. */
export interface Subscriber {
  /** Looks at the feed and returns what is wrong with what it shows. */
  readonly look: (step: string, expected: readonly Understood[]) => Promise<readonly string[]>;
}

export const SUBSCRIBER = "vdirsyncer and khal";
export const SUBSCRIBER_PROBE = ["sh", "-c", "command -v vdirsyncer && command -v khal"] as const;

const vdirsyncerConfiguration = (home: string, feed: string): string => `[general]
status_path = "${home}/status"

[pair meeting]
a = "feed"
b = "calendar"
collections = null

[storage feed]
type = "http"
url = "${feed}"

[storage calendar]
type = "filesystem"
path = "${home}/calendar"
fileext = ".ics"
`;

const khalConfiguration = (home: string, zone: string): string => `[calendars]
[[meeting]]
path = ${home}/calendar

[sqlite]
path = ${home}/khal.db

[locale]
local_timezone = ${zone}
default_timezone = ${zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
`;

const FORMAT = "{start} | {end} | {status}| {title}";

const shownTime = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");

/** What has no end is shown an hour long. */
const shownEnd = ({ start, end }: Understood): string => (end === start ? Temporal.Instant.from(start).add({ hours: 1 }).toString() : end);

/** From when to when; of days the first and the last. */
const showTimes = (entry: Understood, zone: string): readonly string[] =>
  entry.start.includes("T")
    ? [entry.start, shownEnd(entry)].map((instant) => shownTime(instant, zone))
    : [entry.start, Temporal.PlainDate.from(entry.end).subtract({ days: 1 }).toString()];

/** khal writes a status before the title, followed by a space. */
const shownEntry = (entry: Understood, zone: string): string =>
  [...showTimes(entry, zone), `${entry.status} | ${entry.summary}`].join(" | ");

const difference = (step: string, expected: readonly string[], shown: readonly string[]): readonly string[] => [
  ...expected.filter((line) => !shown.includes(line)).map((line) => `${step}: not shown: ${line}`),
  ...shown.filter((line, at) => !expected.includes(line) || shown.indexOf(line) !== at).map((line) => `${step}: shown: ${line}`),
];

/** Subscribes to a feed of entries in one zone, from `from` for `days` days. */
export const subscribe = async (home: string, feed: string, zone: string, from: string, days: number): Promise<Subscriber> => {
  mkdirSync(join(home, "calendar"), { recursive: true });
  writeFileSync(join(home, "vdirsyncer.conf"), vdirsyncerConfiguration(home, feed));
  writeFileSync(join(home, "khal.conf"), khalConfiguration(home, zone));
  const env = { HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, LC_ALL: "C.UTF-8" };
  const must = async (...command: readonly string[]): Promise<string> => {
    const { status, stdout, stderr } = await run(command, env);
    if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  };
  const vdirsyncer = (command: string): Promise<string> => must("vdirsyncer", "--config", join(home, "vdirsyncer.conf"), command);
  const khal = (...command: readonly string[]): Promise<string> => must("khal", "--config", join(home, "khal.conf"), ...command);
  await vdirsyncer("discover");
  return {
    look: async (step, expected) => {
      await vdirsyncer("sync");
      const listed = await khal("list", "--once", "--day-format", "", "--format", FORMAT, from, `${days}d`);
      const shown = listed.split("\n").filter(Boolean);
      const files = readdirSync(join(home, "calendar")).filter((file) => file.endsWith(".ics"));
      return [
        ...(files.length === expected.length ? [] : [`${step}: ${files.length} files for ${expected.length} entries`]),
        ...difference(
          step,
          expected.map((entry) => shownEntry(entry, zone)),
          shown,
        ),
      ];
    },
  };
};
