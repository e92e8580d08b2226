import { describe, expect, it } from "vitest";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getWords } from "../../machines/meeting/past.ts";
import { numberItems, type NumberedItem } from "../../src/meeting/numbered-items.ts";
import { parseEvent } from "../../src/meeting/parse.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import revised33 from "../stories/revised-33-times.jsonl?raw";
import revised56 from "../stories/revised-56-times.jsonl?raw";
import { tell, type Told } from "./given.ts";

/**
 * Two agendas that were revised in public, version by version, with facts between them. Their titles are ours: `Matter 17, worded
 * anew (2)` is the same subject as `Matter 17`, and only the reader of this file knows it.
 */
const STORIES = [
  { name: "revised 33 times", file: revised33, subjects: 59 },
  { name: "revised 56 times", file: revised56, subjects: 57 },
] as const;

const readStory = (file: string): readonly MeetingEvent[] =>
  file
    .trim()
    .split("\n")
    .map((line) => {
      const { data, ...envelope } = JSON.parse(line) as { readonly data: object };
      const event = parseEvent({ ...envelope, data: { body: "standing-committee", meeting: "regular", ...data } });
      if (!event.ok) throw new Error(JSON.stringify(event.error));
      return event.value as MeetingEvent;
    });

const subjectOf = ({ item }: NumberedItem): string =>
  (typeof item.title === "string" ? /^Matter \d+/.exec(item.title)?.[0] : undefined) ?? "none";

/** The meeting after each event, as a sender with no person behind it tells it: each at its time, none refused. */
const listStates = (events: readonly MeetingEvent[]): readonly MeetingState[] => {
  let told: Told = { log: [], state: undefined };
  return events.map((event) => {
    const come = tell(told, event, Date.parse(event.timestamp));
    expect(come.outcome.ok ? "applied" : come.outcome.error.message, event.timestamp).toBe("applied");
    told = come.told;
    if (!told.state) throw new Error("a story begins with an announcement");
    return told.state;
  });
};

/** The subjects by the ids that they had, over all versions. */
const listIds = (states: readonly MeetingState[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const ids = new Map<string, Set<string>>();
  for (const { record } of states)
    for (const item of numberItems(record.agenda.items)) ids.set(subjectOf(item), new Set([...(ids.get(subjectOf(item)) ?? []), item.id]));
  return ids;
};

const withoutWas = (events: readonly MeetingEvent[]): readonly MeetingEvent[] =>
  JSON.parse(JSON.stringify(events, (name, value: unknown) => (name === "was" ? undefined : value))) as readonly MeetingEvent[];

describe.each(STORIES)("the whole life of an agenda, $name", ({ file, subjects }) => {
  const events = readStory(file);
  const states = listStates(events);
  const last = states.at(-1);

  it("gives each subject one address for ever, and no address to two", () => {
    const ids = [...listIds(states).values()];
    expect(ids.filter(({ size }) => size > 1)).toEqual([]);
    expect(new Set(ids.flatMap((own) => [...own])).size).toBe(subjects);
  });

  it("gives no address to two, though no sender says what an item was", () => {
    const ids = [...listIds(listStates(withoutWas(events))).values()].flatMap((own) => [...own]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says the same of a sitting that was held, however often the agenda is revised afterwards", () => {
    for (const [at, event] of events.entries()) {
      if (event.type !== "slot.adjourned" || !last) continue;
      const [then, now] = [states[at], last].map((state) => {
        const slot = state?.slots.find((other) => other.slot.number === event.data.slot);
        return state && slot && { slot: slot.slot, words: getWords(state, slot) };
      });
      expect(now).toEqual(then);
    }
  });

  it("is no different where the agenda is sent again as it stands", () => {
    const again = events.findLast(({ type }) => type === "agenda.revised");
    if (!again || !last) throw new Error("an agenda that was revised");
    const [before, after] = listStates([...events, { ...again, timestamp: "2026-11-01T00:00:00Z" }]).slice(-2);
    expect(after?.slots).toEqual(before?.slots);
    expect(after?.items).toEqual(before?.items);
  });
});

/** What was reported before the meeting, and no document ever said: it stays through all that follow. */
describe("what was reported", () => {
  it.each([
    [revised33, { "4": { venue: "Room B" }, "6": { end: "2013-07-25T17:30" } }],
    [revised56, { "2": { venue: "Room B" }, "3": { start: "2024-12-03T09:00" }, "6": { items: [] }, "9": { items: ["14"] } }],
  ] as const)("stays, however many documents follow (%#)", (file, expected) => {
    const slots = listStates(readStory(file)).at(-1)?.slots ?? [];
    for (const [number, said] of Object.entries(expected))
      expect(slots.find(({ slot }) => slot.number === number)?.slot).toMatchObject(said);
  });
});
