import { useState } from "preact/hooks";
import { useDesk } from "../context.ts";
import { makeKey, typedKey, type HeldKey } from "./key.ts";

/** What the operator runs to let this key speak for the body, under a name that no other key has. */
const enrolCommand = (body: string, { publicKey, fingerprint = "" }: HeldKey): string => {
  const name = `console-${fingerprint.slice(0, 9).replace(" ", "").toLowerCase()}`;
  return `npm run plenary -- keys add ${name} --body ${body} --public ${publicKey ?? ""}`;
};

const Held = ({ held }: { readonly held: HeldKey }) => {
  const { words, place, keyStatus, useKey, checkKey } = useDesk();
  const { key: say } = words;
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
      {held.publicKey !== undefined && keyStatus !== "enrolled" && (
        <div class="field">
          <label for="enrol">{say.enrol}</label>
          <textarea id="enrol" rows={4} readOnly value={enrolCommand(place.body, held)} dir="ltr" />
        </div>
      )}
      <p class="hint">{say.loss}</p>
      <div class="bar">
        <button type="button" onClick={checkKey}>
          {say.checkAgain}
        </button>
        <button type="button" class="quiet" onClick={() => (isSure ? useKey(undefined) : setSure(true))}>
          {isSure ? say.forgetSure : say.forget}
        </button>
      </div>
    </>
  );
};

const NoKey = () => {
  const { words, useKey } = useDesk();
  const { key: say } = words;
  const [wrong, setWrong] = useState<string>();
  const make = async (): Promise<void> => {
    const made = await makeKey();
    if (made) useKey(made);
    else setWrong(say.notHere);
  };
  const type = async (form: HTMLFormElement): Promise<void> => {
    const secret = new FormData(form).get("secret");
    const typed = typeof secret === "string" ? await typedKey(secret) : undefined;
    form.reset();
    if (typed) useKey(typed);
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
    </>
  );
};

/** The key that signs: made here, or typed in; it never leaves this browser. */
export const KeyPanel = ({ isKept }: { readonly isKept: boolean }) => {
  const { words, key, keyStatus } = useDesk();
  return (
    <details class="key" open={!key || keyStatus === "not-enrolled" || keyStatus === "not-permitted"}>
      <summary>
        <h2>{words.key.title}</h2>{" "}
        {key && (
          <span class={keyStatus === "enrolled" ? "good" : "wrong"} role="status">
            {words.key.status[keyStatus]}
          </span>
        )}
      </summary>
      {key ? <Held held={key} /> : <NoKey />}
      {key && !isKept && <p class="hint">{words.key.notKept}</p>}
    </details>
  );
};
