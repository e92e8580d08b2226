import { useState } from "preact/hooks";
import { getDate, hasHour } from "../../../meeting/local-time.ts";
import { useConsole } from "../context.ts";
import type { FieldName } from "./fields.ts";
import { buildControlAttributes, Labelled } from "./controls.tsx";

interface MomentControlProps {
  readonly name: FieldName;
  readonly isRequired: boolean;
  readonly present: string | undefined;
  readonly error: string | undefined;
}

/** A local time; or a day alone: of a sitting whose hour is to be announced, of a deadline at the end of a day. */
export const MomentControl = ({ name, isRequired, present, error }: MomentControlProps) => {
  const { messages } = useConsole();
  const [isDay, setDay] = useState(present !== undefined && !hasHour(present));
  const value = present === undefined ? "" : isDay ? getDate(present) : hasHour(present) ? present : `${present}T10:00`;
  return (
    <>
      <Labelled name={name} label={messages.fields[name]} error={error}>
        <input
          key={String(isDay)}
          type={isDay ? "date" : "datetime-local"}
          required={isRequired}
          defaultValue={value}
          {...buildControlAttributes(name, error)}
        />
      </Labelled>
      <label class="box">
        <input type="checkbox" checked={isDay} onChange={({ currentTarget }) => setDay(currentTarget.checked)} />{" "}
        <span>{name === "start" ? messages.choices.hourUnknown : messages.choices.dayAlone}</span>
      </label>
    </>
  );
};
