import { formatSlotPath } from "../../../calendar/addresses.ts";
import { useConsole } from "../context.ts";
import { labelLead, labelSlot, listItemTitles } from "../labels.ts";
import { buildControlAttributes, Labelled, Select } from "./controls.tsx";
import type { FieldErrors } from "./describe-field-errors.ts";
import type { DraftBatch } from "./draft-event.ts";
import type { Control, FieldName } from "./fields.ts";
import { listSlots, pickFreeNumber, readPresentValues, type Chosen } from "./form-values.ts";

export interface EventControlProps {
  readonly name: FieldName;
  readonly isRequired: boolean;
  readonly draft: DraftBatch;
  readonly errors: FieldErrors;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One of the sittings; of a new one, its number, which nobody needs to choose. */
export const SlotControl = ({ name, isRequired, draft, errors, chosen, onChoose }: EventControlProps) => {
  const { meeting, messages, queue, drafts } = useConsole();
  const [event] = draft.events;
  const error = errors.get(name);
  if (event?.type === "slot.added" && name === "slot") {
    const named = [...queue.map((queued) => queued.event.data["slot"]), ...drafts.events.map(({ given }) => given["slot"])];
    return <input type="hidden" name="slot" value={pickFreeNumber(meeting, named)} />;
  }
  const options = listSlots(name, draft, meeting, chosen).map((slot) => [slot.number, labelSlot(slot, messages)] as const);
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      <Select
        key={`${name}-${chosen.item ?? ""}-${name === "slot" ? "" : (chosen.slot ?? "")}`}
        options={options}
        selected={event?.preset?.[name]}
        isRequired={isRequired}
        attributes={buildControlAttributes(name, error)}
        {...(name === "slot" && { onChoose: (slot: string) => onChoose({ ...chosen, slot }) })}
      />
    </Labelled>
  );
};

/** One of the items; of a new one, the number that it is given. */
export const ItemControl = ({ name, isRequired, draft, errors, chosen, onChoose }: EventControlProps) => {
  const { meeting, messages } = useConsole();
  const [event] = draft.events;
  const error = errors.get(name);
  const attributes = buildControlAttributes(name, error);
  const titles = listItemTitles(meeting.agendaItems, messages);
  const possible = meeting.next.find(({ type }) => type === event?.type)?.items ?? [];
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      {event?.type === "item.added" ? (
        <input type="text" maxLength={24} autocomplete="off" required={isRequired} {...attributes} />
      ) : (
        <Select
          options={possible.map((number) => [number, titles.get(number) ?? number])}
          selected={chosen.item}
          isRequired={isRequired}
          onChoose={(item) => onChoose({ ...chosen, item })}
          attributes={attributes}
        />
      )}
    </Labelled>
  );
};

/** What a sitting follows: another sitting, also one that another body keeps, or an item. */
export const AfterControl = ({ name, isRequired, errors, chosen }: EventControlProps) => {
  const { meeting, messages } = useConsole();
  const error = errors.get(name);
  const slots = meeting.programme.filter(({ number }) => number !== chosen.slot);
  const options = [
    ...slots.map((slot) => [`slot ${slot.number}`, labelSlot(slot, messages)] as const),
    ...meeting.joined.map(({ lead }) => [`lead ${formatSlotPath(lead)}`, labelLead(lead, meeting, messages)] as const),
    ...[...listItemTitles(meeting.agendaItems, messages)].map(([number, title]) => [`item ${number}`, title] as const),
  ];
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      <Select
        key={`${name}-${chosen.slot ?? ""}`}
        options={options}
        isRequired={isRequired}
        attributes={buildControlAttributes(name, error)}
      />
    </Labelled>
  );
};

type ChoiceControlProps = EventControlProps & Pick<Extract<Control, { readonly kind: "choice" }>, "of">;

/** One of the words of a closed table. */
export const ChoiceControl = ({ name, isRequired, draft, errors, chosen, of }: ChoiceControlProps) => {
  const { meeting, messages } = useConsole();
  const [event] = draft.events;
  const error = errors.get(name);
  const { open, closed } = messages.choices;
  const tables: Readonly<Record<"access" | "parts", Readonly<Record<string, string>>>> = {
    access: { open, closed },
    parts: messages.own.dates.parts,
  };
  const present = readPresentValues(meeting, event, chosen)[name];
  const names: Readonly<Record<string, string>> =
    of === "access" || of === "parts"
      ? tables[of]
      : event?.type.startsWith("deadline.") && name === "kind"
        ? messages.own.deadlines
        : messages.own[of];
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      <Select
        key={`${name}-${chosen.slot ?? ""}`}
        options={Object.entries(names)}
        selected={typeof present === "string" ? present : undefined}
        isRequired={isRequired}
        attributes={buildControlAttributes(name, error)}
      />
    </Labelled>
  );
};
