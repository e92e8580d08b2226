import * as z from "zod/mini";
import en from "zod/v4/locales/en.js";
import { EVENT_TYPES } from "./event-descriptors.ts";
import { plenaryEvent, type PlenaryEvent } from "./events.ts";
import { meetingRecord } from "./record.ts";
import { fail, succeed, type Result } from "./result.ts";

z.config(en());

/** One field that is wrong: where (`data.slot`) and what would be right. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

const formatPath = (path: readonly PropertyKey[]): string => path.map(String).join(".");

const listErrors = (issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[] = []): readonly FieldError[] =>
  issues.flatMap((issue): readonly FieldError[] => {
    const at = [...path, ...issue.path];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ field: formatPath([...at, key]), message: "is no field of an event" }));
    const nested = issue.code === "invalid_union" ? (issue.errors.toSorted((a, b) => b.length - a.length)[0] ?? []) : [];
    return nested.length > 0 ? listErrors(nested, at) : [{ field: formatPath(at) || "event", message: issue.message }];
  });

const toResult = <Value>(parsed: z.core.util.SafeParseResult<Value>): Result<Value, readonly FieldError[]> =>
  parsed.success ? succeed(parsed.data) : fail(listErrors(parsed.error.issues));

const typed = z.looseObject({ type: z.string() });

/**
 * Checks an event as it came over the wire; nothing is coerced, defaulted or dropped, and fields stay in the order in which they were
 * sent: what is folded from the log again comes to the same bytes.
 */
export const parseEvent = (json: unknown): Result<PlenaryEvent, readonly FieldError[]> => {
  const type = z.safeParse(typed, json);
  if (type.success && !EVENT_TYPES.some((known) => known === type.data.type))
    return fail([{ field: "type", message: `"${type.data.type.slice(0, 60)}" is no event: one of ${EVENT_TYPES.join(", ")}` }]);
  const checked = toResult(z.safeParse(plenaryEvent, json));
  return checked.ok ? succeed(json as PlenaryEvent) : checked;
};

/** Checks a Meeting record, as found in data/meetings. */
export const parseMeetingRecord = (json: unknown): Result<z.infer<typeof meetingRecord>, readonly FieldError[]> =>
  toResult(z.safeParse(meetingRecord, json));
