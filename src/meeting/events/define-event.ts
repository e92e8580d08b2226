import * as z from "zod/mini";
import { bodyId, itemNumber, meetingId, slotNumber } from "../identifiers.ts";
import { meetingRecord } from "../record.ts";
import { limitCharacters, words } from "../text.ts";

const choice = z.enum(["keep", "take"]);

/** Shown to everyone. */
export const shown = z.optional(words);

/** Why, in words that Plenary has in six languages. */
export const cause = z.enum([
  "concluded-early",
  "delegations-request",
  "no-interpretation",
  "technical",
  "security",
  "document-not-available",
]);
export type Cause = z.infer<typeof cause>;

/** What every event about a meeting says. */
export const subject = z.strictObject({
  body: bodyId,
  meeting: meetingId,
  /** Refuses the event if the meeting has moved on from this version. */
  expectedVersion: z.optional(z.int().check(z.nonnegative())),
  note: shown,
});

/** How a report was adopted, where it was not simply so. */
export const manner = z.enum(["as orally amended", "in part", "ad referendum", "silence procedure"]);

export const instant = z.iso.datetime({ offset: true, error: "must be an instant such as 2010-01-27T09:20:00Z" });

/** Asks what would change; of more than one page of that, for what comes after so many entries and statuses. */
const dryRun = z.union([z.boolean(), z.strictObject({ after: z.int().check(z.nonnegative()) })]);
export type DryRun = z.infer<typeof dryRun>;

/** The envelope of Standard Webhooks: `timestamp` says when it happened, `dryRun` asks what would change. */
export const defineEvent = <Type extends string, Data extends z.core.$ZodShape>(
  type: Type,
  description: string,
  data: z.ZodMiniObject<Data, z.core.$strict>,
) =>
  z
    .strictObject({
      type: z.literal(type),
      timestamp: instant,
      dryRun: z.optional(dryRun),
      data,
    })
    .register(z.globalRegistry, { description });

/** Why something is otherwise than planned. */
export const why = { reason: shown, cause: z.optional(cause) };
export const reasoned = z.extend(subject, why);
export const ofSlot = z.extend(subject, { slot: slotNumber });
export const ofItem = z.extend(subject, { item: itemNumber });
export const withRecord = z.extend(subject, { record: meetingRecord });

/** How what a document says is weighed against what was reported since its base. */
export const weighing = {
  /** Field by field, by the paths that a refusal or a dry run names. */
  decide: z.optional(z.record(limitCharacters(200), choice)),
  /** Of all fields that nobody decided; a sender with no person behind it says "keep". */
  conflicts: z.optional(choice),
  /** States all anew, whatever was reported: a right of its own. */
  replace: z.optional(z.boolean()),
};
