import type { LeadSitting } from "../meeting/lead-sitting.ts";
import { slugifyItem } from "../meeting/numbered-items.ts";
import { formatItemSlugs } from "./item-slugs.ts";

/** Addresses below the public origin. */
export const formatBodyPath = (body: string): string => `/${body}`;
export const formatMeetingPath = (body: string, meeting: string): string => `${formatBodyPath(body)}/${meeting}`;
export const formatAgendaPath = (body: string, meeting: string): string => `${formatMeetingPath(body, meeting)}/agenda`;
export const formatLivePath = (body: string, meeting: string): string => `${formatMeetingPath(body, meeting)}/live`;
/** Of all bodies. */
export const ALL_FEED_PATH = "/all.ics";
/** What a reader keeps, over bodies. */
export const OWN_PROGRAMME_PATH = "/my";
export const formatBodyFeedPath = (body: string): string => `${formatBodyPath(body)}.ics`;
export const formatMeetingFeedPath = (body: string, meeting: string): string => `${formatMeetingPath(body, meeting)}.ics`;
export const formatSlotPath = ({ body, meeting, slot }: LeadSitting): string => `${formatMeetingPath(body, meeting)}/slots/${slot}`;
export const formatSlotFeedPath = (body: string, meeting: string, slot: string): string => `${formatSlotPath({ body, meeting, slot })}.ics`;
export const formatItemPath = (body: string, meeting: string, item: string): string =>
  `${formatMeetingPath(body, meeting)}/items/${slugifyItem(item)}`;
/** Of several items together, as a person can type it: `…/items/3+5.ics`. */
export const formatItemsFeedPath = (body: string, meeting: string, items: readonly string[]): string =>
  `${formatMeetingPath(body, meeting)}/items/${formatItemSlugs(items.map(slugifyItem))}.ics`;
export const formatItemFeedPath = (body: string, meeting: string, item: string): string => formatItemsFeedPath(body, meeting, [item]);
export const formatDayFeedPath = (body: string, meeting: string, day: string): string => `${formatMeetingPath(body, meeting)}/${day}.ics`;
