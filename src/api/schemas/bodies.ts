import * as z from "zod/mini";
import { bodyId, date, meetingId } from "../../meeting/identifiers.ts";
import { registeredBody } from "../../meeting/record.ts";
import { city, title } from "../../meeting/text.ts";
import { lifecycle, meetingStatus } from "./statuses.ts";
import { address, buildListSchema } from "./wire.ts";

export const listedBodies = z.object({
  bodies: buildListSchema(z.object({ body: bodyId, page: address, json: address, record: registeredBody })),
});
export type ListedBodies = z.infer<typeof listedBodies>;

const listedMeeting = z.object({
  /** Of one of another body than the list is of: that body. */
  body: z.exactOptional(bodyId),
  meeting: meetingId,
  state: lifecycle,
  status: meetingStatus,
  page: address,
  json: address,
  feed: address,
  title,
  opensOn: date,
  closesOn: date,
  timezone: z.string(),
  city: z.optional(city),
});
export type MeetingSummary = z.infer<typeof listedMeeting>;

/** The meetings of all bodies in a year, by their first days. */
export const meetingsOfYear = z.object({ year: z.string(), meetings: buildListSchema(listedMeeting) });
export type MeetingsOfYear = z.infer<typeof meetingsOfYear>;

/** A body has a feed once it has a meeting. */
export const listedBody = z.object({
  body: bodyId,
  page: address,
  json: address,
  feed: z.optional(address),
  record: registeredBody,
  meetings: buildListSchema(listedMeeting),
});
export type ListedBody = z.infer<typeof listedBody>;
