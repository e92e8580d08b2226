import * as z from "zod/mini";
import { bodyId, date, meetingId } from "../meeting/identifiers.ts";
import { bodyRecord } from "../meeting/record.ts";
import { title } from "../meeting/text.ts";

/** What goes over the wire, but for events: of these schemas the types are made that answers are built by, and `/openapi.json`. */
const address = z.string();

const state = z.enum(["provisional", "adopted", "in session", "report adopted"]);

const status = z.object({
  agenda: z.enum(["provisional", "reportAwaited", "reportAdopted"]),
  meeting: z.enum(["announced", "opened", "suspended", "postponed", "cancelled", "closed"]),
});

const listedBodies = z.object({
  bodies: z.array(z.object({ body: bodyId, page: address, json: address, record: bodyRecord })),
});
export type ListedBodies = z.infer<typeof listedBodies>;

const listedMeeting = z.object({
  meeting: meetingId,
  state,
  status,
  page: address,
  json: address,
  feed: address,
  title,
  opensOn: date,
  closesOn: date,
  timezone: z.string(),
  city: z.optional(z.string()),
});
export type ListedMeeting = z.infer<typeof listedMeeting>;

const listedBody = z.object({
  body: bodyId,
  page: address,
  json: address,
  feed: z.optional(address),
  record: bodyRecord,
  meetings: z.array(listedMeeting),
});
export type ListedBody = z.infer<typeof listedBody>;
