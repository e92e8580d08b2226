import { formatLocalTime } from "../../../meeting/local-time.ts";
import { useId, useState } from "preact/hooks";
import { useSenders } from "./use-senders.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { useConsole } from "../context.ts";
import { foldUndone } from "../../../reports/fold-undone.ts";
import type { HistoryEntry } from "../../../reports/history.ts";

/** What can be taken back: not a withdrawal, nor what was withdrawn, nor the announcement that all else rests on. */
const canWithdraw = ({ type, isWithdrawn }: HistoryEntry): boolean =>
  !isWithdrawn && !["event.withdrawn", "event.redacted", "meeting.announced"].includes(type);

interface PastEventProps {
  readonly entry: HistoryEntry;
  /** Who sent it, where that is told. */
  readonly by: string | undefined;
}

const PastEvent = ({ entry, by }: PastEventProps) => {
  const { messages, meeting, startDraft } = useConsole();
  const { history: say, own, page } = messages;
  const formatTime = (instant: string): string => {
    const local = formatLocalTime(Date.parse(instant), meeting.record.timezone);
    return `${own.dates.day(local)}${own.punctuation.comma}${own.dates.time(local)}`;
  };
  const title = messages.events[entry.type];
  const text = useId();
  const draftAbout = (type: "event.withdrawn" | "event.redacted", label: string): void =>
    startDraft({ title: `${label}${own.punctuation.colon}${title}`, events: [{ type, given: { event: entry.id } }] });
  return (
    <li class={entry.isWithdrawn ? "withdrawn" : undefined}>
      <div>
        <p class="what" id={text}>
          {entry.text}
        </p>
        {entry.words.map((word) => (
          <p>
            <q>{word}</q>
          </p>
        ))}
        <p class="soft">
          {interpolate(page.received, { happened: formatTime(entry.happened), arrived: formatTime(entry.arrived) })}
          {entry.isWithdrawn && ` ${page.withdrawn}`}
          {entry.isRedacted && ` ${page.redacted}`}
        </p>
        {by !== undefined && <p class="soft">{interpolate(messages.keys.sentBy, { name: by })}</p>}
      </div>
      {canWithdraw(entry) && (
        <button type="button" class="quiet" aria-describedby={text} onClick={() => draftAbout("event.withdrawn", say.withdraw)}>
          {say.withdraw}
        </button>
      )}
      {entry.words.length > 0 && (
        <button type="button" class="quiet" aria-describedby={text} onClick={() => draftAbout("event.redacted", say.redact)}>
          {say.redact}
        </button>
      )}
    </li>
  );
};

/** What was sent, the latest first, each to be withdrawn if it was a mistake. */
export const PastEvents = () => {
  const { messages, history } = useConsole();
  const [isOpen, setOpen] = useState(false);
  const senders = useSenders(isOpen);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{messages.history.title}</h2>
      </summary>
      <ol class="past">
        {foldUndone(history)
          .toReversed()
          .map((entry) => (
            <PastEvent key={entry.id} entry={entry} by={senders.get(entry.id)} />
          ))}
      </ol>
    </details>
  );
};
