import * as z from "zod/mini";
import { upcast } from "../../machines/meeting/upcast.ts";
import type { NamedSlot } from "../../machines/meeting/named-slots.ts";
import type { CalendarEntry } from "../calendar/entry.ts";
import type { ChangedEntries } from "../calendar/replay.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import type { Answer } from "../api/schemas/answer.ts";

/** What is kept and given back as it is; of its shape only what is asked here is trusted. */
const keepMembers = <Value>(...members: readonly string[]) =>
  z.custom<Value>((value) => typeof value === "object" && value !== null && members.every((name) => name in value));

/** A line of an exported log: an event as it was delivered, where it stands, and what its sender was told. */
const eventLine = z.strictObject({
  position: z.int(),
  /** Milliseconds of the epoch. */
  arrival: z.int(),
  /** When it happened, in milliseconds of the epoch, and by the clock of the meeting's place. */
  at: z.optional(z.int()),
  local: z.optional(z.string()),
  /** The ids of the items that it names, where they are not their numbers. */
  identities: z.optional(z.record(z.string(), z.string())),
  /** What it changed in calendars. */
  changed: z.optional(z.readonly(z.array(keepMembers<ChangedEntries[number]>("uid", "sequence")))),
  /** The sittings that it speaks of, as they stood when it came. */
  named: z.optional(z.readonly(z.array(keepMembers<NamedSlot>("number", "start")))),
  /** The hash of the entry before. */
  previous: z.optional(z.string()),
  /** The version of the machine in whose words the event is. */
  machine: z.int(),
  id: z.string(),
  timestamp: z.string(),
  signature: z.string(),
  /** The name of the key that signed it. */
  key: z.string(),
  /** SHA-256, in hexadecimal, of the bytes that were signed. */
  digest: z.string(),
  /** Base64 of those bytes; of what is left of them where the event is redacted. */
  raw: z.base64(),
  /** The event by which something of it was redacted last. */
  redactedBy: z.optional(z.string()),
  answer: keepMembers<Answer>("position", "version", "state"),
});
type WrittenLine = z.infer<typeof eventLine>;
type Settled = Pick<WrittenLine, "at" | "local" | "identities" | "previous">;
export type EventLine = WrittenLine & { readonly [Name in keyof Settled]-?: NonNullable<Settled[Name]> };

/** What the first machine did not write: things happened when they arrived, and every record stated all anew. */
const completeLine = (line: WrittenLine): EventLine => ({
  ...line,
  at: line.at ?? line.arrival,
  local: line.local ?? "",
  identities: line.identities ?? {},
  previous: line.previous ?? "",
});

/** A line after the events: what calendars were told of one entry, which a release may have changed where no event did. */
const ledgerLine = z.strictObject({
  meeting: z.string(),
  row: z.object({ entry: keepMembers<CalendarEntry>("uid"), sequence: z.int(), stamp: z.int(), position: z.int() }),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

export type LogLine =
  | { readonly kind: "event"; readonly line: EventLine }
  | { readonly kind: "ledger"; readonly line: LedgerLine }
  | { readonly kind: "unreadable" };

/** Reads a line of an exported log. What an event says is not checked here: the fold does. */
export const parseLine = (text: string): LogLine => {
  try {
    const json: unknown = JSON.parse(text);
    const event = z.safeParse(eventLine, json);
    if (event.success) return { kind: "event", line: completeLine(event.data) };
    const ledger = z.safeParse(ledgerLine, json);
    return ledger.success ? { kind: "ledger", line: ledger.data } : { kind: "unreadable" };
  } catch {
    return { kind: "unreadable" };
  }
};

export const decodeRaw = ({ raw }: EventLine): Uint8Array<ArrayBuffer> => Uint8Array.fromBase64(raw);

/** As much of an event's shape as no fold asks: a door that is gone may have let in what today's would not. */
const anyEvent = z
  .looseObject({
    type: z.string(),
    timestamp: z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
    data: z.looseObject({
      body: z.string(),
      meeting: z.optional(z.string()),
      record: z.optional(z.looseObject({})),
      key: z.optional(z.looseObject({ name: z.string() })),
      endpoint: z.optional(z.looseObject({ name: z.string(), url: z.url() })),
      name: z.optional(z.string()),
    }),
  })
  .check(
    z.refine(({ type, data }) => type !== "key.added" || data.key !== undefined),
    z.refine(({ type, data }) => type !== "endpoint.added" || data.endpoint !== undefined),
    z.refine(({ type, data }) => type !== "endpoint.removed" || data.name !== undefined),
  );

/** The event of a line, in the words of the present machine. Throws where its bytes are no event's. */
export const decodeEvent = (line: EventLine): PlenaryEvent => {
  const event: unknown = upcast(JSON.parse(new TextDecoder().decode(decodeRaw(line))), line.machine);
  z.parse(anyEvent, event);
  return event as PlenaryEvent;
};
