import type { Deadline } from "../../machines/meeting/deadlines.ts";
import { listNotices } from "../../machines/meeting/notices.ts";
import { describeItems } from "../../machines/meeting/printed-items.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { formatDayAndTime } from "../i18n/change-text.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { chooseText } from "../meeting/text.ts";
import type { PageContext } from "./page-context.ts";

interface SectionProps {
  readonly state: MeetingState;
  readonly context: PageContext;
}

export const Notices = ({ state, context: { messages, page, language } }: SectionProps) => {
  const shown = listNotices(state);
  if (shown.length === 0) return null;
  return (
    <section class="notices" aria-labelledby="notices">
      <h2 id="notices">{page.notices}</h2>
      {shown.map(({ text, until }) => (
        <p class="notice">
          <bdi>{chooseText(text, language)}</bdi>
          {until !== undefined && <span class="soft"> ({interpolate(page.until, { time: formatDayAndTime(until, messages) })})</span>}
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
      <time datetime={at}>{formatDayAndTime(at, messages)}</time>
      {colon}
      <bdi>{what.join(comma)}</bdi>
    </li>
  );
};

/** What is to be done by a time, the first first; before a day's sittings, what is to be done on it or later. */
export const Deadlines = ({ state, from = "", context }: SectionProps & { readonly from?: string | undefined }) => {
  const held = (state.deadlines ?? []).filter(({ withdrawn, at }) => !withdrawn && at >= from).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="deadlines">
      <h3 id="deadlines">{context.page.deadlines}</h3>
      <ul class="deadlines">
        {held.map((deadline) => (
          <DeadlineLine deadline={deadline} state={state} context={context} />
        ))}
      </ul>
    </section>
  );
};
