import { useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { generateKey, importTypedKey, nameKey, type ConsoleKey } from "./key.ts";

/** What the operator runs to let this key speak for the body. */
const composeEnrolCommand = (body: string, key: ConsoleKey): string =>
  `npm run plenary -- keys add ${nameKey(key)} --body ${body} --public ${key.publicKey ?? ""}`;

const KeyDetails = ({ held }: { readonly held: ConsoleKey }) => {
  const { messages, address, keyStatus, changeKey, checkKey } = useConsole();
  const { key: say } = messages;
  const [isSure, setSure] = useState(false);
  return (
    <>
      {held.publicKey !== undefined && (
        <dl>
          <dt>{say.fingerprint}</dt>
          <dd>
            <code class="fingerprint">{held.fingerprint}</code>
            <p class="hint">{say.fingerprintHint}</p>
          </dd>
          <dt>{say.publicKey}</dt>
          <dd>
            <code>{held.publicKey}</code>
          </dd>
        </dl>
      )}
      {held.publicKey !== undefined && keyStatus === "not-enrolled" && (
        <div class="field">
          <label for="enrol">{say.enrol}</label>
          <textarea id="enrol" rows={4} readOnly value={composeEnrolCommand(address.body, held)} dir="ltr" />
        </div>
      )}
      <p class="hint">{say.loss}</p>
      <div class="bar">
        <button type="button" onClick={checkKey}>
          {say.checkAgain}
        </button>
        <button type="button" class="quiet" onClick={() => (isSure ? changeKey(undefined) : setSure(true))}>
          {isSure ? say.forgetSure : say.forget}
        </button>
      </div>
    </>
  );
};

const KeySetup = () => {
  const { messages, changeKey } = useConsole();
  const { key: say } = messages;
  const [wrong, setWrong] = useState<string>();
  const make = async (): Promise<void> => {
    const made = await generateKey();
    if (made) changeKey(made);
    else setWrong(say.notHere);
  };
  const type = async (form: HTMLFormElement): Promise<void> => {
    const secret = new FormData(form).get("secret");
    const typed = typeof secret === "string" ? await importTypedKey(secret) : undefined;
    form.reset();
    if (typed) changeKey(typed);
    else setWrong(say.notASecret);
  };
  return (
    <>
      <p>{say.none}</p>
      <p class="soft">{say.why}</p>
      {wrong !== undefined && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p class="hint">{say.makeHint}</p>
      <button type="button" class="go" onClick={() => void make()}>
        {say.make}
      </button>
      <details class="typed">
        <summary>{say.typed}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void type(event.currentTarget);
          }}
        >
          <div class="field">
            <label for="secret">{say.typed}</label>
            <input
              id="secret"
              name="secret"
              type="password"
              required
              autocomplete="off"
              spellcheck={false}
              dir="ltr"
              aria-describedby="secret-hint"
            />
            <p class="hint" id="secret-hint">
              {say.typedHint}
            </p>
          </div>
          <button type="submit">{say.use}</button>
        </form>
      </details>
    </>
  );
};

/** The key that signs: made here, or typed in; it never leaves this browser. */
export const KeyPanel = ({ isKept, isAsked }: { readonly isKept: boolean; readonly isAsked: boolean }) => {
  const { messages, key, keyStatus } = useConsole();
  return (
    <details class="key" open={isAsked}>
      <summary>
        <h2>{messages.key.title}</h2>{" "}
        {key && (
          <span class={keyStatus === "enrolled" || keyStatus === "not-permitted" ? "good" : "wrong"} role="status">
            {messages.key.status[keyStatus]}
          </span>
        )}
      </summary>
      {key ? <KeyDetails held={key} /> : <KeySetup />}
      {key && !isKept && <p class="hint">{messages.key.notKept}</p>}
    </details>
  );
};
