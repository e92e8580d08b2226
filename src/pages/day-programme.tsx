import { hasHour } from "../meeting/local-time.ts";
import type { Text } from "../meeting/text.ts";
import type { ItemStatuses } from "./item-list.tsx";
import type { PageContext } from "./page-context.ts";
import { Times } from "./sitting-parts.tsx";
import { ParallelSitting, SittingSection } from "./sitting.tsx";
import type { Sitting } from "./sittings.ts";

interface DayProgrammeProps {
  readonly date: string;
  readonly sittings: readonly Sitting[];
  /** Where the meeting is. */
  readonly place: Text;
  readonly statuses: ItemStatuses;
  readonly context: PageContext;
}

type TogetherProps = Pick<DayProgrammeProps, "sittings" | "place" | "statuses" | "context">;

/** Sittings that begin at once, side by side: what tells them apart is the room, not the hour, which is said once. */
const Parallel = ({ sittings, ...parts }: TogetherProps) => {
  const [first] = sittings;
  if (!first) return null;
  const { entry } = first;
  const { messages } = parts.context;
  const hasOneEnd = sittings.every((other) => other.entry.end === entry.end);
  return (
    <section class="parallel" aria-label={messages.dates.slotName(entry.start, entry.part)}>
      <h4>
        {messages.dates.slotName(entry.start, entry.part)} {hasOneEnd && <Times entry={entry} context={parts.context} />}
      </h4>
      <div class="rooms">
        {sittings.map((sitting) => (
          <ParallelSitting sitting={sitting} hasOwnHours={!hasOneEnd} {...parts} />
        ))}
      </div>
    </section>
  );
};

/** What has no hour is not known to be at once. */
const groupByHour = (sittings: readonly Sitting[]): readonly (readonly Sitting[])[] => [
  ...Map.groupBy(sittings, ({ number, entry }) => (hasHour(entry.start) ? entry.start : number)).values(),
];

/** The sittings of a day by the hours at which they begin. */
export const DayProgramme = ({ date, sittings, ...parts }: DayProgrammeProps) => {
  const { dates } = parts.context.messages;
  return (
    <section class="day" aria-labelledby={`day-${date}`}>
      <h3 id={`day-${date}`}>
        <time datetime={date}>{dates.weekday(date)}</time>
      </h3>
      {groupByHour(sittings).map((own) =>
        own.length > 1 ? <Parallel sittings={own} {...parts} /> : own.map((sitting) => <SittingSection sitting={sitting} {...parts} />),
      )}
    </section>
  );
};
