import { LIMITS } from "../meeting/limits.ts";
import { fail, succeed, type Result } from "../meeting/result.ts";
import { decodeSlots, encodeSlots } from "./slot-codes.ts";
import { formatItemSlugs, parseItemSlugs, sortUniquely } from "./item-slugs.ts";

/** What a delegate chose of one meeting: sittings and items of it, by numbers and slugs; or, where none is named, the whole. */
export interface MeetingChoice {
  readonly body: string;
  readonly meeting: string;
  readonly slots: readonly string[];
  readonly items: readonly string[];
}

/** What a delegate chose, over bodies. Its address is all that there is of it: nothing is stored. */
export type Selection = readonly MeetingChoice[];

/** Why a selection has no address. */
export const SELECTION_ISSUES = {
  malformed: "This is no selection: after /my/ stand meetings, such as ctoc-cop-wg4.2010, with sittings (.s3) and items (.i4+5) of each.",
  "too-many-bodies": `A selection is of ${LIMITS.bodiesOfSelection.max} bodies at most.`,
  "too-many-meetings": `A selection is of ${LIMITS.meetingsOfSelection.max} meetings at most.`,
  "too-long": `The address would be longer than ${LIMITS.address.max} characters, which some calendars refuse without a word: choose whole meetings, or less.`,
} as const;

export type SelectionIssue = keyof typeof SELECTION_ISSUES;
/** Of what is a selection, and larger than one calendar takes. */
export type SelectionLimit = Exclude<SelectionIssue, "malformed">;

const CHOICE = /^([a-z0-9-]+)\.([a-z0-9-]+)(?:\.s([0-9a-v]+))?(?:\.i([\p{L}\p{N}.~+,\s-]+))?$/u;

const parseChoice = (text: string): MeetingChoice | undefined => {
  const [, body, meeting, slotsText, itemsText] = CHOICE.exec(text) ?? [];
  const slots = slotsText === undefined ? [] : decodeSlots(slotsText);
  const items = itemsText === undefined ? [] : parseItemSlugs(itemsText);
  if (body === undefined || meeting === undefined || !slots || (itemsText !== undefined && items.length === 0)) return undefined;
  return { body, meeting, slots, items };
};

/** Whether all of a meeting was chosen. */
export const isWhole = ({ slots, items }: MeetingChoice): boolean => slots.length === 0 && items.length === 0;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Each meeting once, each sitting and item once, all in one order: equal selections are equal. */
const normalizeSelection = (selection: Selection): Selection =>
  [...Map.groupBy(selection, ({ body, meeting }) => `${body}.${meeting}`).values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      if (same.some(isWhole)) return [{ ...first, slots: [], items: [] }];
      return [
        { ...first, slots: sortUniquely(same.flatMap(({ slots }) => slots)), items: sortUniquely(same.flatMap(({ items }) => items)) },
      ];
    })
    .toSorted((a, b) => compareTexts(a.body, b.body) || compareTexts(a.meeting, b.meeting));

/** A selection as an address has it. */
export const formatSelection = (selection: Selection): string =>
  normalizeSelection(selection)
    .map(({ body, meeting, slots, items }) =>
      [
        body,
        meeting,
        ...(slots.length > 0 ? [`s${encodeSlots(slots)}`] : []),
        ...(items.length > 0 ? [`i${formatItemSlugs(items)}`] : []),
      ].join("."),
    )
    .join("_");

/** Reads what an address has of a selection. */
export const parseSelection = (text: string): Result<Selection, SelectionIssue> => {
  const choices = text.split("_").map(parseChoice);
  return choices.every((choice) => choice !== undefined) ? succeed(normalizeSelection(choices)) : fail("malformed");
};

/** Below the public origin. */
export const formatSelectionPath = (selection: Selection): string => `/my/${encodeURI(formatSelection(selection))}.ics`;

/** What may stand beside it in an address that is given to a calendar. */
const ROOM = "webcal:".length - "https:".length + "?lang=fr&cancelled=text".length;

/** A selection that has an address which all calendars take, or why it has none. */
export const checkSelection = (selection: Selection, origin: string): Result<Selection, SelectionLimit> => {
  const bodies = new Set(selection.map(({ body }) => body));
  if (bodies.size > LIMITS.bodiesOfSelection.max) return fail("too-many-bodies");
  if (selection.length > LIMITS.meetingsOfSelection.max) return fail("too-many-meetings");
  return origin.length + formatSelectionPath(selection).length + ROOM > LIMITS.address.max ? fail("too-long") : succeed(selection);
};
