import { useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { localizePath } from "../../../i18n/paths.ts";
import { useConsole } from "../context.ts";
import { QrImage } from "../invitation/qr-image.tsx";
import { describeOrder } from "../outbox/describe-sent.ts";
import { draftPrepared } from "./draft-prepared.ts";
import { encodeDraft } from "./encode-draft.ts";

/** As much as a code can hold that a phone reads off a screen. */
const MAX_CODE = 1_200;

/** What was put aside: a link by which a colleague opens it, reads what it would change, and sends it. */
export const DraftsPanel = ({ origin }: { readonly origin: string }) => {
  const { messages, address, meeting, drafts, startDraft, limits } = useConsole();
  const { drafts: say, own, page, message } = messages;
  const { events, change, isPreparing, prepare } = drafts;
  const [link, setLink] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const console = `${origin}${localizePath(own.language, `${formatMeetingPath(address.body, address.meeting)}/console`)}`;
  const show = async (): Promise<void> => {
    setLink(`${console}#${await encodeDraft(events)}`);
    setCopied(false);
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link ?? "");
    setCopied(true);
  };
  const remove = (at: number): void => {
    setLink(undefined);
    change(events.filter((_, other) => other !== at));
  };
  return (
    <details class="drafts" open={isPreparing || events.length > 0}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      {limits?.dryRunsOnly ? (
        <p>{say.preparer}</p>
      ) : (
        <label class="box">
          <input type="checkbox" checked={isPreparing} onChange={({ currentTarget }) => prepare(currentTarget.checked)} />{" "}
          <span>{say.prepare}</span>
        </label>
      )}
      {events.length === 0 && <p class="soft">{say.none}</p>}
      <ol class="past">
        {events.map(({ type, given }, at) => {
          const text = describeOrder(type, given, meeting, messages);
          return (
            <li key={`${at} ${text}`}>
              <div>{text}</div>
              <button type="button" class="quiet" aria-label={`${say.remove}${own.punctuation.colon}${text}`} onClick={() => remove(at)}>
                {say.remove}
              </button>
            </li>
          );
        })}
      </ol>
      {events.length > 0 && (
        <div class="bar">
          <button type="button" onClick={() => void show()}>
            {say.makeLink}
          </button>
          {!limits?.dryRunsOnly && (
            <button type="button" class="go" onClick={() => startDraft(draftPrepared(events, say.title))}>
              {say.open}
            </button>
          )}
        </div>
      )}
      {link !== undefined && (
        <div class="made">
          <p class="hint">{say.hint}</p>
          {link.length <= MAX_CODE && <QrImage text={link} label={say.qr} />}
          <textarea aria-label={say.link} readOnly rows={3} dir="ltr" value={link} />
          <div class="bar">
            <button type="button" onClick={() => void copy()}>
              {isCopied ? page.copied : page.copy}
            </button>
            {"share" in navigator && (
              <button type="button" class="quiet" onClick={() => void navigator.share({ url: link }).catch(() => undefined)}>
                {message.share}
              </button>
            )}
          </div>
        </div>
      )}
    </details>
  );
};
