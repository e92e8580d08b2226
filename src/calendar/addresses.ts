import { itemSlug } from "../meeting/record.ts";

/** Addresses below the public origin. Short, since Google refuses a feed's over 256 UTF-16 units without a word. */
export const bodyPath = (body: string): string => `/${body}`;
export const meetingPath = (body: string, meeting: string): string => `${bodyPath(body)}/${meeting}`;
export const livePath = (body: string, meeting: string): string => `${meetingPath(body, meeting)}/live`;
export const bodyFeedPath = (body: string): string => `${bodyPath(body)}.ics`;
export const meetingFeedPath = (body: string, meeting: string): string => `${meetingPath(body, meeting)}.ics`;
export const slotFeedPath = (body: string, meeting: string, slot: string): string => `${meetingPath(body, meeting)}/slots/${slot}.ics`;
export const itemFeedPath = (body: string, meeting: string, item: string): string =>
  `${meetingPath(body, meeting)}/items/${itemSlug(item)}.ics`;
