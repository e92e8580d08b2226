import { ASKED_OVERRIDES, type AskedOverride, type Overrides } from "../../../documents/overrides.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

const DATES: ReadonlySet<AskedOverride> = new Set(["opensOn", "closesOn"]);

export const readOverrides = (form: FormData): Overrides =>
  Object.fromEntries(
    ASKED_OVERRIDES.flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [];
    }),
  );

export interface SuppliedProps {
  readonly messages: ConsoleMessages;
  /** What is known beside the document. */
  readonly known: Readonly<Partial<Record<AskedOverride, string>>>;
  /** Whether something is missing that can be supplied. */
  readonly isIncomplete: boolean;
}

/** Asks for what documents often lack. */
export const SuppliedFields = ({ messages: { agenda: say }, known, isIncomplete }: SuppliedProps) => (
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
);
