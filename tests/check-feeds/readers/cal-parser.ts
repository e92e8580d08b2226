import { parseString } from "cal-parser";
import { readDefinitions } from "../vtimezones.ts";
import { dayText, instantText } from "../understood.ts";
import { resolveByPair, takePair } from "../yearly-pair.ts";
import { readFolder } from "./folder.ts";

/** What it keeps of a component: its properties, and the last component of each name in it. */
type Kept = { readonly [name: string]: string | Kept };

const isKept = (value: string | Kept | undefined): value is Kept => typeof value === "object";

/** The zone as it kept it, which is as many lines as are left. */
const writeZone = (zone: Kept): string => {
  const lines = Object.entries(zone).flatMap(([name, value]) => {
    const upper = name.toUpperCase();
    return isKept(value) ? [`BEGIN:${upper}`, writeZone(value), `END:${upper}`] : [`${upper}:${value}`];
  });
  return lines.join("\r\n");
};

/** It takes an entry for ended wherever a text says so: such words are kept out of its sight. */
const hidden = (feed: string): string => feed.replaceAll("\r\n ", "").replaceAll(/(?<!\n)(BEGIN|END):VEVENT/g, "$1 VEVENT");

readFolder((feed) => {
  const { calendarData, events } = parseString(hidden(feed));
  const zone = (calendarData as Kept)["vtimezone"];
  const [definition] = isKept(zone)
    ? readDefinitions(new TextEncoder().encode(`BEGIN:VTIMEZONE\r\n${writeZone(zone)}\r\nEND:VTIMEZONE`))
    : [];
  const pair = definition && takePair(definition);
  const entries = events.map(({ uid, dtstart, dtend = dtstart, status, sequence }) => {
    /** It takes the wall clock of a TZID for UTC, and hands the TZID out beside it. */
    const instantOf = ({ value, params }: typeof dtstart): string => {
      if (params?.["value"] === "DATE") return dayText(value);
      const instant = Temporal.Instant.fromEpochMilliseconds(value.getTime());
      if (params?.["tzid"] === undefined) return instantText(instant);
      return pair
        ? instantText(resolveByPair(instant.toZonedDateTimeISO("UTC").toPlainDateTime(), pair))
        : "a zone of which it kept no rule";
    };
    return { uid: uid.value, start: instantOf(dtstart), end: instantOf(dtend), status: status.value, sequence: Number(sequence.value) };
  });
  return { entries, errors: [], warnings: [] };
});
