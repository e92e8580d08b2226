import { mapTexts, followPath } from "./free-texts.ts";
import { plenaryEvent, type PlenaryEvent } from "./events.ts";
import { fail, succeed, type Result } from "./result.ts";

/** What stands where a text was that must be there. */
export const REDACTED = "[redacted]";

/** Removes from a text whatever was redacted. */
export type RedactText = (text: string) => string;

/** A shorter text is removed where it stands alone, and not from the midst of others: it would be found in too many. */
const MIN_WITHIN = 4;

/** What makes words of the letters beside it; Chinese is written without spaces. */
const LETTER = String.raw`[[\p{L}\p{N}]--\p{Script=Han}]`;
const START = `(?:(?<!${LETTER})|(?!${LETTER}))`;
const END = `(?:(?!${LETTER})|(?<!${LETTER}))`;

const escapeText = (text: string): string => text.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);

/** Redacts texts that are equal to one of these, and those within which one stands by itself. */
export const createRedactText = (texts: readonly string[]): RedactText => {
  const whole = new Set(texts);
  const within = texts.filter(({ length }) => length >= MIN_WITHIN).toSorted((a, b) => b.length - a.length);
  const pattern = within.length > 0 ? new RegExp(`${START}(?:${within.map(escapeText).join("|")})${END}`, "gv") : undefined;
  return (text) => (whole.has(text) ? REDACTED : pattern ? text.replaceAll(pattern, REDACTED) : text);
};

const findSchema = (type: string) => plenaryEvent.def.options.find(({ shape }) => shape.type.def.values.some((known) => known === type));

/** An event without what was redacted: what it did stays. A field that need not be there goes; where it must, the marker stands. */
export const redactEvent = <Event extends PlenaryEvent>(event: Event, redact: RedactText): Event => {
  const schema = findSchema(event.type);
  // Texts are changed to texts, and left out where the schema lets them be.
  return schema ? (mapTexts(schema, event, redact, REDACTED) as Event) : event;
};

/** Redacts every text of what is derived from events, whatever its shape. */
export const redactJson = <Value>(value: Value, redact: RedactText): Value => {
  const change = (one: unknown): unknown => {
    if (typeof one === "string") return redact(one);
    if (Array.isArray(one)) return one.map(change);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, field]) => [name, change(field)]));
  };
  // Its shape stays.
  return change(value) as Value;
};

const parsePointer = (pointer: string): readonly string[] =>
  pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The texts of an event at a pointer (RFC 6901), or why there is none that could be redacted. */
export const findTexts = (event: PlenaryEvent, pointer: string): Result<readonly string[], string> => {
  const schema = findSchema(event.type);
  const found = schema && followPath(schema, event, parsePointer(pointer));
  if (!found) return fail(`points at nothing in ${event.type}: point at a text of it, such as /data/note`);
  if (!found.texts)
    return fail(
      "points at no text: numbers, dates, symbols and names by which things are found are not redacted, but corrected by an event",
    );
  const texts = found.texts.filter((text) => text !== REDACTED);
  return texts.length > 0 ? succeed(texts) : fail("points at what is redacted already");
};
