import fc from "fast-check";
import { parseMeetingRecord } from "../../src/meeting/parse.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { AgendaItem, BodyRecord, MeetingRecord } from "../../src/meeting/record.ts";
import { movedTo, type Happening, type Story } from "./stories.ts";
import { drawnSlot, isPossible, openings, slotsOf, times } from "./slots.ts";
import { hardText, longText, unspacedText } from "./texts.ts";
import { ZONES } from "./zones.ts";

/** Meetings of a body: how many are announced to each. */
const MEETINGS_PER_BODY = 10;

const title = fc.oneof(
  hardText(200, 12),
  hardText(2000, 60),
  unspacedText,
  fc.record({ en: hardText(200, 12), fr: hardText(200, 12), ar: hardText(200, 12) }, { requiredKeys: ["en"] }),
);
const annotation = fc.oneof(hardText(300, 20), longText(5000));
const itemFields = fc.record({ title, shortTitle: hardText(80, 4), annotation }, { requiredKeys: ["title"] });

const items: fc.Arbitrary<AgendaItem[]> = fc
  .array(fc.tuple(itemFields, fc.array(itemFields, { maxLength: 2 })), { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(([fields, parts], at) => ({
      number: String(at + 1),
      ...fields,
      ...(parts.length > 0 && { subitems: parts.map((part, index) => ({ letter: "abc".charAt(index), ...part })) }),
    })),
  );

const bodyRecord = (at: number): fc.Arbitrary<BodyRecord> =>
  fc.record(
    {
      id: fc.constant(`body-${at}`),
      name: hardText(200, 8),
      shortName: hardText(24, 2),
      parent: hardText(100, 6),
      publisher: hardText(100, 6),
      contact: fc.constantFrom("secretariat@example.org", "o'hara+wg.4@un.example"),
    },
    { requiredKeys: ["id", "name"] },
  );

/** What happens after the announcement, in an order that is possible. */
const happenings = (
  record: MeetingRecord,
  moves: readonly { readonly start: string; readonly end?: string }[],
): fc.Arbitrary<Happening[]> => {
  const { slots, timezone } = record;
  const [first, last] = [slots[0], slots.at(-1)];
  const move = first && moves.find((time) => isPossible(movedTo(first, time), timezone));
  const possible: readonly Happening[] = [
    { type: "meeting.opened" },
    { type: "agenda.adopted" },
    ...(slots.length > 2 && last ? [{ type: "agenda.adopted", record: { ...record, slots: slots.slice(0, -1) } } as const] : []),
    ...(first && move ? [{ type: "slot.rescheduled", slot: first.number, ...move } as const] : []),
    ...(first ? [{ type: "slot.cancelled", slot: first.number } as const] : []),
    { type: "report.adopted" },
    { type: "meeting.closed" },
  ];
  return fc.subarray([...possible]).map((chosen) => {
    const adoption = chosen.find(({ type }) => type === "agenda.adopted");
    return chosen.filter((event) =>
      event.type === "agenda.adopted" ? event === adoption : event.type !== "report.adopted" || adoption !== undefined,
    );
  });
};

const documentsOf = (symbols: readonly [number, string | undefined][], numbers: readonly string[]) =>
  symbols.map(([pick, name], at) => ({
    symbol: `CTOC/COP/WG.4/${at + 1}/(Rev.1)`,
    ...(name !== undefined && { title: name }),
    items: [numbers[pick % numbers.length] ?? "1"],
  }));

const story = (body: BodyRecord, id: string, zone: string): fc.Arbitrary<Story> =>
  openings(zone).chain((opensOn) =>
    fc
      .record({
        title,
        place: fc.record({ city: hardText(40, 2), venue: hardText(80, 4) }, { requiredKeys: [] }),
        items,
        drawn: fc.array(drawnSlot(opensOn), { minLength: 3, maxLength: 6 }),
        documents: fc.array(fc.tuple(fc.nat(20), fc.option(hardText(200, 10), { nil: undefined })), { maxLength: 4 }),
        moves: fc.array(times(opensOn), { minLength: 4, maxLength: 4 }),
      })
      .chain((parts) => {
        const numbers = numberItems(parts.items).map(({ number }) => number);
        const record: MeetingRecord = {
          body,
          id,
          title: parts.title,
          ...parts.place,
          timezone: zone,
          opensOn: opensOn.toString(),
          closesOn: opensOn.add({ days: 3 }).toString(),
          agenda: { symbol: "CTOC/COP/WG.4/1", items: parts.items },
          documents: documentsOf(parts.documents, numbers),
          slots: slotsOf(parts.drawn, zone, numbers),
        };
        return happenings(record, parts.moves).map((events) => ({ record, happenings: events }));
      }),
  );

/** One value for each seed, the same on every machine. */
const drawn = <Value>(arbitrary: fc.Arbitrary<Value>, seed: number): Value => {
  const value = fc.sample(arbitrary, { seed, numRuns: 1 })[0];
  if (value === undefined) throw new Error(`seed ${seed} gave nothing`);
  return value;
};

/** A body meets in one zone over many years, the next one everywhere. */
const pickZone = (at: number): string => {
  const body = Math.floor(at / MEETINGS_PER_BODY);
  return ZONES[(body % 2 === 0 ? body / 2 : at) % ZONES.length] ?? "Etc/UTC";
};

/** Meetings that are valid Meeting records, each in one of ZONES, with what happened to them. */
export const generatedStories = (count: number): readonly Story[] =>
  Array.from({ length: count }, (_, at) => {
    const body = drawn(bodyRecord(Math.floor(at / MEETINGS_PER_BODY)), 1000 + Math.floor(at / MEETINGS_PER_BODY));
    const made = drawn(story(body, `meeting-${at}`, pickZone(at)), 100_000 + at);
    const parsed = parseMeetingRecord(made.record);
    if (!parsed.ok) throw new Error(`meeting-${at} is no Meeting record: ${JSON.stringify(parsed.error)}`);
    return made;
  });
