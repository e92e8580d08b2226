import { useId, useState } from "preact/hooks";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { SlotKind } from "../../../meeting/record.ts";
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
  readonly hint?: string;
  /** One of these, with its name. */
  readonly choices?: Readonly<Record<string, string>>;
}

const listAsked = (kind: Kind, first: Said, { fields, editing, own }: ConsoleMessages): readonly Asked[] => {
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
        { name: "start", label: fields.start, type: "time", value: slot.start ?? "", isOptional: true, hint: editing.hourHint },
        { name: "end", label: fields.end, type: "time", value: slot.end ?? "", isOptional: true },
        { name: "items", label: fields.items, type: "text", value: slot.items ?? "", isOptional: true, hint: editing.itemsHint },
        { name: "venue", label: fields.venue, type: "text", value: slot.venue ?? "", isOptional: true },
        { name: "sitting", label: fields.kind, type: "text", value: slot.sitting ?? "plenary", choices: own.kinds },
        { name: "title", label: fields.title, type: "text", value: slot.title ?? "", isOptional: true },
      ];
};

/** Preact has a type of its own for each type of input. */
const buildInputAttributes = (id: string, { name, type }: Pick<Asked, "name" | "type">): Readonly<Record<string, unknown>> => ({
  id,
  name,
  type,
});

/** A field under its name, with its hint. */
const AskedField = ({ id, asked }: { readonly id: string; readonly asked: Asked }) => {
  const { name, label, value, isOptional = false, hint, choices } = asked;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {choices ? (
        <select id={id} name={name}>
          {Object.entries(choices).map(([key, words]) => (
            <option key={key} value={key} selected={key === value}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...buildInputAttributes(id, asked)}
          defaultValue={value}
          required={!isOptional}
          {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
        />
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

const readSaid = (kind: Kind, form: FormData, { own }: ConsoleMessages): Said => {
  const isSlotKind = (text: string): text is SlotKind => Object.hasOwn(own.kinds, text);
  const read = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  if (kind === "nothing") return { kind };
  if (kind === "item") return { kind, number: read("number"), title: read("title") };
  const [sitting, words] = [read("sitting"), { items: read("items"), venue: read("venue"), title: read("title") }];
  return {
    kind,
    date: read("date"),
    start: read("start"),
    end: read("end"),
    ...words,
    sitting: isSlotKind(sitting) ? sitting : "plenary",
  };
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
        onSaid(readSaid(kind, new FormData(event.currentTarget), messages));
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
        {listAsked(kind, first, messages).map((asked) => (
          <AskedField key={asked.name} id={`${id}-${asked.name}`} asked={asked} />
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
