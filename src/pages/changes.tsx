import type { MeetingState } from "../../machines/meeting/state.ts";
import { formatLocalTime } from "../meeting/local-time.ts";
import { formatStep, describeChange } from "../i18n/change-text.ts";
import { joinReasons } from "../i18n/reason-text.ts";
import type { Sitting } from "./sittings.ts";
import type { PageContext } from "./page-context.ts";

/** More than these are in the history. */
const MAX_CHANGES = 8;

interface Change {
  readonly timestamp: string;
  readonly text: string;
}

const listChanges = (
  { record, milestones }: MeetingState,
  sittings: readonly Sitting[],
  { messages, page }: PageContext,
): readonly Change[] =>
  [
    ...milestones.map((milestone) => ({ timestamp: milestone.timestamp, text: formatStep(milestone, record.timezone, messages) })),
    ...sittings.flatMap(({ entry }) =>
      entry.changes.map((change) => {
        const { colon, comma } = messages.punctuation;
        const isOff = change.type === "slot.cancelled";
        const ours = [isOff ? page.slotStatus.cancelled : undefined, describeChange(change, messages)].filter((part) => part !== undefined);
        return {
          timestamp: change.timestamp,
          text: `${messages.dates.slotName(entry.start, entry.part)}${colon}${joinReasons(ours.join(comma), change, messages)}`,
        };
      }),
    ),
  ]
    .toSorted((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp))
    .slice(0, MAX_CHANGES);

interface LatestChangesProps {
  readonly state: MeetingState;
  readonly sittings: readonly Sitting[];
  readonly context: PageContext;
}

/** What changed last; scripts mark what is new since yesterday. */
export const LatestChanges = ({ state, sittings, context }: LatestChangesProps) => {
  const { page, messages } = context;
  const changes = listChanges(state, sittings, context);
  if (changes.length === 0) return null;
  const formatTime = (timestamp: string): string => {
    const local = formatLocalTime(Date.parse(timestamp), state.record.timezone);
    return `${messages.dates.day(local)}${messages.punctuation.comma}${messages.dates.time(local)}`;
  };
  return (
    <section class="latest" aria-labelledby="latest">
      <h2 id="latest">{page.latest}</h2>
      <ol>
        {changes.map(({ timestamp, text }) => (
          <li>
            <time class="soft" datetime={timestamp}>
              {formatTime(timestamp)}
            </time>
            <p>
              <bdi>{text}</bdi>
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};
