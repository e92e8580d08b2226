import * as z from "zod/mini";
import { LIMITS } from "./limits.ts";
import { numberItems, type NumberedItem } from "./numbered-items.ts";
import { type AgendaItem, bodyRecord, meetingDocument, mastheadFields, role, slot } from "./record.ts";
import { date, itemNumber, meetingId } from "./identifiers.ts";
import { buildTextSchema, city, LANGUAGES, limitCharacters, place, title } from "./text.ts";

/** A Meeting record in the making: every field that the document does not give is absent. */

const itemFields = {
  title: z.optional(title),
  annotation: z.optional(buildTextSchema(LIMITS.annotation.max)),
  role: z.optional(role),
};

const draftSubitemShape = z.strictObject({ letter: limitCharacters(12), ...itemFields });
export type DraftSubitem = z.infer<typeof draftSubitemShape> & { readonly subitems?: readonly DraftSubitem[] | undefined };
const draftSubitem: z.ZodMiniType<DraftSubitem> = z.extend(draftSubitemShape, {
  subitems: z.optional(z.array(z.lazy(() => draftSubitem))),
});

const draftItem = z.strictObject({ number: itemNumber, ...itemFields, subitems: z.optional(z.array(draftSubitem)) });
export type DraftItem = z.infer<typeof draftItem>;

/** The importer's output; complete, it is a Meeting record. */
export const draftMeeting = z.strictObject({
  body: z.partial(bodyRecord),
  id: z.optional(meetingId),
  title: z.optional(title),
  city: z.optional(city),
  venue: z.optional(place),
  timezone: z.optional(z.string()),
  opensOn: z.optional(date),
  closesOn: z.optional(date),
  languages: z.optional(z.array(z.enum(LANGUAGES))),
  agenda: z.strictObject({
    ...mastheadFields,
    items: z.array(draftItem),
  }),
  documents: z.array(meetingDocument),
  slots: z.array(slot),
});
export type DraftMeeting = z.infer<typeof draftMeeting>;
export type DraftSlot = DraftMeeting["slots"][number];
export type DraftDocument = DraftMeeting["documents"][number];

/** Items and subitems with the numbers by which slots and documents name them. */
export const numberDraftItems = (
  items: readonly DraftItem[],
): readonly { readonly number: string; readonly item: Partial<NumberedItem["item"]> }[] =>
  // Titles may be absent in a draft; numbers are made in the same way.
  numberItems(items as readonly AgendaItem[]);
