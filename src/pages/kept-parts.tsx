import { formatItemPath, formatMeetingPath, formatSlotPath } from "../calendar/addresses.ts";
import { findItem } from "../calendar/items.ts";
import type { MeetingChoice } from "../calendar/selection.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { localizePath } from "../i18n/paths.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";
import { splitChoice, Star } from "./stars.tsx";

/** What was chosen of a meeting, and the meeting, where it is there. */
export interface NamedChoice {
  readonly choice: MeetingChoice;
  readonly calendar: MeetingCalendar | undefined;
}

/** What a part is called, and where it is. */
const describePart = (
  { body, meeting, slots: [slot], items: [item] }: MeetingChoice,
  { messages, page }: PageContext,
  calendar?: MeetingCalendar,
) => {
  if (item !== undefined) {
    const number = (calendar && findItem(calendar, item)?.number) ?? item;
    return { name: `${messages.item} ${formatItemNumber(number)}`, path: formatItemPath(body, meeting, item) };
  }
  if (slot === undefined) return { name: page.stars.all, path: formatMeetingPath(body, meeting) };
  const entry = calendar?.rows.find((row) => row.entry.slot === slot)?.entry;
  const name = entry
    ? `${messages.dates.slotName(entry.start, entry.part)}${messages.punctuation.comma}${messages.dates.day(entry.start)}`
    : slot;
  return { name, path: formatSlotPath({ body, meeting, slot }) };
};

/** What is kept, meeting by meeting, to be dropped again. */
export const KeptParts = ({ choices, context }: { readonly choices: readonly NamedChoice[]; readonly context: PageContext }) => (
  <section class="kept" aria-labelledby="kept">
    <h2 id="kept">{context.page.stars.kept}</h2>
    {choices.map(({ choice, calendar }) => {
      const record = calendar?.state.record;
      const meeting = record ? chooseText(record.title, context.language) : `${choice.body} ${choice.meeting}`;
      return (
        <>
          <h3>{meeting}</h3>
          <ul class="list">
            {splitChoice(choice).map((part) => {
              const { name, path } = describePart(part, context, calendar);
              return (
                <li class="kept-part">
                  <a href={localizePath(context.language, path)}>{name}</a>
                  <Star parts={[part]} about={`${name}${context.messages.punctuation.comma}${meeting}`} context={context} />
                </li>
              );
            })}
          </ul>
        </>
      );
    })}
  </section>
);
