import fc from "fast-check";
import { expect, it } from "vitest";
import { checkSelection, formatSelection, isWhole, parseSelection, type Selection } from "../../src/calendar/selection.ts";
import type { MeetingCalendar } from "../../src/calendar/views.ts";
import { selectChosenFeed } from "../../src/feeds/selection-feed.ts";
import { MESSAGES } from "../../src/i18n/all.ts";
import { slugifyItem } from "../../src/meeting/numbered-items.ts";
import { RECORD } from "./given.ts";
import { announce, tellStory } from "./stories/story.ts";

/** Random choices over bodies whose meetings have random lives: one address, whatever happens after it was given. */

const SELECTIONS = 1000;
const BODIES = ["ctoc-cop-wg4", "fao-cofi", "who-eb"] as const;
const EVENTS = 40;

/** The same meeting as that of another body. */
const giveTo = (body: string, { state, rows }: MeetingCalendar): MeetingCalendar =>
  JSON.parse(JSON.stringify({ state, rows }).replaceAll(RECORD.body.id, body)) as MeetingCalendar;

/** Moments in a meeting's life, from its announcement on. */
const live = (body: string, seed: number): readonly MeetingCalendar[] => {
  const throws = Array.from({ length: EVENTS }, (_, turn) => seed * EVENTS + turn + 1);
  const moments = tellStory(throws, { isTrue: false }).steps.flatMap(({ after }) => after ?? []);
  return [announce().kept, ...moments.filter((_, at) => at % 4 === 0)].map((kept) => giveTo(body, kept));
};

const LIVES = Array.from({ length: 30 }, (_, seed) => live(BODIES[seed % BODIES.length] ?? "", seed));

/** Some of the sittings and items that a meeting had at some moment (none of either means all), and a later one. */
const chooseOf = (moments: readonly MeetingCalendar[]) =>
  fc.nat({ max: Math.min(2, moments.length - 1) }).chain((at) => {
    const [before, ...later] = moments.slice(at);
    if (!before) throw new Error("a life has moments");
    const { state } = before;
    return fc.record({
      choice: fc.record({
        body: fc.constant(state.record.body.id),
        meeting: fc.constant(state.record.id),
        slots: fc.subarray(state.slots.map(({ slot }) => slot.number)),
        items: fc.subarray(state.items.map(({ id }) => slugifyItem(id))),
      }),
      before: fc.constant(before),
      now: fc.constantFrom(before, ...later),
    });
  });

/** Up to three bodies, what was chosen of each, and what became of them. */
const chosen = fc
  .tuple(...BODIES.map((_, at) => fc.constantFrom(...LIVES.filter((__, seed) => seed % BODIES.length === at))))
  .chain((lives) => fc.subarray(lives, { minLength: 1 }))
  .chain((lives) => fc.tuple(...lives.map(chooseOf)));

/** The UIDs of the sittings that by the programme take up what was chosen. */
const listDue = (choice: Selection[number], { state }: MeetingCalendar): readonly string[] =>
  state.slots
    .filter(
      ({ slot }) =>
        isWhole(choice) || choice.slots.includes(slot.number) || slot.items.some((id) => choice.items.includes(slugifyItem(id))),
    )
    .map(({ slot }) => `${choice.body}.${choice.meeting}.slot-${slot.number}`);

/** Whether an item was chosen, or a part of it, or the whole that it is a part of. */
const isChosen = (number: string, { items }: Selection[number]): boolean => {
  const slug = slugifyItem(number);
  return items.some((one) => one === slug || one === String(Number.parseInt(slug, 10)) || slug === String(Number.parseInt(one, 10)));
};

it(`is right over ${SELECTIONS} random choices of three bodies, wherever what was chosen went since`, { timeout: 120_000 }, () => {
  let moved = 0;
  const property = fc.property(chosen, (choices) => {
    const selection = choices.map(({ choice }) => choice);
    const address = formatSelection(selection);
    expect(formatSelection(selection.toReversed())).toBe(address);
    const read = parseSelection(address);
    if (!read.ok) throw new Error(`${address}: ${read.error}`);
    expect(checkSelection(read.value, "https://calendar.example.org").ok).toBe(true);
    const calendars = read.value.map(({ body }) => choices.find(({ choice }) => choice.body === body)?.now);
    const rows = selectChosenFeed(read.value, calendars, MESSAGES.en)?.rows ?? [];
    const uids = rows.map(({ entry }) => entry.uid);
    expect(new Set(uids).size).toBe(uids.length);
    for (const { choice, before, now } of choices) {
      const due = listDue(choice, now);
      expect(uids).toEqual(expect.arrayContaining([...due]));
      if (due.join() !== listDue(choice, before).join()) moved += 1;
      // What is there was chosen, and is as the meeting's own calendar has it.
      for (const row of rows.filter(({ entry }) => entry.body.id === choice.body)) {
        expect(now.rows).toContain(row);
        const { slot = "", item, items } = row.entry;
        const ids = [...items.flatMap(({ id, number }) => [id ?? number, number]), ...(item === undefined ? [] : [item])];
        const isDue = isWhole(choice) || choice.slots.includes(slot) || ids.some((id) => isChosen(id, choice));
        expect(isDue, `${row.entry.uid} for ${address}`).toBe(true);
      }
    }
  });
  fc.assert(property, { numRuns: SELECTIONS, seed: 20_100_127 });
  expect(moved).toBeGreaterThan(SELECTIONS / 4);
});
