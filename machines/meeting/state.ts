import type { EventOf } from "../../src/meeting/events.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import type { Title } from "../../src/meeting/text.ts";
import type { AgendaStep, AgendaValue } from "../agenda.ts";
import type { ItemValue } from "../item.ts";
import type { SlotContext, SlotValue } from "../slot.ts";

type StepData = EventOf<AgendaStep>["data"];
type FieldOf<Data> = Data extends unknown ? keyof Data : never;
type ValueOf<Data, Name> = Data extends unknown ? (Name extends keyof Data ? Data[Name] : never) : never;

/** What the events of the lifecycle say of the step itself. */
type StepFields = {
  readonly [
    Name in Exclude<FieldOf<StepData>, "body" | "meeting" | "expectedVersion" | "record" | "slots" | "opensOn" | "closesOn">
  ]?: ValueOf<StepData, Name>;
};

/** A step of the lifecycle as a dated fact, in the order of arrival. A revised agenda has its symbol, as a report has its own. */
export interface Step extends StepFields {
  readonly type: AgendaStep;
  readonly timestamp: string;
  readonly orallyRevised?: true;
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
