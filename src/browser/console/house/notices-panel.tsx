import { useRef } from "preact/hooks";
import { interpolate } from "../../../meeting/interpolate.ts";
import { chooseText } from "../../../meeting/text.ts";
import { useConsole } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { CONTROLS } from "../event/fields.ts";
import { TextControl } from "../event/text-control.tsx";
import { readByLanguage } from "../event/texts.ts";
import type { SendResult } from "../send.ts";
import { useNotices } from "./use-notices.ts";

/** What a meeting answered to the notice. */
const NoticeAnswer = ({ result }: { readonly result: SendResult }) => {
  const context = useConsole();
  const { house, setup } = context.messages;
  if (result.ok) return <span class="good">{house.given}</span>;
  const why = result.error === "unreachable" ? setup.noLine : describeProblem(result.error, context);
  return <span class="wrong">{interpolate(house.notGiven, { why })}</span>;
};

/** One notice to all meetings of the house to which this browser may give one. */
export const NoticesPanel = () => {
  const { messages, clock } = useConsole();
  const { house: say, own } = messages;
  const form = useRef<HTMLFormElement>(null);
  const { addressees, answers, load, give, forget } = useNotices();
  const today = new Date(clock.now()).toISOString().slice(0, 10);
  const submit = async (): Promise<void> => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const chosen = new Set(data.getAll("to"));
    const text = readByLanguage(data, "text", own.language);
    if (text !== undefined) await give(text, addressees?.filter(({ body, meeting }) => chosen.has(`${body}/${meeting}`)) ?? []);
  };
  return (
    <details class="notices" onToggle={({ currentTarget }) => void (currentTarget.open && load())}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <p class="hint">{say.hint}</p>
      <div role="status">
        {!addressees && <p class="soft">{say.looking}</p>}
        {addressees?.length === 0 && <p class="soft">{say.none}</p>}
      </div>
      {addressees && addressees.length > 0 && (
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <div onInput={forget}>
            <TextControl name="text" maxLength={CONTROLS.text.maxLength} isRequired error={undefined} hint={messages.shownToAll} />
          </div>
          <fieldset class="field">
            <legend>{say.meetings}</legend>
            {addressees.map((one) => {
              const result = answers.get(one);
              return (
                <div key={`${one.body}/${one.meeting}`}>
                  <label class="box">
                    <input type="checkbox" name="to" value={`${one.body}/${one.meeting}`} defaultChecked={one.opensOn <= today} />{" "}
                    <span>
                      <bdi>{chooseText(one.title, own.language)}</bdi>
                      {own.punctuation.comma}
                      {own.dates.days(one.opensOn, one.closesOn)}
                    </span>
                  </label>
                  {result && (
                    <p class="answer" role="status">
                      <NoticeAnswer result={result} />
                    </p>
                  )}
                </div>
              );
            })}
          </fieldset>
          <button type="submit" class="go">
            {say.give}
          </button>
        </form>
      )}
    </details>
  );
};
