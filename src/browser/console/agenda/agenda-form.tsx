import { useState } from "preact/hooks";
import { ASKED_OVERRIDES, type AskedOverride, type Overrides } from "../../../documents/overrides.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { Pasted, readAgenda } from "./agenda-reader.ts";

const DATES: ReadonlySet<AskedOverride> = new Set(["opensOn", "closesOn"]);

const readOverrides = (form: FormData): Overrides =>
  Object.fromEntries(
    ASKED_OVERRIDES.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [];
    }),
  );

interface AgendaFormProps {
  readonly messages: ConsoleMessages;
  /** What is known beside the document. */
  readonly known: Readonly<Partial<Record<AskedOverride, string>>>;
  /** Whether something is missing that can be supplied. */
  readonly isIncomplete: boolean;
  /** Hands over what was pasted, and the importer, loaded by then. */
  readonly onRead: (pasted: Pasted, supplied: Overrides, reader: typeof readAgenda) => void;
}

/** Takes an agenda in by pasted text, and asks for what documents often lack. */
export const AgendaForm = ({ messages, known, isIncomplete, onRead }: AgendaFormProps) => {
  const { agenda: say } = messages;
  const [pasted, setPasted] = useState<Pasted>({ text: "", html: "" });
  const read = async (form: HTMLFormElement): Promise<void> => {
    const { readAgenda: reader } = await import("./agenda-reader.ts");
    onRead(pasted, readOverrides(new FormData(form)), reader);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void read(event.currentTarget);
      }}
    >
      <div class="field">
        <label for="agenda-text">{say.paste}</label>
        <textarea
          id="agenda-text"
          rows={8}
          required
          dir="auto"
          aria-describedby="agenda-hint"
          value={pasted.text}
          onInput={({ currentTarget }) =>
            setPasted((before) => ({ text: currentTarget.value, html: before.text === "" ? before.html : "" }))
          }
          onPaste={({ clipboardData }) =>
            setPasted((before) => ({ ...before, html: before.text === "" ? (clipboardData?.getData("text/html") ?? "") : "" }))
          }
        />
        <p class="hint" id="agenda-hint">
          {say.hint}
        </p>
      </div>
      <details open={isIncomplete}>
        <summary>{say.supply}</summary>
        <datalist id="zones">
          {Intl.supportedValuesOf("timeZone").map((zone) => (
            <option value={zone} />
          ))}
        </datalist>
        <div class="supplied">
          {ASKED_OVERRIDES.map((name) => (
            <div class="field" key={name}>
              <label for={`supplied-${name}`}>{say.overrides[name]}</label>
              <input
                id={`supplied-${name}`}
                name={name}
                type={DATES.has(name) ? "date" : "text"}
                defaultValue={known[name] ?? ""}
                list={name === "timezone" ? "zones" : undefined}
              />
            </div>
          ))}
        </div>
      </details>
      <button type="submit">{say.read}</button>
    </form>
  );
};
