import * as z from "zod/mini";
import { WARNINGS } from "../../../machines/meeting/warnings.ts";
import { itemNumber, slotNumber } from "../../meeting/identifiers.ts";
import { after, meetingDocument, partner, slot } from "../../meeting/record.ts";
import { title } from "../../meeting/text.ts";
import { calendarEntry } from "./entry.ts";
import { eventType } from "./meeting.ts";
import { itemStatus, lifecycle, slotStatus } from "./statuses.ts";
import { buildCodeSchema, buildListSchema, path } from "./wire.ts";

export const warning = z.object({
  code: buildCodeSchema(WARNINGS),
  message: z.string(),
  /** What the sentence was filled with, for who says it in another language. */
  values: z.exactOptional(z.record(z.string(), z.string())),
});

const list = buildListSchema(z.string());

/** A field, where an item is taken up, a whole sitting, a document, or an item as it is printed; null where there is none. */
const differenceValue = z.nullable(
  z.union([
    z.string(),
    z.number(),
    list,
    buildListSchema(partner),
    z.record(z.string(), z.optional(z.union([z.string(), list, title, after]))),
    z.record(z.string(), z.boolean()),
    slot,
    meetingDocument,
    z.object({ number: itemNumber, title }),
  ]),
);

/** What a record that revises came to for one field: of what the documents said, of what this one says, and of what was reported. */
export const difference = z.object({
  /** `slots.3.time`, `items.4.slots`, `closesOn`: by which a sender decides. */
  path: z.string(),
  /** The item's, where the path has another for its id. */
  number: z.exactOptional(itemNumber),
  outcome: z.enum(["changed", "kept", "held", "conflict", "dropped"]),
  before: differenceValue,
  document: differenceValue,
  reported: z.exactOptional(z.object({ value: differenceValue, timestamp: z.exactOptional(z.string()) })),
});

/** A calendar entry as it is and as it would be; null where there is none yet. */
const entryChange = z.object({ uid: z.string(), before: z.nullable(calendarEntry), after: calendarEntry });
export type EntryChange = z.infer<typeof entryChange>;

const status = z.nullable(z.union([slotStatus, itemStatus]));

/** What a dry run would make of a slot or an item; null where there is none yet, or none any more. */
const statusChange = z.object({
  slot: z.exactOptional(slotNumber),
  item: z.exactOptional(itemNumber),
  before: status,
  after: status,
});
export type StatusChange = z.infer<typeof statusChange>;

/** What a sender is told of an event that was applied, or that would be. */
export const answer = z.object({
  /** `unchanged`: the event said what was so already; it is in the log, and counts at its time. */
  outcome: z.enum(["applied", "unchanged", "dry run"]),
  /** In the body's log. */
  position: z.int(),
  /** How many events the meeting has had; 0 for a body. */
  version: z.int(),
  state: z.union([lifecycle, z.literal(["registered", "listed", "unlisted"])]),
  /** The feeds that say something else now. */
  changed: buildListSchema(path),
  /** How many more there are, where they are too many to be named. */
  moreChanged: z.exactOptional(z.int()),
  warnings: buildListSchema(warning),
  next: buildListSchema(eventType),
  /** Of a record that revises: what it came to, field by field. */
  differences: z.exactOptional(buildListSchema(difference)),
  /** Of a dry run that says what is so already. */
  isUnchanged: z.exactOptional(z.literal(true)),
  /** Of a dry run: what would change, exactly, a hundred of each at a time; `dryRun: { after: 100 }` asks for the next. */
  entries: z.exactOptional(buildListSchema(entryChange)),
  statuses: z.exactOptional(buildListSchema(statusChange)),
  /** How many more there are after these. */
  moreEntries: z.exactOptional(z.int()),
  moreStatuses: z.exactOptional(z.int()),
});
export type Answer = z.infer<typeof answer>;
