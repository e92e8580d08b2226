import { formatDayFeedPath, formatItemsFeedPath } from "../calendar/addresses.ts";
import type { Programme } from "../meeting/record.ts";
import { addLanguageQuery, type PageContext } from "./page-context.ts";
import { isOffered, Subscribe } from "./subscribe.tsx";

interface SubscribeToPartsProps {
  readonly record: Programme;
  readonly days: readonly string[];
  readonly context: PageContext;
}

/** How to follow a meeting that is too large for one calendar: by days, or by items that a person chooses. */
export const SubscribeToParts = ({ record, days, context }: SubscribeToPartsProps) => {
  const { page, messages, origin } = context;
  const chosen = record.agenda.items.slice(0, 2).map(({ number, id = number }) => id);
  return (
    <>
      <p class="notice">{page.tooLarge}</p>
      {days.map((day) => {
        const address = addLanguageQuery(context, `${origin}${formatDayFeedPath(record.body.id, record.id, day)}`);
        return (
          isOffered(address, context) && (
            <details class="follow">
              <summary>{messages.dates.weekday(day)}</summary>
              <Subscribe address={address} name={messages.dates.day(day)} context={context} />
            </details>
          )
        );
      })}
      <p class="soft">
        {page.ownChoice} <code dir="ltr">{`${origin}${formatItemsFeedPath(record.body.id, record.id, chosen)}`}</code>
      </p>
    </>
  );
};
