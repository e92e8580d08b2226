import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { createMatcher } from "../matcher.ts";

interface LabelledProps {
  readonly name: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}

/** Beside a control: its hint, and what is wrong with it. */
export const Notes = ({ name, error, hint }: Pick<LabelledProps, "name" | "error" | "hint">) => (
  <>
    {hint !== undefined && (
      <p class="hint" id={`hint-${name}`}>
        {hint}
      </p>
    )}
    {error !== undefined && (
      <p class="wrong" id={`wrong-${name}`}>
        {error}
      </p>
    )}
  </>
);

/** A control under its name, with what is wrong with it beside it. */
export const Labelled = ({ name, label, error, hint, children }: LabelledProps) => (
  <div class="field">
    <label for={`field-${name}`}>{label}</label>
    {children}
    <Notes name={name} hint={hint} error={error} />
  </div>
);

/** What ties a control to its hint, and to what is wrong with it. */
export const buildControlAttributes = (name: string, error: string | undefined, hint?: string) => ({
  id: `field-${name}`,
  name,
  ...(error !== undefined && { "aria-invalid": true }),
  ...((error ?? hint) !== undefined && {
    "aria-describedby": [error !== undefined && `wrong-${name}`, hint !== undefined && `hint-${name}`].filter(Boolean).join(" "),
  }),
});

interface SelectProps {
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly selected?: string | undefined;
  readonly isRequired: boolean;
  readonly onChoose?: (value: string) => void;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** More than these are searched, not scrolled. */
const MAX_OPTIONS = 40;

export const Select = ({ options, selected, isRequired, onChoose, attributes }: SelectProps) => {
  const { messages } = useConsole();
  const [query, setQuery] = useState("");
  const matches = createMatcher(query, messages);
  const found = query === "" ? options : options.filter(([value, label]) => value === selected || matches(label));
  return (
    <>
      {options.length > MAX_OPTIONS && (
        <input
          type="search"
          autocomplete="off"
          aria-label={messages.programme.search}
          placeholder={messages.programme.search}
          onInput={(event) => {
            event.stopPropagation();
            setQuery(event.currentTarget.value);
          }}
        />
      )}
      <select {...attributes} required={isRequired} onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}>
        {!isRequired && <option value="">{messages.choices.none}</option>}
        {found.slice(0, MAX_OPTIONS).map(([value, label]) => (
          <option key={value} value={value} selected={value === selected}>
            {label}
          </option>
        ))}
      </select>
    </>
  );
};
