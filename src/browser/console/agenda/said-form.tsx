import { useId, useState } from "preact/hooks";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { Said, SaidItem, SaidSlot } from "./edits.ts";

type Kind = Said["kind"];

interface SaidFormProps {
  readonly messages: ConsoleMessages;
  /** As it is read now. */
  readonly first: Said;
  /** What it may be said to be. */
  readonly kinds: readonly Kind[];
  readonly onSaid: (said: Said) => void;
  readonly onClose: () => void;
}

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly type: "date" | "time" | "text";
  readonly value: string;
  readonly isOptional?: boolean;
}

const listAsked = (kind: Kind, first: Said, { fields, editing }: ConsoleMessages): readonly Asked[] => {
  const slot: Partial<SaidSlot> = first.kind === "slot" ? first : {};
  const item: Partial<SaidItem> = first.kind === "item" ? first : {};
  if (kind === "nothing") return [];
  return kind === "item"
    ? [
        { name: "number", label: editing.number, type: "text", value: item.number ?? "" },
        { name: "title", label: fields.title, type: "text", value: item.title ?? "" },
      ]
    : [
        { name: "date", label: fields.day, type: "date", value: slot.date ?? "" },
        { name: "start", label: fields.start, type: "time", value: slot.start ?? "" },
        { name: "end", label: fields.end, type: "time", value: slot.end ?? "", isOptional: true },
        { name: "items", label: fields.items, type: "text", value: slot.items ?? "", isOptional: true },
      ];
};

/** Preact has a type of its own for each type of input. */
const buildInputAttributes = (id: string, { name, type }: Pick<Asked, "name" | "type">): Readonly<Record<string, unknown>> => ({
  id,
  name,
  type,
});

const readSaid = (kind: Kind, form: FormData): Said => {
  const read = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  if (kind === "nothing") return { kind };
  return kind === "item"
    ? { kind, number: read("number"), title: read("title") }
    : { kind, date: read("date"), start: read("start"), end: read("end"), items: read("items") };
};

/** Says what a line, a sitting or an item is. */
export const SaidForm = ({ messages, first, kinds, onSaid, onClose }: SaidFormProps) => {
  const { editing: say, steps } = messages;
  const [kind, setKind] = useState<Kind>(first.kind);
  const id = useId();
  return (
    <form
      class="said"
      onSubmit={(event) => {
        event.preventDefault();
        onSaid(readSaid(kind, new FormData(event.currentTarget)));
        onClose();
      }}
    >
      {kinds.length > 1 && (
        <div class="field">
          <label for={`${id}-kind`}>{say.isNow}</label>
          <select id={`${id}-kind`} onChange={({ currentTarget }) => setKind(kinds.find((known) => known === currentTarget.value) ?? kind)}>
            {kinds.map((known) => (
              <option key={known} value={known} selected={known === kind}>
                {say.kinds[known]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="supplied">
        {listAsked(kind, first, messages).map(({ name, label, type, value, isOptional = false }) => (
          <div class="field" key={name}>
            <label for={`${id}-${name}`}>{label}</label>
            <input {...buildInputAttributes(`${id}-${name}`, { name, type })} defaultValue={value} required={!isOptional} />
            {name === "items" && <p class="hint">{say.itemsHint}</p>}
          </div>
        ))}
      </div>
      <div class="bar">
        <button type="submit" class="go">
          {say.save}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {steps.back}
        </button>
      </div>
    </form>
  );
};
