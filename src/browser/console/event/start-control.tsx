import { useState } from "preact/hooks";
import { getDate, hasHour } from "../../../meeting/local-time.ts";
import { useConsole } from "../context.ts";
import { buildControlAttributes, Labelled } from "./controls.tsx";

interface StartControlProps {
  readonly isRequired: boolean;
  readonly present: string | undefined;
  readonly error: string | undefined;
}

/** When a sitting begins; or its day alone, where the hour is to be announced. */
export const StartControl = ({ isRequired, present, error }: StartControlProps) => {
  const { messages } = useConsole();
  const [isDay, setDay] = useState(present !== undefined && !hasHour(present));
  const value = present === undefined ? "" : isDay ? getDate(present) : hasHour(present) ? present : `${present}T10:00`;
  return (
    <>
      <Labelled name="start" label={messages.fields.start} error={error}>
        <input
          key={String(isDay)}
          type={isDay ? "date" : "datetime-local"}
          required={isRequired}
          defaultValue={value}
          {...buildControlAttributes("start", error)}
        />
      </Labelled>
      <label class="box">
        <input type="checkbox" checked={isDay} onChange={({ currentTarget }) => setDay(currentTarget.checked)} />{" "}
        <span>{messages.choices.hourUnknown}</span>
      </label>
    </>
  );
};
