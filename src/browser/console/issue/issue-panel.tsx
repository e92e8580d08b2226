import { useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { LANGUAGE_NAMES } from "../../../i18n/language-names.ts";
import { addDays, formatLocalTime, getDate } from "../../../meeting/local-time.ts";
import { LANGUAGES } from "../../../meeting/text.ts";
import { useConsole } from "../context.ts";
import { printIssue } from "./print-issue.ts";

/** The programme of a day, as a house issues it the evening before: to be pasted, printed and mailed; and the mail of what changed since. */
const IssueForm = () => {
  const { messages, address, meeting, clock } = useConsole();
  const { issue: say, own, page } = messages;
  const [language, setLanguage] = useState(own.language);
  const [day, setDay] = useState(() => addDays(getDate(formatLocalTime(clock.now(), meeting.record.timezone)), 1));
  const [since, setSince] = useState("");
  const [text, setText] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const path = formatMeetingPath(address.body, address.meeting);
  const query = `lang=${language}${since === "" ? "" : `&since=${since}`}`;
  const show = async (): Promise<void> => {
    const response = await fetch(`${path}/${day}.txt?${query}`);
    setCopied(false);
    setText(response.ok ? await response.text() : say.noSuchDay);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text ?? "");
    setCopied(true);
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void show();
        }}
      >
        <div class="field">
          <label for="issue-day">{say.day}</label>
          <input id="issue-day" type="date" required value={day} onInput={({ currentTarget }) => setDay(currentTarget.value)} />
        </div>
        <div class="field">
          <label for="issue-language">{messages.message.language}</label>
          <select
            id="issue-language"
            value={language}
            onChange={({ currentTarget }) => setLanguage(LANGUAGES.find((one) => one === currentTarget.value) ?? own.language)}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="issue-since">{say.since}</label>
          <input
            id="issue-since"
            type="number"
            min="1"
            max={meeting.version}
            value={since}
            onInput={({ currentTarget }) => setSince(currentTarget.value)}
            aria-describedby="issue-since-hint"
          />
          <p class="hint" id="issue-since-hint">
            {say.sinceHint}
          </p>
        </div>
        <button type="submit">{say.show}</button>
      </form>
      {text !== undefined && (
        <div class="issued" role="status">
          <pre tabIndex={0} lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
            {text}
          </pre>
          <div class="bar">
            <button type="button" onClick={() => void copy()}>
              {isCopied ? page.copied : page.copy}
            </button>
            <button type="button" class="quiet" onClick={() => printIssue(text, language)}>
              {say.print}
            </button>
          </div>
        </div>
      )}
      <p>
        <a href={`${path}/${day}.eml?${query}`} download>
          {say.mail}
        </a>
      </p>
      {since !== "" && (
        <p>
          <a href={`${path}/changes.eml?${query}`} download>
            {say.changesMail}
          </a>
        </p>
      )}
      <p class="hint">{say.mailHint}</p>
    </>
  );
};

/** The same, folded away until somebody wants it. */
export const IssuePanel = () => {
  const { issue: say } = useConsole().messages;
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="issue" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      {isOpen && <IssueForm />}
    </details>
  );
};
