import { useState } from "preact/hooks";
import { useProgramme } from "../context.ts";
import type { ProgrammeDay } from "./days.ts";
import type { Possible } from "./possible.ts";
import { SittingRow } from "./sitting-row.tsx";

interface DayProps {
  readonly day: ProgrammeDay;
  readonly titles: ReadonlyMap<string, string>;
  readonly possible: Possible;
}

/** The sittings of a day as rows; those at the same time side by side. */
export const DayRows = ({ day, titles, possible }: DayProps) => (
  <>
    {day.sittings.map((parallel) => (
      <ul key={parallel[0]?.number} class={parallel.length > 1 ? "sittings parallel" : "sittings"}>
        {parallel.map((slot) => (
          <SittingRow key={slot.number} slot={slot} titles={titles} possible={possible} />
        ))}
      </ul>
    ))}
  </>
);

/** Another day, folded: its rows are made once someone looks. */
export const FoldedDay = (props: DayProps) => {
  const { messages } = useProgramme();
  const [isOpen, setOpen] = useState(false);
  const { date, sittings } = props.day;
  return (
    <details class="other-day" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <strong>{messages.own.dates.weekday(date)}</strong> <span class="soft">({sittings.flat().length})</span>
      </summary>
      {isOpen && <DayRows {...props} />}
    </details>
  );
};
