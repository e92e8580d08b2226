import type { Deadline } from "../../machines/meeting/deadlines.ts";
import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { MeetingState, Notice } from "../../machines/meeting/state.ts";
import { getMeetingStatus } from "../../machines/meeting/statuses.ts";
import { formatMoment } from "../i18n/change-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { formatLocalTime, hasHour } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";

interface SectionProps {
  readonly state: MeetingState;
  readonly context: PageContext;
}

/** Until its time by what was reported since: a page asks no clock. */
const isShown = ({ until, slot }: Notice, { at, record, agenda }: MeetingState): boolean => {
  if (slot !== undefined || getMeetingStatus(agenda) === "closed") return false;
  const now = formatLocalTime(at, record.timezone);
  return until === undefined || (hasHour(until) ? until : `${until}T24:00`) > now;
};

/** Words to delegates of the meeting as a whole, the latest first; those of a sitting stand with it. */
export const Notices = ({ state, context: { messages, page, language } }: SectionProps) => {
  const shown = (state.notices ?? []).filter((notice) => isShown(notice, state)).toReversed();
  if (shown.length === 0) return null;
  return (
    <section class="notices" aria-labelledby="notices">
      <h2 id="notices">{page.notices}</h2>
      {shown.map(({ text, until }) => (
        <p class="notice">
          <bdi>{chooseText(text, language)}</bdi>
          {until !== undefined && <span class="soft"> ({interpolate(page.until, { time: formatMoment(until, messages) })})</span>}
        </p>
      ))}
    </section>
  );
};

const DeadlineLine = ({ deadline, state, context: { messages, language } }: SectionProps & { readonly deadline: Deadline }) => {
  const { kind, title, at, item } = deadline;
  const { colon, comma } = messages.punctuation;
  const [number] = item === undefined ? [] : describeItems(state, [item]).items.map((printed) => printed.number);
  const what = [
    messages.deadlines[kind],
    ...(title === undefined ? [] : [chooseText(title, language)]),
    ...(number === undefined ? [] : [`${messages.item} ${formatItemNumber(number)}`]),
  ];
  return (
    <li>
      <time datetime={at}>{formatMoment(at, messages)}</time>
      {colon}
      <bdi>{what.join(comma)}</bdi>
    </li>
  );
};

/** What is to be done by a time, the first first. */
export const Deadlines = ({ state, context }: SectionProps) => {
  const held = (state.deadlines ?? []).filter(({ withdrawn }) => !withdrawn).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{context.page.deadlines}</h2>
      <ul class="deadlines">
        {held.map((deadline) => (
          <DeadlineLine deadline={deadline} state={state} context={context} />
        ))}
      </ul>
    </section>
  );
};
