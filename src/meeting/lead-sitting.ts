import * as z from "zod/mini";
import { bodyId, meetingId, slotNumber } from "./identifiers.ts";

/** A sitting of another body, which keeps its time and place. */
export const leadSitting = z.strictObject({ body: bodyId, meeting: meetingId, slot: slotNumber });
export type LeadSitting = z.infer<typeof leadSitting>;
