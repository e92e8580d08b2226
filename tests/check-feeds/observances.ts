import type { CheckedFeed } from "./understood.ts";
import { instantOf } from "./zones.ts";
import { readDefinitions, listOnsets, type Definition } from "./vtimezones.ts";

/** The offsets that a feed's VTIMEZONEs state, held against the zone data of this machine. */

const offsetAt = (instant: Temporal.Instant, zone: string): number => instant.toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;

/** The changes that a definition states up to the end of a year, in their order. */
const listStatedChanges = ({ observances }: Definition, lastYear: number) =>
  observances
    .flatMap((observance) => listOnsets(observance, lastYear).map((instant) => ({ instant, to: observance.to })))
    .toSorted((one, other) => Temporal.Instant.compare(one.instant, other.instant));

/** What is false between two instants: each of the definition's own changes is asked, and the zone's. */
const findFalseOffsets = (definition: Definition, first: Temporal.Instant, last: Temporal.Instant): readonly string[] => {
  const { zone } = definition;
  const stated = listStatedChanges(definition, last.toZonedDateTimeISO(zone).year);
  const isBetween = (instant: Temporal.Instant): boolean =>
    Temporal.Instant.compare(instant, first) >= 0 && Temporal.Instant.compare(instant, last) <= 0;
  const asked = [first, last, ...stated.map(({ instant }) => instant)];
  for (
    let at = first.toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    at && isBetween(at.toInstant());
    at = at.getTimeZoneTransition("next")
  )
    asked.push(at.toInstant());
  return asked
    .flatMap((instant) => [instant.subtract({ minutes: 1 }), instant])
    .filter(isBetween)
    .filter(
      (instant) => stated.findLast((change) => Temporal.Instant.compare(change.instant, instant) <= 0)?.to !== offsetAt(instant, zone),
    )
    .map((instant) => `${zone} is not as it says at ${instant.toString()}`);
};

/** The local times of a zone in a feed. */
const listTimes = (text: string, zone: string): readonly Temporal.Instant[] =>
  [...text.matchAll(/\r\nDT(?:START|END);TZID=(\S+):(\d{8}T\d{6})(?=\r\n)/g)]
    .filter(([, tzid]) => tzid === zone)
    .map(([, , time = ""]) => instantOf(Temporal.PlainDateTime.from(time).toString(), zone))
    .toSorted(Temporal.Instant.compare);

/** What a feed says of a zone is held to be true from the first of its times there to the last. */
export const falseObservances = ({ file, bytes }: CheckedFeed): readonly string[] => {
  const text = new TextDecoder().decode(bytes);
  return readDefinitions(bytes).flatMap((definition) => {
    const times = listTimes(text, definition.zone);
    const [first, last] = [times[0], times.at(-1)];
    return first && last
      ? findFalseOffsets(definition, first, last).map((found) => `${file}: ${found}`)
      : [`${file}: ${definition.zone} is used nowhere`];
  });
};
