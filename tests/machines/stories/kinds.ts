import { getMeetingStatus, getSlotStatus } from "../../../machines/meeting/statuses.ts";
import { chooseText } from "../../../src/meeting/text.ts";
import type { Step } from "./story.ts";

/** What made other systems wrong, and must come up in stories. */
export const KINDS = [
  "covers all",
  "covers days",
  "covers additions",
  "covers corrections",
  "kept",
  "held",
  "decided",
  "renumbered",
  "adopted while open",
  "dates alone",
  "late",
  "said again",
  "resumed elsewhere",
  "document withdrawn",
  "two of one title",
  "number used",
  "seen all",
  "stated anew",
] as const;

type Kind = (typeof KINDS)[number];

/** Of which kinds a step of a story is. */
export const listKinds = ({ delivery: { event }, decided, before, after }: Step): readonly Kind[] => {
  const { data, type } = event;
  if (!decided.ok && decided.error.kind === "refused")
    return decided.error.refusal.code === "slot-number-used" && "record" in data ? ["number used"] : [];
  if (!decided.ok || !after) return [];
  const { answer, logged } = decided.value;
  const record = "record" in data ? data.record : undefined;
  const outcomes = new Set((answer.differences ?? []).map(({ outcome }) => outcome));
  const titles = record?.agenda.items.map(({ title }) => chooseText(title, "en")) ?? [];
  const isOpen = before.state.slots.some(({ value }) => getSlotStatus(value) === "open");
  const of: Readonly<Record<Kind, boolean>> = {
    "covers all": record !== undefined && (record.covers ?? "all") === "all",
    "covers days": record?.covers === "days",
    "covers additions": record?.covers === "additions",
    "covers corrections": record?.covers === "corrections",
    kept: outcomes.has("kept"),
    held: outcomes.has("held"),
    decided: "decide" in data && Object.keys(data.decide ?? {}).length > 0,
    renumbered: record !== undefined && Object.entries(logged.identities).some(([number, id]) => number !== id),
    "adopted while open": type === "agenda.adopted" && record !== undefined && isOpen,
    "dates alone": type === "meeting.rescheduled" && data.slots === undefined,
    late: answer.warnings.some(({ code }) => code === "late"),
    "said again": answer.outcome === "unchanged",
    "resumed elsewhere": type === "meeting.resumed" && data.timezone !== undefined,
    "document withdrawn":
      type === "event.withdrawn" && before.log.some(({ id, event: earlier }) => id === data.event && "record" in earlier.data),
    "two of one title": new Set(titles).size < titles.length,
    "number used": false,
    "seen all": data.expectedVersion !== undefined,
    "stated anew": type === "meeting.rescheduled" && getMeetingStatus(before.state.agenda) === "postponed",
  };
  return KINDS.filter((kind) => of[kind]);
};
