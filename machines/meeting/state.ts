import type { EventOf } from "../../src/meeting/events.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Title } from "../../src/meeting/text.ts";
import type { AgendaStep, AgendaValue } from "../agenda.ts";
import type { ItemValue } from "../item.ts";
import type { SlotContext, SlotValue } from "../slot.ts";

/** A step of the lifecycle as a dated fact, in the order of arrival. */
export interface Step {
  readonly type: AgendaStep;
  readonly timestamp: string;
  readonly note?: string;
  readonly reason?: string;
  readonly orallyRevised?: true;
  readonly manner?: NonNullable<EventOf<"report.adopted">["data"]["manner"]>;
  /** Of the revised agenda, or of the report. */
  readonly symbol?: string;
  readonly issuedOn?: string;
}

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
  readonly steps: readonly Step[];
  /** Slots that left the programme: an identity is never given twice, and calendars must be told. */
  readonly retired: readonly SlotState[];
}
