import { useEffect, useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { LANGUAGES, chooseText, type Language } from "../../../meeting/text.ts";
import { formatPublisher } from "../../../i18n/entry-text.ts";
import { localizePath } from "../../../i18n/paths.ts";
import type { HistoryEntry } from "../../../reports/history.ts";
import { fetchHistory, type Meeting } from "../api.ts";
import { useConsole } from "../context.ts";
import { describeChanges } from "../event/changes.ts";
import { isLanguage, loadMessages } from "../messages/load.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import { describeSent, readWithdrawn } from "./describe-sent.ts";
import type { SentEvent } from "./use-outbox.ts";

/** What belongs to one message: the latest event, and what was sent within so many milliseconds before it. */
const TOGETHER = 300_000;

/** What is to be passed on: not what was undone, nor that it was. */
export const listToPassOn = (sent: readonly SentEvent[]): readonly SentEvent[] => {
  const last = sent.at(-1)?.at ?? 0;
  const undone = new Set(sent.map(({ event }) => readWithdrawn(event)));
  const known = new Set<unknown>(sent.map(({ event }) => event.id));
  return sent.filter(({ event, at }) => last - at <= TOGETHER && !undone.has(event.id) && !known.has(readWithdrawn(event)));
};

/** What an event changed, as its dry run had it; else as the history has it, or what was sent. */
const describeOne = (
  { event }: SentEvent,
  meeting: Meeting,
  history: readonly HistoryEntry[],
  messages: ConsoleMessages,
): readonly string[] => {
  const changes = event.checked ? describeChanges([event.checked], meeting, messages) : [];
  if (changes.length > 0) return changes;
  return [history.find(({ id }) => id === event.id)?.text ?? describeSent(event, [], meeting, messages)];
};

/** A message for e-mail and messengers: what changed, where to look, what prevails. */
const composeMessage = (lines: readonly string[], { record }: Meeting, origin: string, { own }: ConsoleMessages): string => {
  const heading = [
    chooseText(record.title, own.language),
    record.city && chooseText(record.city, own.language),
    own.dates.days(record.opensOn, record.closesOn),
  ];
  return [
    heading.filter((part) => part !== undefined).join(own.punctuation.comma),
    "",
    ...lines.map((line) => `• ${line}`),
    "",
    `${own.programme}${own.punctuation.colon}${origin}${localizePath(own.language, formatMeetingPath(record.body.id, record.id))}`,
    own.caution,
    formatPublisher(record.body, own),
  ].join("\n");
};

const SAID_FOR = 2000;

interface MessageProps {
  readonly sent: readonly SentEvent[];
  readonly origin: string;
}

/** A language's words, and the history in it. */
interface Wording {
  readonly messages: ConsoleMessages;
  readonly history: readonly HistoryEntry[];
}

/** The message to pass on of what was just sent. */
export const MessageToPassOn = ({ sent, origin }: MessageProps) => {
  const { address, meeting, messages, history } = useConsole();
  const [other, setOther] = useState<Wording>();
  const [isCopied, setCopied] = useState(false);
  const wording = other ?? { messages, history };
  const language = wording.messages.own.language;
  const choose = async (chosen: Language): Promise<void> => {
    const [words, past] = await Promise.all([loadMessages(chosen), fetchHistory(address, chosen).catch(() => [])]);
    setOther({ messages: words, history: past });
  };
  useEffect(() => {
    if (other) void choose(other.messages.own.language);
  }, [meeting.version]);
  const lines = [...new Set(sent.flatMap((one) => describeOne(one, meeting, wording.history, wording.messages)))];
  const text = composeMessage(lines, meeting, origin, wording.messages);
  const names = new Intl.DisplayNames(messages.own.language, { type: "language" });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_FOR);
  };
  return (
    <details class="message">
      <summary>
        <h2>{messages.message.title}</h2>
      </summary>
      <div class="field">
        <label for="message-text">{messages.message.title}</label>
        <textarea id="message-text" rows={9} readOnly value={text} lang={language} dir={language === "ar" ? "rtl" : "ltr"} />
      </div>
      <div class="bar">
        <label for="message-language">{messages.message.language}</label>
        <select id="message-language" onChange={({ currentTarget: { value } }) => isLanguage(value) && void choose(value)}>
          {LANGUAGES.map((one) => (
            <option value={one} selected={one === language}>
              {names.of(one)}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => void copy()}>
          {isCopied ? messages.page.copied : messages.page.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="quiet" onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            {messages.message.share}
          </button>
        )}
      </div>
    </details>
  );
};
