import * as z from "zod/mini";

/** Where a meeting, a sitting and an item stand, in the words of the machines: `machines/meeting/statuses.ts`. */

export const lifecycle = z.enum(["provisional", "adopted", "in session", "report adopted"]);

export const meetingStatus = z.object({
  agenda: z.enum(["provisional", "reportAwaited", "reportAdopted"]),
  meeting: z.enum(["announced", "opened", "suspended", "postponed", "cancelled", "closed", "withdrawn"]),
});

export const slotStatus = z.enum(["scheduled", "postponed", "open", "suspended", "adjourned", "cancelled"]);

export const itemStatus = z.enum(["pending", "underConsideration", "leftOpen", "concluded", "deferred", "inAbeyance"]);

/** The states of the agenda's statechart, region by region. */
export const agendaValue = z.object({
  lifecycle: z.enum(["provisional", "adopted", "inSession", "reportAdopted"]),
  agenda: z.union([z.literal("provisional"), z.object({ adopted: z.enum(["reportAwaited", "reportAdopted"]) })]),
  meeting: z.union([
    z.enum(["postponed", "cancelled", "closed", "withdrawn"]),
    z.object({ underWay: z.enum(["announced", "opened", "suspended"]) }),
  ]),
});
