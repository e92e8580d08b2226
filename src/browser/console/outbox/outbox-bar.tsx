import type { RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { fill } from "../../../meeting/fill.ts";
import { useDesk } from "../context.ts";
import { isStopped, type Letter, type Letters, type LetterState } from "./queue.ts";
import { problemText } from "../problem-text.ts";
import type { Proposal } from "../event/draft-event.ts";
import type { ConsoleWords, MeetingEventType } from "../words/words.ts";

const SECOND = 1000;

/** The time, again each second while something counts down. */
const useNow = (isRunning: boolean): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
};

export const letterTitle = ({ event }: Letter, { events }: ConsoleWords): string => {
  const names: Readonly<Record<string, string>> = events;
  return names[event.type] ?? event.type;
};

/** A letter's own words, to be looked at again and sent in its place. */
const proposalOf = ({ id, event }: Letter, title: string, here: string): Proposal => {
  const { body: _body, meeting, expectedVersion: _version, ...given } = event.data;
  return {
    title,
    parts: [{ type: event.type as MeetingEventType, given }],
    happened: event.timestamp,
    former: id,
    ...(typeof meeting === "string" && meeting !== here && { meeting }),
  };
};

interface RowProps {
  readonly letter: Letter;
  /** Whether all wait until this one is settled. */
  readonly isInTheWay: boolean;
  /** Whether it waits for no line, but for the first. */
  readonly isBehind: boolean;
}

const LetterRow = ({ letter, isInTheWay, isBehind }: RowProps) => {
  const { words, place, outbox, meeting, propose } = useDesk();
  const { outbox: say } = words;
  const { id, state, problem } = letter;
  const title = letterTitle(letter, words);
  const said: Readonly<Record<LetterState, string | undefined>> = {
    counting: undefined,
    waiting: isBehind ? undefined : say.waiting,
    unanswered: say.waiting,
    sending: say.sending,
    held: say.held,
    refused: problem && problemText(problem, meeting.programme, words),
  };
  const about = useId();
  return (
    <li>
      <div id={about}>
        <strong>{title}</strong> {said[state]}
      </div>
      {state === "refused" && (
        <button type="button" aria-describedby={about} onClick={() => propose(proposalOf(letter, title, place.meeting))}>
          {words.steps.checkAgain}
        </button>
      )}
      {isInTheWay && (
        <button type="button" class="go" aria-describedby={about} onClick={() => outbox.release(id)}>
          {say.retry}
        </button>
      )}
      {state !== "sending" && (
        <button type="button" class="quiet" aria-describedby={about} onClick={() => outbox.undo(id)}>
          {state === "counting" ? say.undo : say.discard}
        </button>
      )}
    </li>
  );
};

/** Whoever sends something is led to where it can be undone, and from there, once nothing is left, to where it is told. */
const useFocus = (section: RefObject<HTMLElement | null>, letters: Letters): void => {
  const before = useRef(letters);
  useEffect(() => {
    const isNew = ({ id }: Letter): boolean => !before.current.some((letter) => letter.id === id);
    if (letters.some(isNew)) section.current?.focus();
    const isNowhere = document.activeElement === document.body;
    if (letters.length === 0 && before.current.length > 0 && isNowhere)
      (document.getElementById("sent-title") ?? document.getElementById("now"))?.focus();
    before.current = letters;
  }, [letters]);
};

/** What is on its way: it can be undone until it leaves, and waits in order while there is no line. */
export const OutboxBar = ({ isOnline }: { readonly isOnline: boolean }) => {
  const { words, letters, outbox } = useDesk();
  const { outbox: say } = words;
  const section = useRef<HTMLElement>(null);
  const isHeldUp = isStopped(letters);
  const counting = letters.filter(({ state }) => state === "counting");
  const isCounting = counting.length > 0 && !isHeldUp;
  const now = useNow(isCounting);
  const due = Math.max(...counting.map((letter) => letter.due));
  const left = Math.max(0, Math.ceil((due - now) / SECOND));
  useEffect(() => {
    if (letters.length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    globalThis.addEventListener("beforeunload", warn);
    return () => globalThis.removeEventListener("beforeunload", warn);
  }, [letters.length === 0]);
  useFocus(section, letters);
  if (letters.length === 0) return null;
  return (
    <section class="outbox" aria-label={say.title} ref={section} tabIndex={-1}>
      {!isOnline && <p class="caution">{say.offline}</p>}
      <ol>
        {letters.map((letter, at) => (
          <LetterRow key={letter.id} letter={letter} isInTheWay={isHeldUp && at === 0} isBehind={isHeldUp && at > 0} />
        ))}
      </ol>
      {isCounting && (
        <>
          <p class="countdown" role="timer" aria-live="off">
            {fill(say.sendsIn, { seconds: String(left) })}
          </p>
          <button type="button" class="go" onClick={outbox.sendNow}>
            {say.sendNow}
          </button>
        </>
      )}
    </section>
  );
};
