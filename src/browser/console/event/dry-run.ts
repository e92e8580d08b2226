import { instantOf, localTimeOf } from "../../../meeting/local-time.ts";
import type { Answer } from "../../../api/event-answer.ts";
import { newId, type Outgoing, type SentProblem } from "../../../standard-webhooks/client.ts";
import type { Desk } from "../context.ts";
import { isField } from "./fields.ts";
import type { FieldErrors } from "./event-form.tsx";
import { groundOf, type Ground, type Letters } from "../outbox/queue.ts";
import { has } from "../problem-text.ts";
import { dataOf, type Proposal } from "./draft-event.ts";
import type { ConsoleWords } from "../words/words.ts";

/** Where a proposal stands: not looked at since it was last changed, or as the dry run found it, at the time of that. */
export type Check =
  | { readonly kind: "open" | "checking" }
  | { readonly kind: "unreachable"; readonly ground: Ground }
  | { readonly kind: "checked"; readonly answers: readonly Answer[]; readonly ground: Ground }
  | { readonly kind: "refused"; readonly problem: SentProblem };

/** What can be sent: what was checked, or what could not be. */
export type Sendable = Extract<Check, { readonly ground: Ground }>;

/** The letters that leave before what is proposed. */
export const lettersBefore = ({ former }: Proposal, { letters }: Desk): Letters => {
  const place = letters.findIndex(({ id }) => id === former);
  return place === -1 ? letters : letters.slice(0, place);
};

/** When it happened: as the form says, to the minute, or exactly as it was known before. */
const happenedAt = ({ happened }: Proposal, form: FormData, timezone: string): number | undefined => {
  const at = form.get("happened");
  if (typeof at !== "string" || at === "") return undefined;
  const known = happened === undefined ? undefined : Date.parse(happened);
  return known !== undefined && localTimeOf(known, timezone) === at ? known : instantOf(at, timezone);
};

/** The events of a proposal, as they are at `now`: without a time of their own, they happen now. */
const eventsOf = (proposal: Proposal, form: FormData, { place, meeting }: Desk, now: number): readonly Outgoing[] => {
  const note = form.get("note");
  const timestamp = new Date(happenedAt(proposal, form, meeting.record.timezone) ?? now).toISOString();
  return proposal.parts.map((part, index) => ({
    type: part.type,
    timestamp,
    data: {
      body: place.body,
      meeting: proposal.meeting ?? place.meeting,
      ...dataOf(part, form, meeting),
      ...(index === 0 && typeof note === "string" && note.trim() !== "" && { note: note.trim() }),
    },
  }));
};

/** Asks the door what would change. Of a chain only the first part can be asked: the next becomes possible by it. */
export const dryRun = async (proposal: Proposal, form: FormData, desk: Desk): Promise<Check> => {
  const { place, meeting, send } = desk;
  // What leaves while the door is asked is told apart by the version that it was for.
  const ground = (version: number): Ground => groundOf(lettersBefore(proposal, desk), place.meeting, version);
  if (!send) return { kind: "unreachable", ground: ground(meeting.version) };
  const answers: Answer[] = [];
  for (const index of proposal.isChain ? [0] : proposal.parts.keys()) {
    const attempt = await send(newId(), (now) => {
      const event = eventsOf(proposal, form, desk, now)[index];
      if (!event) throw new Error("There is no such part.");
      return { ...event, dryRun: true };
    });
    if (attempt.kind === "unreachable") return { kind: "unreachable", ground: ground(meeting.version) };
    if (attempt.kind === "refused") return attempt;
    answers.push(attempt.answer);
  }
  const [first] = answers;
  return { kind: "checked", answers, ground: ground(first ? first.version - 1 : meeting.version) };
};

/** Puts the events into the outbox, each for the version of the meeting that was seen. */
export const post = (proposal: Proposal, form: FormData, desk: Desk, check: Sendable): void => {
  const { clock, outbox } = desk;
  const { version, after } = check.ground;
  const events = eventsOf(proposal, form, desk, clock.now()).map((event) => ({ id: newId(), event }));
  const isOther = proposal.meeting !== undefined;
  const letters = events.map(({ id, event }, at) => {
    const checked = check.kind === "checked" ? check.answers[at] : undefined;
    const own = events.slice(0, at).map((earlier) => earlier.id);
    return {
      id,
      event: isOther ? event : { ...event, data: { ...event.data, expectedVersion: version + at } },
      ...(checked && { checked }),
      ...(!isOther && { after: [...after, ...own] }),
    };
  });
  outbox.add(letters, proposal.former);
};

/** What the door says of fields, by the names of those that are on the form: in English, where the console has no words for it. */
export const fieldErrorsOf = (check: Check, { wrong }: ConsoleWords): FieldErrors => {
  const errors = check.kind === "refused" ? (check.problem.errors ?? []) : [];
  return new Map(
    errors.map(({ field, message }) => {
      const names = field.split(".").filter(isField);
      const name = names.find((other) => other !== "documents" && other !== "record") ?? names[0] ?? field;
      return [name, has(wrong, name) ? wrong[name] : message];
    }),
  );
};
