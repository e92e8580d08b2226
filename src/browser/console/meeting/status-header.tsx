import { LIFECYCLE, listReached } from "../../../../machines/meeting/statuses.ts";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { chooseText } from "../../../meeting/text.ts";
import { localizePath } from "../../../i18n/paths.ts";
import { formatSeen } from "../../kept-page.ts";
import { useConsole } from "../context.ts";
import { labelSlot } from "../labels.ts";

interface StatusProps {
  readonly isOnline: boolean;
  /** When what is shown was kept, where there is no line. */
  readonly keptAt: number | undefined;
}

/** Where the meeting stands, and what the device needs to know. */
export const StatusHeader = ({ isOnline, keptAt }: StatusProps) => {
  const { meeting, messages, clock, outbox } = useConsole();
  const { own } = messages;
  const { record } = meeting;
  const open = meeting.programme.filter(({ number }) => meeting.slots[number] === "open");
  const minutes = Math.round(clock.behind() / 60_000);
  const reached = new Set(listReached(meeting.state, meeting.steps));
  return (
    <div class="head">
      <p class="soft">
        <a href={localizePath(own.language, formatMeetingPath(record.body.id, record.id))}>{messages.publicPage}</a>
      </p>
      <h1>
        {messages.console}
        {own.punctuation.colon}
        <bdi>{chooseText(record.title, own.language)}</bdi>
      </h1>
      <p>
        {record.city !== undefined && (
          <>
            <bdi>{chooseText(record.city, messages.own.language)}</bdi>
            {own.punctuation.comma}
          </>
        )}
        {own.dates.days(record.opensOn, record.closesOn)}
      </p>
      <ol class="lifecycle" aria-label={messages.page.lifecycle}>
        {LIFECYCLE.map((state) => (
          <li
            class={reached.has(state) && state !== meeting.state ? "done" : undefined}
            aria-current={state === meeting.state ? "step" : undefined}
          >
            <span>{own.lifecycle[state]}</span>
          </li>
        ))}
      </ol>
      <p>
        {open.length === 0
          ? messages.page.meetingStatus[meeting.status.meeting]
          : open.map((slot) => interpolate(messages.openNow, { slot: labelSlot(slot, messages) })).join(" ")}
      </p>
      <p class={isOnline ? "soft" : "caution"} role="status">
        {isOnline ? messages.connection.up : messages.connection.down}
        {!isOnline && keptAt !== undefined && ` ${interpolate(messages.connection.asOf, { time: formatSeen(keptAt, own.language) })}`}
      </p>
      {minutes !== 0 && <p class="caution">{interpolate(messages.wrongClock, { minutes: String(Math.abs(minutes)) })}</p>}
      {!outbox.isKept() && <p class="caution">{messages.keepsNothing}</p>}
    </div>
  );
};
