import type { CheckedFeed } from "./understood.ts";

/** The offset changes that a feed's VTIMEZONEs state, held against the zone data of this machine. */

const HOUR = /^([+-])(\d\d)(\d\d)$/;

const minutes = (offset: string): number => {
  const [, sign, hours, rest] = HOUR.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(rest));
};

const offsetAt = (instant: Temporal.Instant, zone: string): number => instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

const OBSERVANCE = /BEGIN:(?:STANDARD|DAYLIGHT)\r\nDTSTART:(\S+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)\r\n/g;

/** The first observance changes nothing: it says what was in force before the others. */
const isTrue = (zone: string, start: string, from: number, to: number): boolean => {
  const instant = Temporal.Instant.from(`${start}Z`).subtract({ minutes: from });
  return offsetAt(instant, zone) === to && (from === to || offsetAt(instant.subtract({ milliseconds: 1 }), zone) === from);
};

export const falseObservances = ({ file, bytes }: CheckedFeed): readonly string[] =>
  [...new TextDecoder().decode(bytes).matchAll(/BEGIN:VTIMEZONE\r\nTZID:(\S+)\r\n[\s\S]*?END:VTIMEZONE/g)].flatMap(([block, zone = ""]) => {
    const found = [...block.matchAll(OBSERVANCE)];
    return [
      ...(found.length === 0 ? [`${file}: ${zone} has no observance`] : []),
      ...found
        .filter(([, start = "", from = "", to = ""]) => !isTrue(zone, start, minutes(from), minutes(to)))
        .map(([, start, from, to]) => `${file}: ${zone} does not go from ${from} to ${to} at ${start}`),
    ];
  });
