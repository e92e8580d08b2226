import type { EventOf, PlenaryEvent } from "../../src/meeting/events.ts";
import type { BodyRecord } from "../../src/meeting/record.ts";
import { createRedactText, findTexts, redactEvent, type RedactText } from "../../src/meeting/redaction.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import type { FieldError } from "../../src/meeting/parse.ts";
import { foldAnew, type Log } from "./fold-log.ts";
import { createRefusal, type Refusal } from "./refusals.ts";

/** What is redacted where no pointer says. */
const WORDS = ["/data/note", "/data/reason"];

export type RedactionRefused =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "invalid"; readonly errors: readonly FieldError[] };

const refuse = (code: "unknown-event" | "no-words", event: string): Result<never, RedactionRefused> =>
  fail({ kind: "refused", refusal: createRefusal(code, { event }) });

/** The log as if what is redacted had never been written: an event at a time, as all of them may be more than memory takes. */
export const redactLog = (log: Log, redact: RedactText): Log => ({
  index: log.index,
  written: log.written,
  *read(places) {
    for (const logged of log.read(places)) yield { ...logged, event: redactEvent(logged.event, redact) };
  },
  fold: foldAnew,
});

/** The texts of the record that a body is registered by are the operator's alone. */
const findBodyField = (body: BodyRecord, texts: readonly string[]): string | undefined => {
  const redact = createRedactText(texts);
  return Object.entries(body).find(([, text]) => text !== undefined && redact(text) !== text)?.[0];
};

/**
 * What a redaction removes from everything that is stored.
 * @param target the event that it names, if the meeting has it
 */
export const settleRedaction = (
  { data: { event: id, pointers } }: EventOf<"event.redacted">,
  target: PlenaryEvent | undefined,
  body: BodyRecord,
): Result<RedactText, RedactionRefused> => {
  if (!target) return refuse("unknown-event", id);
  const named = pointers ?? WORDS.filter((pointer) => findTexts(target, pointer).ok);
  if (named.length === 0) return refuse("no-words", id);
  const texts: string[] = [];
  const errors: FieldError[] = [];
  for (const [at, pointer] of named.entries()) {
    const field = pointers ? `data.pointers.${at}` : "data.event";
    const found = findTexts(target, pointer);
    const own = found.ok ? findBodyField(body, found.value) : undefined;
    if (!found.ok) errors.push({ field, message: found.error });
    else if (own === undefined) texts.push(...found.value);
    else errors.push({ field, message: `is what the body's ${own} says: the operator registers the body without it first` });
  }
  return errors.length > 0 ? fail({ kind: "invalid", errors }) : succeed(createRedactText(texts));
};
