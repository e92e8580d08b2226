import { useState } from "preact/hooks";
import type { BodyRecord } from "../../meeting/record.ts";
import { parseCode } from "../../standard-webhooks/access-code.ts";
import { buildControlAttributes, Labelled } from "../console/event/controls.tsx";
import type { ConsoleKey } from "../console/key/key.ts";
import type { ConsoleMessages } from "../console/messages/messages.ts";
import type { Clock } from "../console/server-clock.ts";
import { describeFault, listFieldFaults } from "./describe-fault.ts";
import { setUpBody, type SetupFault } from "./set-up-body.ts";

const OPTIONAL = ["publisher", "contact", "documents"] as const;

/** What a body is called in addresses, as far as its name says: `TIP WG` is `tip-wg`. */
const proposeId = (name: string): string =>
  name
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 40);

const readRecord = (form: FormData): BodyRecord => {
  const read = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const given = ["shortName", ...OPTIONAL].flatMap((name) => (read(name) === "" ? [] : [[name, read(name)]]));
  return { id: read("id"), name: read("name"), ...(Object.fromEntries(given) as Partial<BodyRecord>) };
};

interface BodyFormProps {
  readonly messages: ConsoleMessages;
  readonly clock: Clock;
  /** As the link has it. */
  readonly code: string;
  readonly onDone: (record: BodyRecord, held: ConsoleKey) => void;
}

/** Names the body whose link this is, and makes this browser the one that steers it. */
export const BodyForm = ({ messages, clock, code, onDone }: BodyFormProps) => {
  const { setup: say } = messages;
  const [shortName, setShortName] = useState("");
  const [fault, setFault] = useState<SetupFault>();
  const [isBusy, setBusy] = useState(false);
  const hasCode = parseCode(code) !== undefined;
  const faults = listFieldFaults(fault);
  const field = (name: string, label: string, attributes: Readonly<Record<string, unknown>>, hint?: string) => (
    <Labelled name={name} label={label} hint={hint} error={faults.get(name)}>
      <input type="text" autocomplete="off" {...attributes} {...buildControlAttributes(name, faults.get(name), hint)} />
    </Labelled>
  );
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const record = readRecord(data);
    const typed = data.get("code");
    setBusy(true);
    const done = await setUpBody(typeof typed === "string" ? typed : code, record, clock);
    setBusy(false);
    if (done.ok) onDone(record, done.value);
    else setFault(done.error);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {!hasCode && field("code", say.code, { required: true, spellcheck: false, dir: "ltr" }, say.codeHint)}
      {field("name", say.name, { required: true, maxLength: 300 })}
      {field("shortName", say.shortName, {
        maxLength: 24,
        onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => setShortName(currentTarget.value),
      })}
      <div key={proposeId(shortName)}>
        {field("id", say.id, { required: true, maxLength: 64, dir: "ltr", defaultValue: proposeId(shortName) }, say.idHint)}
      </div>
      <details>
        <summary>{say.optional}</summary>
        {field("publisher", say.publisher, { maxLength: 300 }, say.publisherHint)}
        {field("contact", say.contact, { type: "email" })}
        {field("documents", say.documents, { type: "url", dir: "ltr", placeholder: "https://undocs.org/{symbol}" }, say.documentsHint)}
      </details>
      {fault !== undefined && (
        <p class="wrong" role="alert">
          {describeFault(fault, messages)}
        </p>
      )}
      <div class="orders">
        <button type="submit" class="go" disabled={isBusy}>
          {say.register}
        </button>
      </div>
    </form>
  );
};
