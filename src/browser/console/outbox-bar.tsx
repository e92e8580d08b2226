import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { fill } from "../../meeting/fill.ts";
import { useDesk } from "./desk.ts";
import type { Letter } from "./outbox.ts";
import { problemText } from "./problem-text.ts";
import type { ConsoleWords, MeetingEventType } from "./words/words.ts";

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

const asPart = ({ event }: Letter) => {
  const { body: _body, meeting: _meeting, expectedVersion: _version, ...given } = event.data;
  return { type: event.type as MeetingEventType, given };
};

const LetterRow = ({ letter }: { readonly letter: Letter }) => {
  const { words, place, outbox, meeting, propose } = useDesk();
  const { outbox: say } = words;
  const checkAgain = (): void => {
    outbox.undo(letter.id);
    const { meeting: about } = letter.event.data;
    propose({
      title: letterTitle(letter, words),
      parts: [asPart(letter)],
      ...(typeof about === "string" && about !== place.meeting && { meeting: about }),
    });
  };
  return (
    <li>
      <div>
        <strong>{letterTitle(letter, words)}</strong> {letter.state === "waiting" && say.waiting}
        {letter.state === "sending" && say.sending}
        {letter.state === "held" && say.held}
        {letter.state === "refused" && letter.problem && problemText(letter.problem, meeting.programme, words)}
      </div>
      {letter.state === "refused" && (
        <button type="button" onClick={checkAgain}>
          {words.steps.checkAgain}
        </button>
      )}
      {letter.state !== "sending" && (
        <button type="button" class="quiet" onClick={() => outbox.undo(letter.id)}>
          {letter.state === "counting" ? say.undo : say.discard}
        </button>
      )}
    </li>
  );
};

/** Whoever sends something is led to where it can be undone, and from there, once nothing is left, to where it is told. */
const useFocus = (section: RefObject<HTMLElement | null>, count: number): void => {
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) section.current?.focus();
    const isNowhere = document.activeElement === document.body;
    if (count === 0 && before.current > 0 && isNowhere) (document.getElementById("sent-title") ?? document.getElementById("now"))?.focus();
    before.current = count;
  }, [count]);
};

/** What is on its way: it can be undone until it leaves, and waits in order while there is no line. */
export const OutboxBar = ({ isOnline }: { readonly isOnline: boolean }) => {
  const { words, letters, outbox } = useDesk();
  const { outbox: say } = words;
  const section = useRef<HTMLElement>(null);
  const isCounting = letters.some(({ state }) => state === "counting");
  const now = useNow(isCounting);
  const due = Math.max(...letters.map((letter) => letter.due));
  const left = Math.max(0, Math.ceil((due - now) / SECOND));
  const isStopped = letters[0]?.state === "held" || letters[0]?.state === "refused";
  useEffect(() => {
    if (letters.length === 0) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    globalThis.addEventListener("beforeunload", warn);
    return () => globalThis.removeEventListener("beforeunload", warn);
  }, [letters.length === 0]);
  useFocus(section, letters.length);
  if (letters.length === 0) return null;
  return (
    <section class="outbox" aria-label={say.title} ref={section} tabIndex={-1}>
      {!isOnline && <p class="caution">{say.offline}</p>}
      <ol>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ol>
      {isCounting && (
        <p class="countdown" role="timer" aria-live="off">
          {fill(say.sendsIn, { seconds: String(left) })}
        </p>
      )}
      {(isCounting || isStopped) && (
        <button type="button" class="go" onClick={outbox.sendNow}>
          {isCounting ? say.sendNow : say.retry}
        </button>
      )}
    </section>
  );
};
