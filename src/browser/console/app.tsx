import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { meetingPath } from "../../calendar/addresses.ts";
import { fill } from "../../meeting/fill.ts";
import { titleIn } from "../../meeting/text.ts";
import { MoreActions, QuickActions } from "./meeting/actions.tsx";
import { AgendaPane } from "./agenda/agenda-pane.tsx";
import { createClock } from "./server-clock.ts";
import { DeskProvider, useDesk, type Desk } from "./context.ts";
import { KeyPanel } from "./key/key-panel.tsx";
import { isStopped } from "./outbox/queue.ts";
import { SentMessage, type SentLetter } from "./outbox/message.tsx";
import { slotName } from "./naming.ts";
import { createOutbox, type Outbox } from "./outbox/outbox.ts";
import { OutboxBar } from "./outbox/outbox-bar.tsx";
import { PastEvents } from "./meeting/past-events.tsx";
import type { Proposal } from "./event/draft-event.ts";
import { ProposalDialog } from "./event/event-dialog.tsx";
import { openSlots } from "./meeting/quick-actions.ts";
import { pagePath, type Place } from "./api.ts";
import { useAskAgain, useKey } from "./key/use-key.ts";
import { useMeeting } from "./meeting/use-meeting.ts";
import type { ConsoleWords } from "./words/words.ts";

interface AppProps {
  readonly place: Place;
  readonly words: ConsoleWords;
  /** Where the service is, for links in messages. */
  readonly origin: string;
}

/** Where the meeting stands, and what the device needs to know. */
const Standing = ({ isOnline }: { readonly isOnline: boolean }) => {
  const { meeting, words, clock, outbox } = useDesk();
  const { own } = words;
  const { record } = meeting;
  const open = openSlots(meeting);
  const minutes = Math.round(clock.behind() / 60_000);
  const steps = Object.entries(own.lifecycle);
  const present = steps.findIndex(([state]) => state === meeting.state);
  return (
    <div class="head">
      <p class="soft">
        <a href={pagePath(own.language, meetingPath(record.body.id, record.id))}>{words.publicPage}</a>
      </p>
      <h1>
        {words.console}
        {own.punctuation.colon}
        <bdi>{titleIn(record.title, own.language)}</bdi>
      </h1>
      <p>
        {record.city !== undefined && (
          <>
            <bdi>{record.city}</bdi>
            {own.punctuation.comma}
          </>
        )}
        {own.dates.days(record.opensOn, record.closesOn)}
      </p>
      <ol class="lifecycle" aria-label={words.page.lifecycle}>
        {steps.map(([, name], at) => (
          <li class={at < present ? "done" : undefined} aria-current={at === present ? "step" : undefined}>
            <span>{name}</span>
          </li>
        ))}
      </ol>
      <p>
        {open.length === 0
          ? words.page.meetingStatus[meeting.status.meeting]
          : open.map((slot) => fill(words.openNow, { slot: slotName(slot, words) })).join(" ")}
      </p>
      <p class={isOnline ? "soft" : "caution"} role="status">
        {isOnline ? words.line.up : words.line.down} · {words.page.version} {meeting.version}
      </p>
      {minutes !== 0 && <p class="caution">{fill(words.wrongClock, { minutes: String(Math.abs(minutes)) })}</p>}
      {!outbox.isKept() && <p class="caution">{words.keepsNothing}</p>}
    </div>
  );
};

/** Everything that hangs on what was just sent is told in one place. */
const useOutbox = (body: string, onSent: (sent: SentLetter) => void): Outbox | undefined => {
  const [outbox, setOutbox] = useState<Outbox>();
  const [, setCount] = useState(0);
  const told = useRef(onSent);
  told.current = onSent;
  useEffect(() => {
    let isGone = false;
    let made: Outbox | undefined;
    const events = {
      onChange: () => setCount((count) => count + 1),
      onSent: (letter: SentLetter["letter"], answer: SentLetter["answer"]) => told.current({ letter, answer }),
    };
    const open = async (): Promise<void> => {
      made = await createOutbox(body, events);
      if (isGone) made.stop();
      else setOutbox(made);
    };
    void open();
    return () => {
      isGone = true;
      made?.stop();
    };
  }, [body]);
  return outbox;
};

export const App = ({ place, words, origin }: AppProps) => {
  const [, setTick] = useState(0);
  const clock = useMemo(() => createClock(() => setTick((tick) => tick + 1)), []);
  const { meeting, history, isOnline, refresh } = useMeeting(place, words.own.language);
  const { key, isRead, status, isKept, send, change, check } = useKey(place, clock);
  const [sent, setSent] = useState<readonly SentLetter[]>([]);
  const [proposal, setProposal] = useState<Proposal>();
  const outbox = useOutbox(place.body, (one) => {
    setSent((before) => [...before, one]);
    void refresh(one.answer.version);
  });
  useEffect(() => outbox?.signWith(send), [outbox, send]);
  const waiting = outbox?.letters() ?? [];
  useAskAgain({ status, check }, waiting.length > 0 && !isStopped(waiting));

  if (!meeting || !outbox || !isRead) return <p role="status">{isOnline ? words.loading : words.line.down}</p>;
  const letters = outbox.letters();
  const propose = (next: Proposal): void => {
    if (letters.length === 0) setSent([]);
    setProposal(next);
  };
  const desk: Desk = {
    place,
    words,
    clock,
    meeting,
    history,
    key,
    keyStatus: status,
    useKey: change,
    checkKey: check,
    send,
    outbox,
    letters,
    propose,
  };
  return (
    <DeskProvider value={desk}>
      <Standing isOnline={isOnline} />
      <div class="desk">
        <KeyPanel isKept={isKept || !outbox.isKept()} />
        <div class="doing">
          <div aria-live="polite">{sent.length > 0 && <SentMessage sent={sent} origin={origin} />}</div>
          <h2 id="now" tabIndex={-1}>
            {words.now}
          </h2>
          <QuickActions />
        </div>
        <div class="beside">
          <MoreActions />
          <PastEvents />
        </div>
        <AgendaPane />
      </div>
      <div role="status">
        <OutboxBar isOnline={isOnline} />
      </div>
      {proposal && <ProposalDialog proposal={proposal} onClose={() => setProposal(undefined)} />}
    </DeskProvider>
  );
};
