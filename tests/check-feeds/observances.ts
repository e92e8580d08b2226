import type { CheckedFeed } from "./understood.ts";
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

/** What a feed says of a zone is held to be true from its first entry to its last. */
const listTimes = ({ expected }: CheckedFeed): readonly Temporal.Instant[] =>
  expected
    .flatMap(({ start, end }) => [start, end])
    .toSorted()
    .map((text) => Temporal.Instant.from(text));

export const falseObservances = (feed: CheckedFeed): readonly string[] =>
  readDefinitions(feed.bytes).flatMap((definition) => {
    const range = listTimes(feed);
    const [first, last] = [range[0], range.at(-1)];
    return first && last ? findFalseOffsets(definition, first, last).map((text) => `${feed.file}: ${text}`) : [`${feed.file}: no entry`];
  });
