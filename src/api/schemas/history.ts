import * as z from "zod/mini";
import { slotNumber } from "../../meeting/identifiers.ts";
import { meetingEvent } from "../../meeting/events.ts";
import { utcInstant, buildListSchema } from "./wire.ts";

export const meetingEventType = z.enum(meetingEvent.def.options.flatMap((option) => option.shape.type.def.values));

/** What happened to a meeting, in the order of arrival: of a long history its end. */
export const history = z.object({
  events: buildListSchema(
    z.object({
      /** The meeting's version since. */
      version: z.int(),
      position: z.int(),
      /** The webhook-id, by which an event is withdrawn or redacted. */
      id: z.string(),
      type: meetingEventType,
      /** Of a withdrawal: the id of what it withdraws. */
      withdraws: z.exactOptional(z.string()),
      text: z.string(),
      /** The secretariat's own, shown to everyone. */
      words: buildListSchema(z.string()),
      /** Of a record: what it changed, and what was kept, a sentence each. */
      revision: buildListSchema(z.string()),
      happened: z.string(),
      arrived: utcInstant,
      changed: buildListSchema(
        z.object({ uid: z.string(), slot: z.optional(slotNumber), item: z.optional(z.string()), sequence: z.int() }),
      ),
      /** Whether it said what was so already. */
      isUnchanged: z.boolean(),
      isWithdrawn: z.boolean(),
      isRedacted: z.boolean(),
    }),
  ),
  /** Where more happened before: the version up to which to ask for it, as `until`. */
  earlier: z.exactOptional(z.int()),
});
export type HistoryJson = z.infer<typeof history>;
