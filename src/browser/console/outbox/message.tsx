import { useEffect, useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { LANGUAGES, chooseText } from "../../../meeting/text.ts";
import type { Answer } from "../../../api/schemas/answer.ts";
import { formatPublisher } from "../../../i18n/entry-text.ts";
import { describeChanges } from "../event/changes.ts";
import { useConsole } from "../context.ts";
import type { QueuedEvent } from "./queue.ts";
import { labelEvent } from "./outbox-bar.tsx";
import { localizePath } from "../../../i18n/paths.ts";
import type { Meeting } from "../api.ts";
import { isLanguage, loadMessages } from "../messages/load.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** An event that was applied, with what the dry run said of it. */
export interface SentEvent {
  readonly event: QueuedEvent;
  readonly answer: Answer;
}

/** A message for e-mail and messengers: what changed, where to look, what prevails. */
const composeMessage = (sent: readonly SentEvent[], meeting: Meeting, origin: string, messages: ConsoleMessages): string => {
  const { own } = messages;
  const { record } = meeting;
  const checked = sent.flatMap(({ event }) => (event.checked ? [event.checked] : []));
  const lines = checked.length > 0 ? describeChanges(checked, meeting, messages) : [];
  const heading = [
    chooseText(record.title, own.language),
    record.city && chooseText(record.city, own.language),
    own.dates.days(record.opensOn, record.closesOn),
  ];
  return [
    heading.filter((part) => part !== undefined).join(own.punctuation.comma),
    "",
    ...(lines.length > 0 ? lines : sent.map(({ event }) => labelEvent(event, messages))).map((line) => `• ${line}`),
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

/** The answer to what was just sent, and the message to pass on. */
export const SentMessage = ({ sent, origin }: MessageProps) => {
  const { meeting, messages } = useConsole();
  const [inWords, setWords] = useState(messages);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setWords(messages), [messages]);
  const text = composeMessage(sent, meeting, origin, inWords);
  const names = new Intl.DisplayNames(messages.own.language, { type: "language" });
  const choose = async (language: string): Promise<void> => {
    if (isLanguage(language)) setWords(await loadMessages(language));
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_FOR);
  };
  return (
    <section class="sent" aria-labelledby="sent-title">
      <h2 id="sent-title" tabIndex={-1}>
        {messages.outbox.sent}
      </h2>
      <ul class="changes">
        {sent.map(({ event }) => (
          <li>{labelEvent(event, messages)}</li>
        ))}
      </ul>
      <div class="field">
        <label for="message-text">{messages.message.title}</label>
        <textarea
          id="message-text"
          rows={9}
          readOnly
          value={text}
          lang={inWords.own.language}
          dir={inWords.own.language === "ar" ? "rtl" : "ltr"}
        />
      </div>
      <div class="bar">
        <label for="message-language">{messages.message.language}</label>
        <select id="message-language" onChange={({ currentTarget }) => void choose(currentTarget.value)}>
          {LANGUAGES.map((language) => (
            <option value={language} selected={language === inWords.own.language}>
              {names.of(language)}
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
    </section>
  );
};
