import { expect, it } from "vitest";
import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { ANNOUNCED, happened, RECORD, tell, type Told } from "./given.ts";

/** What random stories seldom come to: all that three facts about one item and one sitting may be, each told in every order. */

const printed = { number: "7", start: "2010-01-29T16:00", items: ["5"] };
const record = { ...RECORD, slots: [...RECORD.slots, printed] };

/** Each as it is told at a time. */
const FACTS: readonly ((timestamp: string) => MeetingEvent)[] = [
  (at) => happened("item.moved", { item: "4", from: "3", to: "5" }, at),
  (at) => happened("item.moved", { item: "4", from: "5", to: "6" }, at),
  (at) => happened("item.moved", { item: "4", from: "6", to: "3" }, at),
  (at) => happened("item.scheduled", { item: "4", slot: "5" }, at),
  (at) => happened("slot.cancelled", { slot: "3", itemsTo: "5" }, at),
  (at) => happened("slot.reinstated", { slot: "3" }, at),
  (at) => happened("slot.added", { slot: "7", start: "2010-01-29T14:00", items: ["4"] }, at),
  (at) => happened("slot.added", { slot: "7", start: "2010-01-29T16:00", items: ["4"] }, at),
  (at) => happened("slot.rescheduled", { slot: "7", start: "2010-01-29T16:00" }, at),
  (at) => happened("slot.cancelled", { slot: "7" }, at),
  (at) => happened("agenda.revised", { record, conflicts: "keep" }, at),
];

const isDocument = ({ data }: MeetingEvent): boolean => "record" in data;

const listOrders = (count: number): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : listOrders(count - 1).flatMap((order) => Array.from({ length: count }, (_of, at) => order.toSpliced(at, 0, count - 1)));

/** Documents keep their order, and nobody reports what follows one that is not out. */
const mayBe = (order: readonly number[], facts: readonly MeetingEvent[]): boolean =>
  facts.every((fact, place) => !isDocument(fact) || order.slice(0, order.indexOf(place)).every((earlier) => earlier < place));

/** Tells facts in an order, and what was refused again as long as anything is taken. */
const retell = (beginning: Told, facts: readonly MeetingEvent[], order: readonly number[]): { told: Told; left: readonly number[] } => {
  let told = beginning;
  let left = order;
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    const refused: number[] = [];
    for (const place of left) {
      const fact = facts[place];
      const waits = refused.some((earlier) => earlier < place && facts[earlier] && isDocument(facts[earlier]));
      const come = fact && !waits ? tell(told, fact) : undefined;
      if (come?.outcome.ok) ({ told } = come);
      else refused.push(place);
    }
    isMoving = refused.length < left.length;
    left = refused;
  }
  return { told, left };
};

const isSame = ({ state }: Told, other: Told): boolean => isDeepEqual({ ...state, version: 0 }, { ...other.state, version: 0 });

it("three facts come to the same in whatever order they are told, and none is refused for good", () => {
  const { told: announced } = tell({ log: [], state: undefined }, ANNOUNCED);
  const wrong: unknown[] = [];
  let stories = 0;
  const go = (told: Told, facts: readonly MeetingEvent[]): void => {
    if (facts.length === 3) {
      stories += 1;
      for (const order of listOrders(3).filter((one) => mayBe(one, facts))) {
        const other = retell(announced, facts, order);
        if (other.left.length > 0 || !isSame(other.told, told)) wrong.push([order, ...facts.map(({ type, data }) => [type, data])]);
      }
      return;
    }
    for (const make of FACTS) {
      const fact = make(`2010-01-20T09:0${facts.length}:00Z`);
      const come = tell(told, fact);
      if (come.outcome.ok) go(come.told, [...facts, fact]);
    }
  };
  go(announced, []);
  expect(stories).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});
