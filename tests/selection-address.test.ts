import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSelection, formatSelection, formatSelectionPath, parseSelection, type Selection } from "../src/calendar/selection.ts";

const ORIGIN = "https://calendar.example.org";

const id = (maxLength: number) => fc.stringMatching(new RegExp(`^[a-z0-9]([a-z0-9-]{0,${maxLength - 2}}[a-z0-9])?$`));
const slot = (max: number) => fc.integer({ min: 1, max }).map(String);
const item = fc.constantFrom("1", "2", "10", "1a", "16.1", "4~2", "ins-1", "3ai", "4б", "议-5");

const choice = fc.record({
  body: fc.constantFrom("ctoc-cop-wg4", "fao-cofi", "who-eb", "itu-council", "a"),
  meeting: fc.constantFrom("2010", "7", "78"),
  slots: fc.array(slot(9999), { maxLength: 6 }),
  items: fc.array(item, { maxLength: 3 }),
});
const selections = fc.array(choice, { minLength: 1, maxLength: 6 });

const read = (text: string): Selection => {
  const selection = parseSelection(text);
  if (!selection.ok) throw new Error(`${text}: ${selection.error}`);
  return selection.value;
};

const isWhole = ({ slots, items }: Selection[number]): boolean => slots.length + items.length === 0;

/** What a selection means, in a form of the test's own: a set of sittings and items, or the whole, of each meeting. */
const understand = (selection: Selection): ReadonlySet<string> => {
  const whole = new Set(selection.filter(isWhole).map(({ body, meeting }) => `${body}/${meeting}`));
  return new Set(
    selection
      .flatMap(({ body, meeting, slots, items }) => {
        const at = `${body}/${meeting}`;
        return whole.has(at) ? [at] : [...slots.map((each) => `${at}/slot ${each}`), ...items.map((each) => `${at}/item ${each}`)];
      })
      .toSorted(),
  );
};

describe("the address of a selection, over a thousand random ones,", () => {
  const check = (property: (selection: Selection) => void): void =>
    fc.assert(
      fc.property(selections, (selection) => {
        property(selection);
      }),
      { numRuns: 1000 },
    );

  it("means what was chosen", () =>
    check((selection) => expect(understand(read(formatSelection(selection)))).toEqual(understand(selection))));

  it("is the same however the choice is ordered, or said twice", () =>
    check((selection) => {
      const otherwise = [...selection, ...selection]
        .toReversed()
        .map((each) => ({ ...each, slots: each.slots.toReversed(), items: [...each.items.toReversed(), ...each.items] }));
      expect(formatSelection(otherwise)).toBe(formatSelection(selection));
    }));

  it("is written again as it was read", () =>
    check((selection) => expect(formatSelection(read(formatSelection(selection)))).toBe(formatSelection(selection))));

  it("is never given where with its options it would be longer than calendars take", () =>
    fc.assert(
      fc.property(fc.array(choice, { minLength: 1, maxLength: 30 }), (chosen) => {
        const selection = read(formatSelection(chosen));
        const address = `webcal${ORIGIN.slice("https".length)}${formatSelectionPath(selection)}?lang=fr&cancelled=text`;
        const checked = checkSelection(selection, ORIGIN);
        if (checked.ok) expect(address.length).toBeLessThanOrEqual(256);
        else if (checked.error === "too-long") expect(address.length).toBeGreaterThan(256);
      }),
      { numRuns: 1000 },
    ));

  it("is that of one calendar where it is of eight bodies, and of none where of nine", () => {
    const bodies = (count: number): Selection =>
      Array.from({ length: count }, (_, at) => ({ body: `b${at}`, meeting: "1", slots: [], items: [] }));
    expect(checkSelection(bodies(8), ORIGIN)).toEqual({ ok: true, value: bodies(8) });
    expect(checkSelection(bodies(9), ORIGIN)).toEqual({ ok: false, error: "too-many-bodies" });
    const meetings = Array.from({ length: 17 }, (_, at) => ({ body: "b", meeting: String(at), slots: [], items: [] }));
    expect(checkSelection(meetings, ORIGIN)).toEqual({ ok: false, error: "too-many-meetings" });
  });
});

describe("forty sittings of three bodies with ids of ordinary length", () => {
  const chosen = (highest: number) =>
    fc
      .tuple(...[13, 13, 14].map((count) => fc.tuple(id(12), fc.uniqueArray(slot(highest), { minLength: count, maxLength: count }))))
      .map((bodies): Selection => bodies.map(([body, slots]) => ({ body, meeting: "2026", slots, items: [] })));

  it.for([
    { highest: 60, most: 150 },
    { highest: 1000, most: 200 },
  ])("have an address of fewer than $most characters in all, their numbers up to $highest", ({ highest, most }) => {
    fc.assert(
      fc.property(chosen(highest), (selection) => {
        expect(`${ORIGIN}${formatSelectionPath(read(formatSelection(selection)))}`.length).toBeLessThan(most);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("no selection is", () => {
  it.for(["", "ctoc-cop-wg4", "a.1.s", "a.1.sz", "a.1.s0", "a.1.svvvvv", "a.1.i", "a.1.i+", "a.1_", "a.1.i3.s4/", "a.1.x5", "A.1"])(
    "%j",
    (text) => {
      expect(parseSelection(text)).toEqual({ ok: false, error: "malformed" });
    },
  );
});
