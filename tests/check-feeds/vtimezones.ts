/** What a VTIMEZONE says, as it stands there. */
export interface Observance {
  readonly name: "STANDARD" | "DAYLIGHT";
  /** Local, `2010-03-28T02:00:00`. */
  readonly start: string;
  /** Minutes east of UTC. */
  readonly from: number;
  readonly to: number;
  /** The parts of its RRULE, where it has one. */
  readonly rule: Readonly<Record<string, string>> | undefined;
}

export interface Definition {
  readonly zone: string;
  readonly observances: readonly Observance[];
}

const readOffset = (text: string): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

const readStart = (text: string): string => text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/, "$1-$2-$3T$4:$5:$6");

const readObservance = (name: string, lines: string): Observance => {
  const properties = Object.fromEntries(lines.split("\r\n").map((line) => line.split(/:(.*)/, 2))) as Record<string, string>;
  const { DTSTART = "", TZOFFSETFROM = "", TZOFFSETTO = "", RRULE } = properties;
  return {
    name: name === "DAYLIGHT" ? name : "STANDARD",
    start: readStart(DTSTART),
    from: readOffset(TZOFFSETFROM),
    to: readOffset(TZOFFSETTO),
    rule: RRULE === undefined ? undefined : (Object.fromEntries(RRULE.split(";").map((part) => part.split("="))) as Record<string, string>),
  };
};

/** The zones that a feed defines. */
export const readDefinitions = (bytes: Uint8Array): readonly Definition[] =>
  [...new TextDecoder().decode(bytes).matchAll(/BEGIN:VTIMEZONE\r\nTZID:(\S+)\r\n([\s\S]*?)END:VTIMEZONE/g)].map(
    ([, zone = "", block = ""]) => ({
      zone,
      observances: [...block.matchAll(/BEGIN:(STANDARD|DAYLIGHT)\r\n([\s\S]*?)\r\nEND:\1/g)].map(([, name = "", lines = ""]) =>
        readObservance(name, lines),
      ),
    }),
  );

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The days of a year that an observance's rule names (RFC 5545 §3.3.10): of a yearly rule with BYMONTH only. */
const listDays = (rule: Readonly<Record<string, string>>, year: number): readonly Temporal.PlainDate[] => {
  const first = new Temporal.PlainDate(year, Number(rule["BYMONTH"]), 1);
  const days = Array.from({ length: first.daysInMonth }, (_, at) => first.add({ days: at }));
  const dates = rule["BYMONTHDAY"]?.split(",").map(Number);
  const [, nth = "", weekday] = /^(-?\d)?([A-Z]{2})$/.exec(rule["BYDAY"] ?? "") ?? [];
  const named = days.filter(
    ({ day, dayOfWeek }) => (!dates || dates.includes(day)) && (weekday === undefined || dayOfWeek === WEEKDAYS.indexOf(weekday) + 1),
  );
  return nth === "" ? named : named.slice(Number(nth) < 0 ? Number(nth) : Number(nth) - 1, Number(nth) < 0 ? undefined : Number(nth));
};

/** The instants at which an observance begins, up to the end of a year. */
export const listOnsets = ({ start, from, rule }: Observance, lastYear: number): readonly Temporal.Instant[] => {
  const begin = Temporal.PlainDateTime.from(start);
  const years = rule ? Array.from({ length: lastYear - begin.year + 1 }, (_, at) => begin.year + at) : [];
  const locals = rule ? years.flatMap((year) => listDays(rule, year).map((day) => day.toPlainDateTime(begin))) : [begin];
  return locals.map((local) => local.toZonedDateTime("UTC").toInstant().subtract({ minutes: from }));
};

const listRules = (definitions: readonly Definition[]) =>
  definitions.flatMap(({ observances }) => (observances.length > 1 ? observances.map(({ rule }) => rule) : []));

/** Whether no change of a clock stands there without a rule. */
export const hasRules = (definitions: readonly Definition[]): boolean => !listRules(definitions).includes(undefined);

/** Whether clocks change by rules of the kind that Microsoft's programs know. */
export const hasWeekdayRules = (definitions: readonly Definition[]): boolean =>
  listRules(definitions).every((rule) => rule && !("BYMONTHDAY" in rule));
