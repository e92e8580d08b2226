import type { MeetingEvent } from "../../src/meeting/events.ts";
import type { Difference } from "./differences.ts";
import { warnOfProgramme } from "./programme-warnings.ts";
import type { MeetingState } from "./state.ts";
import { getAgendaStatus } from "./statuses.ts";
import { createWarning, warnWhen, type Warning } from "./warnings.ts";

/** More would be a list that nobody reads. */
const MAX = 20;

const findStart = ({ slots }: MeetingState, number: string): string => slots.find(({ slot }) => slot.number === number)?.slot.start ?? "";

const warnOfHeldSlots = (after: MeetingState, differences: readonly Difference[]): readonly Warning[] =>
  differences
    .flatMap(({ path, outcome }) => (outcome === "held" ? [path.split(".")] : []))
    .flatMap(([subject, number, field]) => (subject === "slots" && number !== undefined && field === "time" ? [number] : []))
    .slice(0, MAX)
    .map((number) => createWarning("held-slot-kept", { slot: number, start: findStart(after, number) }));

/** Decisions on fields on which there was nothing to decide. */
const warnOfDecisions = ({ data }: MeetingEvent, differences: readonly Difference[]): readonly Warning[] => {
  const decided = "decide" in data ? Object.keys(data.decide ?? {}) : [];
  if (decided.length === 0) return [];
  const paths = new Set(differences.map(({ path }) => path));
  return decided.filter((path) => !paths.has(path)).map((path) => createWarning("no-effect", { field: `data.decide.${path}` }));
};

/** Whether the agenda itself is said otherwise, and not only when its items are taken up: an order of the day ordinarily follows the adoption. */
const isOfAgenda = ({ path, outcome }: Difference): boolean => outcome === "changed" && /^items\.[^.]+$/.test(path);

/** What a record that revises leaves as it was, drops, or leaves out. */
export const warnOfRevision = (
  before: MeetingState,
  event: MeetingEvent,
  after: MeetingState,
  differences: readonly Difference[],
): readonly Warning[] => {
  const { data, type } = event;
  const hasRecord = ("record" in data && data.record !== undefined) || ("slots" in data && data.slots !== undefined);
  if (!hasRecord || type === "meeting.announced") return [];
  const gone = differences.filter(
    ({ path, document, outcome }) => path.startsWith("documents.") && document === null && outcome === "changed",
  );
  const dropped = differences.filter(({ outcome }) => outcome === "dropped");
  return [
    ...warnWhen(
      type === "agenda.revised" && getAgendaStatus(before.agenda) !== "provisional" && differences.some(isOfAgenda),
      "revised-after-adoption",
    ),
    ...warnOfHeldSlots(after, differences),
    ...warnWhen(gone.length > 0, "documents-dropped", { documents: gone.map(({ path }) => path.slice("documents.".length)).join(", ") }),
    ...warnWhen(dropped.length > 0, "reports-dropped", { paths: dropped.map(({ path }) => path).join(", ") }),
    ...warnOfDecisions(event, differences),
    ...warnOfProgramme(after),
  ];
};
