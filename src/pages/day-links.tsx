import { formatAgendaPath, formatMeetingPath } from "../calendar/addresses.ts";
import { localizePath } from "../i18n/paths.ts";
import type { Programme } from "../meeting/record.ts";
import type { PageContext } from "./page-context.ts";

interface DayLinksProps {
  readonly record: Programme;
  readonly days: readonly string[];
  /** Undefined where all are. */
  readonly shown: string | undefined;
  /** At the meeting's place. */
  readonly today: string;
  readonly context: PageContext;
}

/** The days of a meeting, one tap away from each other. */
export const DayLinks = ({ record, days, shown, today, context }: DayLinksProps) => {
  const { language, messages, page } = context;
  const path = localizePath(language, formatMeetingPath(record.body.id, record.id));
  return (
    <nav class="day-links" aria-label={page.programme}>
      <ul>
        {days.length > 1 && (
          <>
            {days.map((day, at) => (
              <li>
                <a href={`${path}/${day}`} aria-current={day === shown ? "date" : undefined}>
                  <time datetime={day}>{messages.dates.dayInList(day, days[at - 1])}</time>
                  {day === today && <span class="tag open">{page.today}</span>}
                </a>
              </li>
            ))}
            <li>
              <a href={`${path}/programme`} aria-current={shown === undefined ? "true" : undefined}>
                {page.allDays}
              </a>
            </li>
          </>
        )}
        <li>
          <a href={localizePath(language, formatAgendaPath(record.body.id, record.id))}>{page.agenda}</a>
        </li>
      </ul>
    </nav>
  );
};
