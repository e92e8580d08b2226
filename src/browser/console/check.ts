import { instantOf } from "../../meeting/local-time.ts";
import type { Answer } from "../../store/answer.ts";
import { newId, type Outgoing, type SentProblem } from "../../webhooks/sender.ts";
import type { Desk } from "./desk.ts";
import { isField } from "./fields.ts";
import type { FieldErrors } from "./event-form.tsx";
import { has } from "./problem-text.ts";
import { dataOf, type Proposal } from "./proposal.ts";
import type { ConsoleWords } from "./words/words.ts";

/** Where a proposal stands: not looked at since it was last changed, or as the dry run found it. */
export type Check =
  | { readonly kind: "open" | "checking" | "unreachable" }
  | { readonly kind: "checked"; readonly answers: readonly Answer[] }
  | { readonly kind: "refused"; readonly problem: SentProblem };

/** The events of a proposal, as they are at `now`: without a time of their own, they happen now. */
const eventsOf = (proposal: Proposal, form: FormData, { place, meeting }: Desk, now: number): readonly Outgoing[] => {
  const at = form.get("happened");
  const local = typeof at === "string" && at !== "" ? instantOf(at, meeting.record.timezone) : undefined;
  const note = form.get("note");
  const timestamp = new Date(local ?? now).toISOString();
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
  if (!desk.send) return { kind: "unreachable" };
  const answers: Answer[] = [];
  for (const index of proposal.isChain ? [0] : proposal.parts.keys()) {
    const attempt = await desk.send(newId(), (now) => {
      const event = eventsOf(proposal, form, desk, now)[index];
      if (!event) throw new Error("There is no such part.");
      return { ...event, dryRun: true };
    });
    if (attempt.kind === "unreachable") return attempt;
    if (attempt.kind === "refused") return attempt;
    answers.push(attempt.answer);
  }
  return { kind: "checked", answers };
};

/** Puts the events into the outbox, each for the version of the meeting that was seen. */
export const post = (proposal: Proposal, form: FormData, desk: Desk, answers: readonly Answer[]): void => {
  const { place, meeting, letters, clock, outbox } = desk;
  const [first] = answers;
  const before = letters.filter(({ event }) => event.data["meeting"] === place.meeting).length;
  const seen = (first ? first.version - 1 : meeting.version) + before;
  const isOther = proposal.meeting !== undefined;
  outbox.add(
    eventsOf(proposal, form, desk, clock.now()).map((event, at) => {
      const checked = answers[at];
      const data = isOther ? event.data : { ...event.data, expectedVersion: seen + at };
      return { id: newId(), event: { ...event, data }, ...(checked && { checked }) };
    }),
  );
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
