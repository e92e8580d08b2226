import type { Difference } from "../../../machines/meeting/differences.ts";
import type { Messages } from "../../i18n/messages.ts";
import type { RevisionMessages } from "../../i18n/revisions/messages.ts";
import { listOwnNames } from "../../i18n/slot-name.ts";
import { formatHours } from "../../i18n/slot-time.ts";
import { interpolate, type Params } from "../../meeting/interpolate.ts";
import { getSlotKind, type Slot } from "../../meeting/record.ts";
import { capitalize } from "../prose.ts";

type NamedSlot = Pick<Slot, "number" | "start" | "end" | "part" | "kind" | "label" | "title">;

/** Where and when a revision is told. */
export interface RevisionSetting {
  /** The sittings as they were before it: by these they are named. */
  readonly slots: readonly NamedSlot[];
  readonly timezone: string;
  /** The day at the meeting's place, where something may have been reported today. */
  readonly today?: string;
}

/** All that a sentence about a revision is made with. */
export interface Teller {
  readonly messages: Messages;
  readonly revision: RevisionMessages;
  readonly setting: RevisionSetting;
  readonly nameSlot: (number: string) => string;
}

export const isSlot = (value: unknown): value is Slot =>
  typeof value === "object" && value !== null && "number" in value && "start" in value;

/** From the shortest on: what people call a sitting, its kind, its day, its own name, its hours. */
const listNames = (slot: NamedSlot, messages: Messages): readonly string[] => {
  const { dates, kinds, punctuation } = messages;
  const kind = getSlotKind(slot);
  const name = [dates.slotName(slot.start, slot.part), ...(kind === "plenary" ? [] : [kinds[kind]])];
  const dated = [...name, dates.day(slot.start)];
  const named = [...dated, ...listOwnNames(slot, messages)];
  return [name, dated, named, [...named, formatHours(slot, undefined, messages)]].map((parts) => parts.join(punctuation.comma));
};

const formatLevel = (name: string, at: number): string => `${at} ${name}`;

const countNames = (counts: Map<string, number>, names: readonly string[]): Map<string, number> => {
  for (const level of names.map(formatLevel)) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
};

/** Names sittings as shortly as it tells them apart. */
const nameSlots = (slots: readonly NamedSlot[], messages: Messages): ReadonlyMap<string, string> => {
  const all = slots.map((slot) => ({ number: slot.number, names: listNames(slot, messages) }));
  const told = all.map(({ names }) => names).reduce(countNames, new Map<string, number>());
  const isAlone = (name: string, at: number): boolean => told.get(formatLevel(name, at)) === 1;
  return new Map(all.map(({ number, names }) => [number, names.find(isAlone) ?? `${names.at(-1) ?? ""} (${number})`]));
};

export const createTeller = (
  differences: readonly Difference[],
  setting: RevisionSetting,
  { messages, revision }: Pick<Teller, "messages" | "revision">,
): Teller => {
  const mentioned = differences.flatMap(({ before, document, reported }) => [before, document, reported?.value ?? null].filter(isSlot));
  const slots = new Map([...mentioned, ...setting.slots].map((slot) => [slot.number, slot]));
  let names: ReadonlyMap<string, string> | undefined;
  // Of a great meeting only once something is to be told.
  const nameSlot = (number: string): string => (names ??= nameSlots([...slots.values()], messages)).get(number) ?? number;
  return { messages, revision, setting, nameSlot };
};

/** A sentence of the catalog, with what stands beside it. */
export const say = (sentence: string, params: Params, aside?: string): string =>
  // A full-width bracket brings its own space.
  capitalize([interpolate(sentence, params), aside].filter(Boolean).join(" ").replace(" （", "（"));
