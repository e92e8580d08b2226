import { useEffect, useState } from "preact/hooks";
import { meetingPath } from "../../../calendar/addresses.ts";
import { LANGUAGES, titleIn } from "../../../meeting/text.ts";
import type { Answer } from "../../../api/event-answer.ts";
import { publisherText } from "../../../i18n/entry-text.ts";
import { changeLines } from "../event/changes.ts";
import { useDesk } from "../context.ts";
import type { Letter } from "./queue.ts";
import { letterTitle } from "./outbox-bar.tsx";
import { pagePath, type Meeting } from "../api.ts";
import { isLanguage, loadWords } from "../words/load.ts";
import type { ConsoleWords } from "../words/words.ts";

/** An event that was applied, with what the dry run said of it. */
export interface SentLetter {
  readonly letter: Letter;
  readonly answer: Answer;
}

/** A message for e-mail and messengers: what changed, where to look, what prevails. */
const messageText = (sent: readonly SentLetter[], meeting: Meeting, origin: string, words: ConsoleWords): string => {
  const { own } = words;
  const { record } = meeting;
  const checked = sent.flatMap(({ letter }) => (letter.checked ? [letter.checked] : []));
  const lines = checked.length > 0 ? changeLines(checked, meeting, words) : [];
  const heading = [titleIn(record.title, own.language), record.city, own.dates.days(record.opensOn, record.closesOn)];
  return [
    heading.filter((part) => part !== undefined).join(own.punctuation.comma),
    "",
    ...(lines.length > 0 ? lines : sent.map(({ letter }) => letterTitle(letter, words))).map((line) => `• ${line}`),
    "",
    `${own.programme}${own.punctuation.colon}${origin}${pagePath(own.language, meetingPath(record.body.id, record.id))}`,
    own.caution,
    publisherText(record.body, own),
  ].join("\n");
};

const SAID_FOR = 2000;

interface MessageProps {
  readonly sent: readonly SentLetter[];
  readonly origin: string;
}

/** The answer to what was just sent, and the message to pass on. */
export const SentMessage = ({ sent, origin }: MessageProps) => {
  const { meeting, words } = useDesk();
  const [inWords, setWords] = useState(words);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => setWords(words), [words]);
  const text = messageText(sent, meeting, origin, inWords);
  const names = new Intl.DisplayNames(words.own.language, { type: "language" });
  const choose = async (language: string): Promise<void> => {
    if (isLanguage(language)) setWords(await loadWords(language));
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), SAID_FOR);
  };
  return (
    <section class="sent" aria-labelledby="sent-title">
      <h2 id="sent-title" tabIndex={-1}>
        {words.outbox.sent}
      </h2>
      <ul class="changes">
        {sent.map(({ letter }) => (
          <li>{letterTitle(letter, words)}</li>
        ))}
      </ul>
      <div class="field">
        <label for="message-text">{words.message.title}</label>
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
        <label for="message-language">{words.message.language}</label>
        <select id="message-language" onChange={({ currentTarget }) => void choose(currentTarget.value)}>
          {LANGUAGES.map((language) => (
            <option value={language} selected={language === inWords.own.language}>
              {names.of(language)}
            </option>
          ))}
        </select>
        <button type="button" onClick={() => void copy()}>
          {isCopied ? words.page.copied : words.page.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="quiet" onClick={() => void navigator.share({ text }).catch(() => undefined)}>
            {words.message.share}
          </button>
        )}
      </div>
    </section>
  );
};
