import type { MeetingEvent } from "../../../src/meeting/events.ts";
import { formatLocalTime } from "../../../src/meeting/local-time.ts";
import { parseEvent } from "../../../src/meeting/parse.ts";
import { RECORD } from "../given.ts";
import { chooseKind, type Kind, type Telling } from "./choices.ts";
import { createDice, type Dice } from "./dice.ts";
import { draftDocument, draftProgramme, type Draft } from "./documents.ts";
import { REPORTS } from "./facts.ts";
import { FIRST_PAPER, readPaper, writeRecord, type Paper } from "./paper.ts";
import { receive, type Delivery, type Kept, type Received } from "./receive.ts";

/** One event of a story, and what it came to. */
export interface Step {
  readonly delivery: Delivery;
  /** Of a document: what it says, and of what. */
  readonly draft?: Draft;
  readonly decided: Received["decided"];
  readonly before: Kept;
  /** Undefined where it was refused. */
  readonly after: Kept | undefined;
  /** What the documents say after it. */
  readonly paper: Paper;
}

export interface Story {
  readonly announced: Delivery;
  readonly steps: readonly Step[];
}

const MINUTE = 60_000;
const BEGINNING = Date.parse("2010-01-25T08:00:00Z");
const ANNOUNCED = Date.parse("2009-12-10T09:00:00Z");

const CORRECTING: ReadonlySet<string> = new Set(["event.withdrawn", "event.redacted", "meeting.announced"]);

/** Some fact that was reported before, once more. */
const sayAgain = (kept: Kept, dice: Dice): Pick<MeetingEvent, "type" | "data"> | undefined => {
  const facts = kept.log.filter(({ event }) => !CORRECTING.has(event.type) && !("record" in event.data) && !("slots" in event.data));
  if (facts.length === 0) return undefined;
  const { type, data } = dice.pick(facts).event;
  const { expectedVersion: _expectedVersion, ...said } = data;
  return { type, data: said };
};

interface Draw {
  readonly type: MeetingEvent["type"];
  readonly data: object;
  readonly draft?: Draft;
}

const ofDraft = (draft: Draft | undefined): Draw | undefined => draft && { type: draft.type, data: draft.data, draft };

const draw = (kind: Kind, kept: Kept, paper: Paper, dice: Dice, at: number, turn: number): Draw | undefined => {
  const now = formatLocalTime(at, kept.state.record.timezone);
  const fresh = `N${turn}`;
  switch (kind) {
    case "agenda.revised":
      return ofDraft(draftDocument(paper, "agenda.revised", dice, now, fresh));
    case "adopted as revised":
      return ofDraft(draftDocument(paper, "agenda.adopted", dice, now, fresh));
    case "rescheduled anew":
      return ofDraft(draftProgramme(paper, "meeting.rescheduled", dice, fresh));
    case "resumed elsewhere":
      return ofDraft(draftProgramme(paper, "meeting.resumed", dice, fresh));
    case "said again":
      return sayAgain(kept, dice);
    default:
      return { type: kind, data: REPORTS[kind]({ state: kept.state, ids: kept.log.map(({ id }) => id), now, dice }) };
  }
};

const buildEvent = ({ type, data }: Pick<Draw, "type" | "data">, at: number): MeetingEvent | undefined => {
  const event = { type, timestamp: new Date(at).toISOString(), data: { body: RECORD.body.id, meeting: RECORD.id, ...data } };
  // As the door reads it, and as JSON.
  const parsed = parseEvent(JSON.parse(JSON.stringify(event)));
  return parsed.ok ? (parsed.value as MeetingEvent) : undefined;
};

const decideEach = ({ decided }: { readonly decided: Received["decided"] }, dice: Dice): object =>
  !decided.ok && decided.error.kind === "refused" && decided.error.differences
    ? {
        decide: Object.fromEntries(
          decided.error.differences.filter(({ outcome }) => outcome === "conflict").map(({ path }) => [path, dice.pick(["keep", "take"])]),
        ),
      }
    : {};

export const announce = (): { readonly announced: Delivery; readonly kept: Kept } => {
  const event = buildEvent({ type: "meeting.announced", data: { record: writeRecord(FIRST_PAPER) } }, ANNOUNCED);
  if (!event) throw new Error("the first paper is no record");
  const announced: Delivery = { id: "announcement", event, arrival: ANNOUNCED };
  const { kept } = receive(undefined, announced);
  if (!kept) throw new Error("the meeting is not announced");
  return { announced, kept };
};

/** Tells a story: each throw of the dice one event, as a secretariat might send it that sees the meeting as it is; none where it is nought. */
export const tellStory = (throws: readonly number[], telling: Telling): Story => {
  const { announced, kept: beginning } = announce();
  let kept = beginning;
  let paper = FIRST_PAPER;
  let clock = BEGINNING;
  const steps: Step[] = [];
  for (const [turn, seed] of throws.entries()) {
    if (seed === 0) continue;
    const dice = createDice(seed);
    clock += dice.pick([1, 5, 20, 60, 150, 600]) * MINUTE;
    const drawn = draw(chooseKind(dice, kept, clock, turn, telling), kept, paper, dice, clock, turn);
    if (!drawn) continue;
    const at = telling.isTrue || drawn.draft ? clock : clock - dice.pick([0, 0, 0, 20, 300, 3000, 6_000_000]) * MINUTE;
    const seen = !telling.isTrue && dice.isOneIn(8) ? { expectedVersion: kept.state.version } : {};
    const send = (id: string, data: object): Step | undefined => {
      const event = buildEvent({ type: drawn.type, data: { ...data, ...seen } }, at);
      if (!event) return undefined;
      const delivery: Delivery = { id, event, arrival: clock };
      const received = receive(kept, delivery);
      const after = received.decided.ok ? received.kept : undefined;
      return { delivery, decided: received.decided, before: kept, after, paper, ...(drawn.draft && { draft: drawn.draft }) };
    };
    const first = send(`event-${turn}`, drawn.data);
    const step = first && !first.after && drawn.draft ? send(`event-${turn}`, { ...drawn.data, ...decideEach(first, dice) }) : first;
    if (!step) continue;
    if (step.after) {
      kept = step.after;
      if (drawn.draft) ({ paper } = drawn.draft);
      // A document that is withdrawn is no longer what the papers say.
      if (drawn.type === "event.withdrawn") paper = readPaper(kept.state);
    }
    steps.push({ ...step, paper });
  }
  return { announced, steps };
};
