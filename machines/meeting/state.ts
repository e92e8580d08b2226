import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Title } from "../../src/meeting/text.ts";
import type { Milestone } from "./milestones.ts";
import type { SlotContext } from "./slot-changes.ts";
import type { AgendaValue, ItemValue, SlotValue } from "./statuses.ts";

export interface SlotState extends SlotContext {
  readonly value: SlotValue;
}

export interface ItemState {
  readonly number: string;
  readonly value: ItemValue;
  /** When it was deferred, as long as it is. */
  readonly deferredAt?: string;
}

export interface FormerItem {
  readonly number: string;
  readonly title: Title;
}

/** Everything that the events of one meeting have said. Plain data: a snapshot is its JSON. */
export interface MeetingState {
  /** How many events it has had, those among them that were withdrawn included. */
  readonly version: number;
  /** As announced or last revised, with the documents issued and the dates moved since. */
  readonly record: MeetingRecord;
  readonly agenda: AgendaValue;
  readonly slots: readonly SlotState[];
  readonly items: readonly ItemState[];
  /** Items that left the agenda: who subscribed to one must be told, and what was held is told whole. */
  readonly formerItems: readonly FormerItem[];
  readonly milestones: readonly Milestone[];
  /** Slots that left the programme: an identity is never given twice, and calendars must be told. */
  readonly removedSlots: readonly SlotState[];
}
