import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { MeetingDocument, Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import type { Fact, FieldValue } from "./facts.ts";
import { createRefusal, type Refusal } from "./refusals.ts";
import type { Placement } from "./placements.ts";

/** A field, a placement, a whole sitting, a document, or an item as it is printed; null where there is none. */
export type DifferenceValue = FieldValue | Placement | Slot | MeetingDocument | { readonly number: string; readonly title: Text };

/** What a revision came to for one field: of the document's word, of what was reported, and of which prevailed. */
export type DifferenceOutcome =
  /** The document says otherwise than before, and so it is. */
  | "changed"
  /** Reported since the document's base: it stays so. */
  | "kept"
  /** Of a sitting that was held, is over or is open: left as it was. */
  | "held"
  /** Said by both since the base: the sender decides; until then what was reported stays. */
  | "conflict"
  /** Reported, and dropped, since the document states all anew. */
  | "dropped";

export interface Difference {
  /** `slots.3.time`, `items.4.slots`, `closesOn`: by which a sender decides. */
  readonly path: string;
  /** The item's, where the path has another for its id. */
  readonly number?: string;
  readonly outcome: DifferenceOutcome;
  /** What the base says. */
  readonly before: DifferenceValue;
  /** What the document says now. */
  readonly document: DifferenceValue;
  /** What was reported, and since when, where something was. */
  readonly reported?: { readonly value: DifferenceValue; readonly timestamp?: string };
}

/** What a difference is about. */
export type DifferenceSubject =
  | { readonly kind: "slot"; readonly number: string; readonly field: string | undefined }
  | { readonly kind: "item" | "placement"; readonly id: string }
  | { readonly kind: "document"; readonly symbol: string }
  | { readonly kind: "meeting"; readonly field: string };

/** Ids and symbols may have stops of their own. */
export const readPath = (path: string): DifferenceSubject => {
  const [, number, field] = /^slots\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  if (number !== undefined) return { kind: "slot", number, field };
  const [, id, slots] = /^items\.(.+?)(\.slots)?$/.exec(path) ?? [];
  if (id !== undefined) return { kind: slots === undefined ? "item" : "placement", id };
  const [, symbol] = /^documents\.(.+)$/.exec(path) ?? [];
  return symbol === undefined ? { kind: "meeting", field: path } : { kind: "document", symbol };
};

/** What the sender must decide, field by field, before a record is laid over what was reported. The fold never refuses: it keeps. */
export const refuseUndecided = (differences: readonly Difference[]): Refusal | undefined => {
  const paths = differences.flatMap(({ path, outcome }) => (outcome === "conflict" ? [path] : []));
  return paths.length > 0 ? createRefusal("conflicts", { paths: paths.join(", ") }) : undefined;
};

type Choice = "keep" | "take";

/** How a revision weighs what the document says against what was reported. */
export interface Weighing {
  /** When the document's text was closed, by the clock of the meeting's place: a date, or a time of it. */
  readonly asOf?: string | undefined;
  readonly decide: Readonly<Record<string, Choice>>;
  /** What prevails where neither the text's date nor the sender decides. */
  readonly otherwise: Choice | undefined;
  /** States all anew: what was reported is dropped, and named. */
  readonly replace: boolean;
}

export interface Weighed {
  readonly takes: boolean;
  readonly difference?: Difference;
}

/** Whether a text was closed after something was said; undefined where their dates do not tell. */
const isTextLater = (asOf: string | undefined, said: string | undefined): boolean | undefined => {
  if (asOf === undefined || said === undefined) return undefined;
  const length = Math.min(asOf.length, said.length);
  const [text, fact] = [asOf.slice(0, length), said.slice(0, length)];
  return text === fact && asOf.length !== said.length ? undefined : text > fact;
};

interface Field {
  readonly path: string;
  readonly before: DifferenceValue;
  readonly document: DifferenceValue;
  readonly current: DifferenceValue;
  readonly fact: Fact | undefined;
}

/** What a document says as its base did is no word on what was reported, also where that was set back since. */
const isNews = ({ before, document }: Field): boolean => !isDeepEqual(document, before);

const isReported = ({ fact }: Field): boolean => fact?.timestamp !== undefined;

const report = ({ path, before, document, current, fact }: Field, outcome: DifferenceOutcome): Difference => ({
  path,
  outcome,
  before,
  document,
  ...(outcome !== "changed" && {
    reported: { value: current, ...(fact?.timestamp !== undefined && { timestamp: fact.timestamp }) },
  }),
});

const weighBoth = (field: Field, { asOf, decide, otherwise }: Weighing): Weighed => {
  const isLater = isTextLater(asOf, field.fact?.local);
  const choice = decide[field.path] ?? (isLater === undefined ? otherwise : isLater ? "take" : "keep");
  if (choice === "take") return { takes: true, difference: report(field, "changed") };
  return { takes: false, difference: report(field, choice === "keep" ? "kept" : "conflict") };
};

/** What the document and what was reported come to, of one field of something that is still to come. */
export const weigh = (field: Field, weighing: Weighing): Weighed => {
  const { before, document, current } = field;
  if (isDeepEqual(document, current)) return { takes: weighing.replace || isNews(field) };
  if (weighing.replace) return { takes: true, difference: report(field, isReported(field) ? "dropped" : "changed") };
  if (isDeepEqual(document, before)) return { takes: false, difference: report(field, "kept") };
  return isReported(field) ? weighBoth(field, weighing) : { takes: true, difference: report(field, "changed") };
};

/** The same where only the sender may let the document prevail: of a sitting that is open. */
export const weighOpen = (field: Field, { decide }: Weighing): Weighed => {
  const { before, document, current } = field;
  if (isDeepEqual(document, current)) return { takes: isNews(field) };
  if (isDeepEqual(document, before)) return { takes: false };
  const choice = decide[field.path];
  if (choice === "take") return { takes: true, difference: report(field, "changed") };
  return { takes: false, difference: report(field, choice === "keep" ? "held" : "conflict") };
};

/** The same of what is over: it stays as it was. */
export const weighHeld = (field: Field): Weighed => {
  const { before, document, current } = field;
  const isUntouched = isDeepEqual(document, current) || isDeepEqual(document, before);
  return isUntouched ? { takes: false } : { takes: false, difference: report(field, "held") };
};
