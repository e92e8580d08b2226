import { parseEvent, type FieldError, type PlenaryEvent } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { jsonDoubts } from "./duplicate-keys.ts";

/** The JSON of verified bytes. */
export const readJson = (raw: Uint8Array): Checked<unknown> => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw);
    const json: unknown = JSON.parse(text);
    const doubts = jsonDoubts(text);
    return doubts.length > 0 ? wrongFields(doubts) : ok(json);
  } catch (error) {
    return problem("not-json", error instanceof SyntaxError ? error.message : "The body is not UTF-8.");
  }
};

const wrongAddress = (field: string, found: string, wanted: string): ReturnType<typeof problem> =>
  problem("wrong-address", `${field} is "${found}", but the event was sent for "${wanted}".`, {
    errors: [{ field, message: `must be "${wanted}"` }],
  });

/** Everything that matters is inside the signature: the event names the body, its record the body and the meeting. */
const checkAddress = (event: PlenaryEvent, body: string): Checked<PlenaryEvent> => {
  if (event.data.body !== body) return wrongAddress("data.body", event.data.body, body);
  if (event.type === "body.registered")
    return event.data.record.id === body ? ok(event) : wrongAddress("data.record.id", event.data.record.id, body);
  if (!("record" in event.data) || !event.data.record) return ok(event);
  const { record, meeting } = event.data;
  if (record.body.id !== body) return wrongAddress("data.record.body.id", record.body.id, body);
  return record.id === meeting ? ok(event) : wrongAddress("data.record.id", record.id, meeting);
};

const MOST_ERRORS = 50;

export const wrongFields = (errors: readonly FieldError[]): ReturnType<typeof problem> =>
  problem(
    "not-an-event",
    `${errors
      .slice(0, 3)
      .map(({ field, message }) => `${field}: ${message}`)
      .join("; ")}${errors.length > 3 ? `; and ${errors.length - 3} more` : ""}.`,
    { errors: errors.slice(0, MOST_ERRORS) },
  );

/** What happened can't be later than now, but for clocks that differ. */
const checkTime = (event: PlenaryEvent, now: number): Checked<PlenaryEvent> =>
  Date.parse(event.timestamp) > now + LIMITS.skew.most * 1000
    ? wrongFields([{ field: "timestamp", message: `${event.timestamp} is in the future: it says when the event happened` }])
    : ok(event);

/** The event that verified bytes say, for this body. `now` is milliseconds of the epoch. */
export const readEvent = (raw: Uint8Array, body: string, now: number): Checked<PlenaryEvent> => {
  const json = readJson(raw);
  if (json.kind === "problem") return json;
  const parsed = parseEvent(json.value);
  if (parsed.kind === "parsed") {
    const addressed = checkAddress(parsed.value, body);
    return addressed.kind === "problem" ? addressed : checkTime(addressed.value, now);
  }
  return wrongFields(parsed.errors);
};
