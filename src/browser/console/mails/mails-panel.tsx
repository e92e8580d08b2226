import { useState } from "preact/hooks";
import type { WaitingMail } from "../../../api/schemas/endpoints.ts";
import { useConsole } from "../context.ts";
import { useMails } from "./use-mails.ts";

interface MailProps {
  readonly mail: WaitingMail;
  readonly onSend: () => void;
  readonly onDrop: () => void;
}

/** One mail as its readers will have it. */
const Mail = ({ mail: { name, host, meeting, language, subject, text }, onSend, onDrop }: MailProps) => {
  const { mails: say, own } = useConsole().messages;
  const [isSure, setSure] = useState(false);
  return (
    <li>
      <p class="soft">
        <bdi>{name}</bdi> <bdi>{host}</bdi>
        {own.punctuation.comma}
        <bdi>{meeting}</bdi>
      </p>
      <div lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
        <p>
          <b>{subject}</b>
        </p>
        <pre tabIndex={0}>{text}</pre>
      </div>
      <div class="bar">
        <button type="button" onClick={onSend}>
          {say.send}
        </button>
        <button type="button" class="quiet ending" onClick={() => (isSure ? onDrop() : setSure(true))}>
          {isSure ? say.dropSure : say.drop}
        </button>
      </div>
    </li>
  );
};

/** Mails to lists that a person reads before they go out: what goes by itself is not among them. */
export const MailsPanel = () => {
  const { mails: say } = useConsole().messages;
  const { mails, outcome, load, send, drop } = useMails();
  return (
    <details class="mails issued" onToggle={({ currentTarget }) => void (currentTarget.open && load())}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <p class="hint">{say.hint}</p>
      {mails?.length === 0 && <p class="soft">{say.none}</p>}
      <ul class="plain">
        {mails?.map((mail) => (
          <Mail
            key={`${mail.name} ${mail.meeting} ${mail.position}`}
            mail={mail}
            onSend={() => void send(mail)}
            onDrop={() => void drop(mail)}
          />
        ))}
      </ul>
      <div role="status">{outcome && <p class={outcome.isWrong ? "wrong" : "good"}>{outcome.text}</p>}</div>
    </details>
  );
};
