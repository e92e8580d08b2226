import { formatSlotPath } from "../../calendar/addresses.ts";
import { getSlotKind, type Slot } from "../../meeting/record.ts";
import { chooseText } from "../../meeting/text.ts";
import type { LeadSitting } from "../../meeting/lead-sitting.ts";
import type { MeetingJson } from "../../api/schemas/meeting.ts";
import { formatItemNumber } from "../../i18n/item-number.ts";
import { formatSlotName } from "../../i18n/slot-name.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** `Thursday morning, 28 January 2010`: what people call a plenary slot. */
export const labelSlot = (slot: Pick<Slot, "start" | "kind" | "label" | "title">, { own }: ConsoleMessages): string =>
  [formatSlotName(slot, own), ...(getSlotKind(slot) === "plenary" ? [] : [own.kinds[getSlotKind(slot)]])].join(own.punctuation.comma);

export const labelSlotNumber = (number: string, programme: readonly Slot[], messages: ConsoleMessages): string => {
  const slot = programme.find((other) => other.number === number);
  return slot ? labelSlot(slot, messages) : number;
};

/** `Wednesday afternoon, 27 January 2010, SBI`: a sitting that another body keeps; its address, as long as that body told nothing. */
export const labelLead = (lead: LeadSitting, { jointSittings }: Pick<MeetingJson, "jointSittings">, messages: ConsoleMessages): string => {
  const entry = jointSittings.find(({ body, meeting, slot }) => body.id === lead.body && meeting === lead.meeting && slot === lead.slot);
  if (!entry) return formatSlotPath(lead);
  return [labelSlot(entry, messages), entry.body.shortName ?? entry.body.name].join(messages.own.punctuation.comma);
};

/** `Item 1 (a)`. */
export const labelItem = (number: string, { own }: ConsoleMessages): string => `${own.item} ${formatItemNumber(number)}`;

/** `4. Good practices and tools in …`, to choose by. */
export const listItemTitles = (items: MeetingJson["agendaItems"], { own }: ConsoleMessages): ReadonlyMap<string, string> =>
  new Map(
    items.map(({ number, title, shortTitle = title }) => [number, `${formatItemNumber(number)}. ${chooseText(shortTitle, own.language)}`]),
  );
