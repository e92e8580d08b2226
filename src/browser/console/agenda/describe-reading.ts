import type { Use } from "../../../documents/account/explain-lines.ts";
import { ASKED_OVERRIDES } from "../../../documents/overrides.ts";
import { formatItemNumber } from "../../../i18n/item-number.ts";
import { formatFollowing, formatHours } from "../../../i18n/slot-time.ts";
import { numberDraftItems, type DraftMeeting, type DraftSlot } from "../../../meeting/draft.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { getDate, hasHour } from "../../../meeting/local-time.ts";
import { getSlotKind } from "../../../meeting/record.ts";
import { chooseText, type Text } from "../../../meeting/text.ts";
import { labelItem, labelSlot } from "../labels.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { AgendaWarning, ReadAgenda } from "./agenda-reader.ts";
import type { SaidItem, SaidSlot } from "./edits.ts";

/** `4 (continued), 5`: items of a sitting as documents print them, and as the importer reads them. */
const printItems = ({ items, continued = [] }: DraftSlot): string =>
  items.map((item) => `${formatItemNumber(item)}${continued.includes(item) ? " (continued)" : ""}`).join(", ");

const sayText = (text: Text | undefined, { own }: ConsoleMessages): string => (text === undefined ? "" : chooseText(text, own.language));

/** A sitting as its form begins. */
export const saySlot = (slot: DraftSlot, messages: ConsoleMessages): SaidSlot => ({
  kind: "slot",
  date: getDate(slot.start),
  start: hasHour(slot.start) ? slot.start.slice(11) : "",
  end: slot.end?.slice(11) ?? "",
  items: printItems(slot),
  venue: sayText(slot.venue, messages),
  sitting: getSlotKind(slot),
  title: sayText(slot.title, messages),
});

/** A sitting that is to be added. */
export const sayNewSlot = (date = ""): SaidSlot => ({
  kind: "slot",
  date,
  start: "",
  end: "",
  items: "",
  venue: "",
  sitting: "plenary",
  title: "",
});

export const sayItem = (number: string, { agenda }: DraftMeeting, messages: ConsoleMessages): SaidItem => {
  const title = numberDraftItems(agenda.items).find((other) => other.number === number)?.item.title;
  return { kind: "item", number: formatItemNumber(number), title: sayText(title, messages) };
};

export const describeSlot = (slot: DraftSlot, messages: ConsoleMessages): string => {
  const { own } = messages;
  const { punctuation } = own;
  const when = `${labelSlot(slot, messages)}${punctuation.comma}${formatHours(slot, slot.after && formatFollowing(slot.after, own), own)}`;
  const where = slot.venue === undefined ? [] : [chooseText(slot.venue, own.language)];
  const at = [when, ...where].join(punctuation.comma);
  return [at, ...(slot.items.length > 0 ? [slot.items.map(formatItemNumber).join(punctuation.comma)] : [])].join(punctuation.colon);
};

/** What is missing, by its name where it can be supplied here. */
export const describeMissing = ({ field, message }: ReadAgenda["missing"][number], { agenda, own }: ConsoleMessages): string => {
  const name = ASKED_OVERRIDES.find((known) => known === field || (known === "symbol" && field === "agenda.symbol"));
  return name ? agenda.overrides[name] : `${field}${own.punctuation.colon}${message}`;
};

export const describeAgendaWarning = ({ code, about, message }: AgendaWarning, { agenda }: ConsoleMessages): string => {
  const sentences: Readonly<Record<string, string>> = agenda.warningsAbout;
  return sentences[code]?.replace("%", () => about) ?? message;
};

/** What a line became: nothing where its doubts say more. */
export const describeUse = (use: Use, { draft }: ReadAgenda, messages: ConsoleMessages): string | undefined => {
  const { uses } = messages.editing;
  switch (use.kind) {
    case "slot": {
      const slot = draft.slots.find(({ number }) => number === use.number);
      return slot && describeSlot(slot, messages);
    }
    case "item":
      return labelItem(use.number, messages);
    case "annotation":
      return interpolate(uses.annotation, { item: formatItemNumber(use.item) });
    case "document":
      return interpolate(uses.document, { symbol: use.symbol });
    case "day":
      return use.date === undefined ? uses.day : messages.own.dates.weekday(use.date);
    case "doubt":
      return undefined;
    default:
      return uses[use.kind];
  }
};
