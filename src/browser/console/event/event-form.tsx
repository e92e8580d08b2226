import { useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { listFields, type DraftBatch } from "./draft-event.ts";
import type { FieldErrors } from "./describe-field-errors.ts";
import { EventControl } from "./event-control.tsx";
import type { Chosen } from "./form-values.ts";

interface EventFormProps {
  readonly draft: DraftBatch;
  readonly errors: FieldErrors;
}

/** The form of an event, generated from its fields, with the current values filled in. */
export const EventForm = ({ draft, errors }: EventFormProps) => {
  const { meeting } = useConsole();
  const [event] = draft.events;
  const possible = meeting.next.find(({ type }) => type === event?.type);
  const settle = (name: "slot" | "item", first: string | undefined): string | undefined => {
    const given = event?.given?.[name];
    return typeof given === "string" ? given : (event?.preset?.[name] ?? first);
  };
  const [chosen, setChosen] = useState<Chosen>({
    slot: settle("slot", possible?.slots?.[0]),
    item: settle("item", possible?.items?.[0]),
  });
  return (
    <>
      {listFields(draft, meeting).map((field) => (
        <EventControl key={field.name} {...field} draft={draft} errors={errors} chosen={chosen} onChoose={setChosen} />
      ))}
    </>
  );
};
