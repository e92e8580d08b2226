import type { Cause } from "../../src/meeting/events/define-event.ts";
import type { LeadSitting } from "../../src/meeting/lead-sitting.ts";
import type { AgendaItem, MeetingDocument, Programme, Slot } from "../../src/meeting/record.ts";
import type { Text } from "../../src/meeting/text.ts";
import type { Deadline } from "./deadlines.ts";
import type { Facts, ToldBefore } from "./facts.ts";
import type { Shown } from "./follow.ts";
import type { Milestone } from "./milestones.ts";
import type { MeetingWords } from "./printed-items.ts";
import type { AgendaValue, ItemValue, SlotValue } from "./statuses.ts";

/** Something said once of a whole sitting, with the secretariat's words. */
export interface Said {
  readonly timestamp: string;
  /** The same by the clock of the meeting's place; absent of what only a document said. */
  readonly local?: string;
  readonly reason?: Text;
  readonly cause?: Cause;
  readonly note?: Text;
}

/** What happened to a sitting as a whole; the latest of each kind. */
interface SaidOfSlot {
  readonly added?: Said;
  /** With the slot that its items went to. */
  readonly cancelled?: Said & { readonly itemsTo?: string };
  readonly reinstated?: Said;
  readonly removed?: Said;
  /** Put off to a time not known yet. */
  readonly postponed?: Said;
  /** Starts late, as long as it has not started. */
  readonly delayed?: Said & { readonly minutes: number };
  /** Interrupted, as long as it is: until a local time or a date, where that is known. */
  readonly suspended?: Said & { readonly until?: string };
}

export interface SlotContext {
  /** As it is: what the documents say, with what was reported since. */
  readonly slot: Slot;
  /** The fields of which something was reported, or that a document says otherwise than they were held. */
  readonly facts: Facts;
  readonly said: SaidOfSlot;
  /** The items that were considered in it while it was open: they stay in it. */
  readonly takenUp?: readonly string[];
  /** How long it is to last, as long as it is at no hour. */
  readonly minutes?: number;
}

export interface SlotState extends SlotContext {
  readonly value: SlotValue;
  /** No document has it, or has it any more. */
  readonly undocumented?: true;
  /** When a revision of the agenda last changed what is said of it. */
  readonly revised?: string;
  /** Where and when it was to be held, where a document put it elsewhere. */
  readonly toldBefore?: ToldBefore;
  /** What the meeting said of it when it was over, cancelled or removed, where it says otherwise now. */
  readonly words?: MeetingWords;
  /** When it was shown to begin, and what it followed, once it has begun or is over, where that is otherwise now. */
  readonly shown?: Shown;
}

export interface ItemState {
  /** The number under which it came: for ever its own, whatever number it has now. */
  readonly id: string;
  readonly value: ItemValue;
  /** When an event last said in which sittings it is taken up. */
  readonly moved?: Said;
  /** When it was deferred, as long as it is. */
  readonly deferred?: Said;
  /** When it was held in abeyance, as long as it is. */
  readonly held?: Said;
  /** When an event added it; no document has it. */
  readonly added?: Said;
  /** What was reported of its titles. */
  readonly facts?: Facts;
  /** By the number of a sitting: when in it it is taken up at the earliest. */
  readonly times?: Readonly<Record<string, Said & { readonly time: string }>>;
  /** The sittings that were last to take it up, as long as none is. */
  readonly wasIn?: readonly string[];
}

export interface FormerItem {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  /** The sittings that were last to take it up. */
  readonly wasIn: readonly string[];
  /** When an event took it off the agenda. */
  readonly removed?: Said;
}

/** A sitting that another body keeps, and in which the meeting takes part. */
export interface JoinedSitting {
  readonly lead: LeadSitting;
  /** Those that the meeting takes up there, by their ids. */
  readonly items: readonly string[];
  readonly said: Said;
}

/** When a sitting that another body keeps is, as that body told. */
export interface LedTime {
  readonly lead: LeadSitting;
  readonly start: string;
  readonly end?: string;
  /** Why nobody can wait for it any more. */
  readonly off?: "cancelled" | "postponed";
  /** It waits for another body itself. */
  readonly awaitsLed?: true;
}

/** A document of which an event said something, with what the record says of it. */
export interface IssuedDocument {
  readonly documented: MeetingDocument | null;
  readonly timestamp: string;
}

/** A word to delegates without a change. */
export interface Notice {
  readonly text: Text;
  readonly timestamp: string;
  readonly slot?: string;
  readonly until?: string;
}

/** Everything that the events of one meeting have said. Plain data: a snapshot is its JSON. */
export interface MeetingState {
  /** How many events it has had, those among them that were withdrawn included. */
  readonly version: number;
  /** When the latest of its events happened, in milliseconds of the epoch. */
  readonly at: number;
  /** When the last record was said that it stands on: an older one comes too late. */
  readonly revisedAt: number;
  /** As announced or last revised, with the documents issued and the dates and places reported since. */
  readonly record: Programme;
  /** What was reported of the meeting's own fields. */
  readonly facts: Facts;
  /** What was reported of documents, by their symbols. */
  readonly issued: Readonly<Record<string, IssuedDocument>>;
  readonly agenda: AgendaValue;
  readonly slots: readonly SlotState[];
  readonly items: readonly ItemState[];
  /** The items as the documents have them, where events added, retitled or took off any. */
  readonly documentedItems?: AgendaItem[];
  /** By their ids. */
  readonly deadlines?: readonly Deadline[];
  /** Words to delegates, in the order in which they were said. */
  readonly notices?: readonly Notice[];
  /** Items that left the agenda: who subscribed to one must be told, and what was held is told whole. */
  readonly formerItems: readonly FormerItem[];
  readonly milestones: readonly Milestone[];
  /** Slots that left the programme: an identity is never given twice, and calendars must be told. */
  readonly removedSlots: readonly SlotState[];
  /** Absent where there never was one. */
  readonly joined?: readonly JoinedSitting[];
  /** For calendars alone: no event says it, no fold knows it. */
  readonly ledTimes?: readonly LedTime[];
}
