import { useState } from "preact/hooks";
import { ASKED_OVERRIDES, type AskedOverride, type Overrides } from "../../../documents/overrides.ts";
import type { Pasted, ReadAgenda } from "./agenda-reader.ts";
import { AgendaPreview } from "./agenda-preview.tsx";
import { useConsole } from "../context.ts";

const DATES: ReadonlySet<AskedOverride> = new Set(["opensOn", "closesOn"]);

const readOverrides = (form: FormData): Overrides =>
  Object.fromEntries(
    ASKED_OVERRIDES.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [];
    }),
  );

/** Takes a new agenda in by pasted text: shows what was understood, asks for what is missing, sends it like anything else. */
export const AgendaPane = () => {
  const { messages, meeting } = useConsole();
  const { agenda: say } = messages;
  const [pasted, setPasted] = useState<Pasted>({ text: "", html: "" });
  const [read, setRead] = useState<ReadAgenda>();
  const look = async (form: HTMLFormElement): Promise<void> => {
    const { readAgenda } = await import("./agenda-reader.ts");
    setRead(readAgenda(pasted, readOverrides(new FormData(form)), meeting));
  };
  const known: Readonly<Partial<Record<AskedOverride, string>>> = { timezone: meeting.record.timezone, id: meeting.record.id };
  return (
    <details class="wide">
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look(event.currentTarget);
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
        <details open={read !== undefined && read.missing.length > 0}>
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
      <div aria-live="polite">{read && <AgendaPreview read={read} />}</div>
    </details>
  );
};
