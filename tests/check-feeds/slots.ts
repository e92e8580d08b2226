import fc from "fast-check";
import type { Slot } from "../../src/meeting/record.ts";
import { hardText } from "./texts.ts";
import { clockChanges, exists, instantOf } from "./zones.ts";

/** Most meetings are held around a change of the clocks; the hours that exist twice are among their slots. */
export const openings = (zone: string): fc.Arbitrary<Temporal.PlainDate> => {
  const changes = clockChanges(zone).map((change) => change.toPlainDate().subtract({ days: 1 }));
  const any = fc.integer({ min: 0, max: 6500 }).map((days) => Temporal.PlainDate.from("2008-01-03").add({ days }));
  return changes.length === 0 ? any : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...changes) }, { weight: 1, arbitrary: any });
};

/** A slot's time as it was drawn: some may not exist on the clocks of that day, and are left out. */
export interface Drawn {
  readonly start: string;
  readonly end?: string;
  readonly picks: readonly number[];
  readonly details: Pick<Slot, "kind" | "access" | "venue" | "webcast">;
}

const localText = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: "minute" });

export const times = (opensOn: Temporal.PlainDate): fc.Arbitrary<{ readonly start: string; readonly end?: string }> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.oneof(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 16, max: 95 })),
      fc.option(fc.integer({ min: 1, max: 16 }), { freq: 5 }),
    )
    .map(([day, quarter, length]) => {
      const start = opensOn
        .add({ days: day })
        .toPlainDateTime("00:00")
        .add({ minutes: quarter * 15 });
      return { start: localText(start), ...(length !== null && { end: localText(start.add({ minutes: length * 15 })) }) };
    });

export const isPossible = ({ start, end }: Pick<Slot, "start" | "end">, zone: string): boolean =>
  exists(start, zone) &&
  (end === undefined || (exists(end, zone) && Temporal.Instant.compare(instantOf(start, zone), instantOf(end, zone)) < 0));

export const drawnSlot = (opensOn: Temporal.PlainDate): fc.Arbitrary<Drawn> =>
  fc
    .tuple(
      times(opensOn),
      fc.array(fc.nat(20), { maxLength: 3 }),
      fc.record(
        {
          kind: fc.constantFrom("plenary", "committee", "contact-group", "informal", "other"),
          access: fc.constantFrom("open", "closed"),
          venue: hardText(60, 4),
          webcast: fc.constant("https://webtv.example.org/a?b=1;c,d&e='f'"),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([time, picks, { webcast, ...details }]) => ({
      ...time,
      picks,
      // A closed sitting has no public link.
      details: webcast === undefined || details.access === "closed" ? details : { ...details, webcast },
    }));

export const slotsOf = (drawn: readonly Drawn[], zone: string, numbers: readonly string[]): Slot[] =>
  drawn
    .filter((time) => isPossible(time, zone))
    .map(({ start, end, picks, details }, at) => {
      const taken = [...new Set(picks.map((pick) => numbers[pick % numbers.length] ?? ""))];
      return {
        number: String(at * 3 + 1),
        start,
        ...(end !== undefined && { end }),
        items: taken,
        ...(at % 2 === 1 && { continued: taken.slice(0, 1) }),
        ...details,
      };
    });
