import { parseEvent, type FieldError } from "../meeting/parse.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import { succeed, type Failure, type Result } from "../meeting/result.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { findAmbiguities } from "./duplicate-keys.ts";

/** The JSON of verified bytes. */
export const parseJson = (raw: Uint8Array): Result<unknown, Problem> => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
    const json: unknown = JSON.parse(text);
    const ambiguities = findAmbiguities(text);
    return ambiguities.length > 0 ? refuseFields(ambiguities) : succeed(json);
  } catch (error) {
    return refuse("not-json", error instanceof SyntaxError ? error.message : "The body is not UTF-8.");
  }
};

const refuseOtherAddress = (field: string, found: string, wanted: string): Failure<Problem> =>
  refuse("wrong-address", `${field} is "${found}", but the event was sent for "${wanted}".`, {
    errors: [{ field, message: `must be "${wanted}"` }],
  });

/** Everything that matters is inside the signature: the event names the body, its record the body and the meeting. */
const checkAddress = (event: PlenaryEvent, body: string): Result<PlenaryEvent, Problem> => {
  if (event.data.body !== body) return refuseOtherAddress("data.body", event.data.body, body);
  if (event.type === "body.registered")
    return event.data.record.id === body ? succeed(event) : refuseOtherAddress("data.record.id", event.data.record.id, body);
  if (!("record" in event.data) || !event.data.record) return succeed(event);
  const { record, meeting } = event.data;
  if (record.body.id !== body) return refuseOtherAddress("data.record.body.id", record.body.id, body);
  return record.id === meeting ? succeed(event) : refuseOtherAddress("data.record.id", record.id, meeting);
};

/** Fields that an answer names, before it says how many more there are. */
const MAX_ERRORS = 100;

/** Characters of the name of a field, which its sender chose. */
const MAX_FIELD = 200;

export const refuseFields = (errors: readonly FieldError[]): Failure<Problem> => {
  const named = errors.slice(0, MAX_ERRORS).map(({ field, message }) => ({ field: field.slice(0, MAX_FIELD), message }));
  const first = named.slice(0, 3).map(({ field, message }) => `${field}: ${message}`);
  return refuse("not-an-event", `${first.join("; ")}${errors.length > 3 ? `; and ${errors.length - 3} more` : ""}.`, { errors: named });
};

/** What happened can't be later than now, but for clocks that differ. */
const checkTime = (event: PlenaryEvent, now: number): Result<PlenaryEvent, Problem> =>
  Date.parse(event.timestamp) > now + LIMITS.skew.max * 1000
    ? refuseFields([{ field: "timestamp", message: `${event.timestamp} is in the future: it says when the event happened` }])
    : succeed(event);

/** The event that verified bytes say, for this body. `now` is milliseconds of the epoch. */
export const readEvent = (raw: Uint8Array, body: string, now: number): Result<PlenaryEvent, Problem> => {
  const json = parseJson(raw);
  if (!json.ok) return json;
  const parsed = parseEvent(json.value);
  if (!parsed.ok) return refuseFields(parsed.error);
  const addressed = checkAddress(parsed.value, body);
  return addressed.ok ? checkTime(addressed.value, now) : addressed;
};
