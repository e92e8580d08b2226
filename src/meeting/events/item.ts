import * as z from "zod/mini";
import { slotNumber } from "../identifiers.ts";
import { why, ofItem, defineEvent } from "./define-event.ts";

/** What is otherwise than planned of an item. */
export const ITEM_EVENTS = [
  defineEvent("item.moved", "An item will be taken up at another sitting.", z.extend(ofItem, { from: slotNumber, to: slotNumber })),
  defineEvent("item.scheduled", "An item will be taken up at one more sitting.", z.extend(ofItem, { slot: slotNumber })),
  defineEvent("item.deferred", "An item was deferred to the next session.", z.extend(ofItem, why)),
  defineEvent("item.reopened", "The body came back to an item that was concluded or deferred.", ofItem),
] as const;
