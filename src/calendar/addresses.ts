import { slugifyItem } from "../meeting/numbered-items.ts";

/** Addresses below the public origin. Short, since Google refuses a feed's over 256 UTF-16 units without a word. */
export const formatBodyPath = (body: string): string => `/${body}`;
export const formatMeetingPath = (body: string, meeting: string): string => `${formatBodyPath(body)}/${meeting}`;
export const formatLivePath = (body: string, meeting: string): string => `${formatMeetingPath(body, meeting)}/live`;
export const formatBodyFeedPath = (body: string): string => `${formatBodyPath(body)}.ics`;
export const formatMeetingFeedPath = (body: string, meeting: string): string => `${formatMeetingPath(body, meeting)}.ics`;
export const formatSlotFeedPath = (body: string, meeting: string, slot: string): string =>
  `${formatMeetingPath(body, meeting)}/slots/${slot}.ics`;
export const formatItemFeedPath = (body: string, meeting: string, item: string): string =>
  `${formatMeetingPath(body, meeting)}/items/${slugifyItem(item)}.ics`;
