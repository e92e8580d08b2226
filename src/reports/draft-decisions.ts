import type { MeetingState } from "../../machines/meeting/state.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { chooseText } from "../meeting/text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { PLACEHOLDER } from "./prose.ts";
import { formatOccasion, type ReportedEvent, type ReportSource } from "./report-source.ts";

/** By its id, on the agenda or off it. */
export const nameItem = ({ record, formerItems }: MeetingState, id: string | undefined): string => {
  const present = numberItems(record.agenda.items).find((item) => item.id === id);
  const former = formerItems.find((item) => item.id === id);
  const [number, title] = present ? [present.number, present.item.title] : [former?.number, former?.title];
  return number === undefined || title === undefined
    ? PLACEHOLDER
    : `agenda item ${formatItemNumber(number)}, entitled “${chooseText(title, "en")}”`;
};

/** What the body decided of its agenda once it had one. */
const DECIDED: Partial<Record<ReportedEvent["event"]["type"], (item: string) => string>> = {
  "item.added": (item) => `decided to include ${item}, in its agenda`,
  "item.held": (item) => `decided to hold ${item}, in abeyance`,
  "item.removed": (item) => `decided to remove ${item}, from its agenda`,
};

export const draftDecisions = (source: ReportSource): readonly string[] =>
  source.events.flatMap((reported) => {
    const decided = DECIDED[reported.event.type]?.(nameItem(source.state, reported.item));
    return decided === undefined ? [] : [`${formatOccasion(source, reported)}, ${source.body} ${decided}.`];
  });
