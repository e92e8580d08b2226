import { LIFECYCLE, lifecycleOf } from "../../machines/agenda.ts";
import { meetingFeedPath, meetingPath, slotFeedPath } from "../calendar/addresses.ts";
import type { CalendarEntry } from "../calendar/entries.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { titleIn } from "../meeting/text.ts";
import { ENGLISH } from "../words/en.ts";
import { changeText, documentLink, printedNumber, stepText } from "../words/entry-texts.ts";
import { Layout } from "./layout.tsx";
import { subscribeLinks } from "./subscribe.ts";

const { dates } = ENGLISH;

const Subscribe = ({ address, name }: { readonly address: string; readonly name: string }) => (
  <p class="links">
    {subscribeLinks(address, name).map(({ label, href }) => (
      <a href={href}>{label}</a>
    ))}
    <code>{address}</code>
    <button type="button" hidden data-copy={address}>
      Copy
    </button>
  </p>
);

const Sitting = ({ entry, origin }: { readonly entry: CalendarEntry; readonly origin: string }) => (
  <section class={entry.status === "CANCELLED" ? "slot cancelled" : "slot"} id={`slot-${entry.slot}`}>
    <h3>
      {dates.slotName(entry.start)}, {dates.times(entry.start, entry.end)}
    </h3>
    <p class="soft">{[dates.day(entry.start), entry.location].filter(Boolean).join(", ")}</p>
    {entry.changes.map((change) => (
      <p class="change">{changeText(change, entry.timezone, ENGLISH)}</p>
    ))}
    <ol>
      {entry.items.map(({ number, title, continued }) => (
        <li>
          <span>{printedNumber(number)}</span>
          <span>
            {titleIn(title, "en")} {continued && `(${ENGLISH.continued})`}
          </span>
        </li>
      ))}
    </ol>
    {entry.documents.length > 0 && (
      <p class="links">
        {entry.documents.map(({ symbol }) => (
          <a href={documentLink(entry.body, symbol)}>{symbol}</a>
        ))}
      </p>
    )}
    <Subscribe address={`${origin}${slotFeedPath(entry.body.id, entry.meeting, entry.slot ?? "")}`} name={dates.slotName(entry.start)} />
  </section>
);

/** A meeting's page: where it stands, how to subscribe, and its programme. */
export const MeetingPage = ({ calendar, origin }: { readonly calendar: MeetingCalendar; readonly origin: string }) => {
  const { record, agenda, steps } = calendar.state;
  const feed = `${origin}${meetingFeedPath(record.body.id, record.id)}`;
  const title = titleIn(record.title, "en");
  const place = [record.city, dates.days(record.opensOn, record.closesOn)].filter(Boolean).join(", ");
  const present = lifecycleOf(agenda);
  return (
    <Layout title={`${title}, ${place}`} feed={feed} body={record.body}>
      <header>
        {record.body.parent && <p class="soft">{record.body.parent}</p>}
        <h1>{title}</h1>
        <p>{place}</p>
        <ol class="lifecycle">
          {LIFECYCLE.map((state) => (
            <li aria-current={state === present ? "step" : undefined}>{ENGLISH.lifecycle[state]}</li>
          ))}
        </ol>
      </header>
      <main>
        {steps.map((step) => (
          <p>{stepText(step, record.timezone, ENGLISH)}</p>
        ))}
        <h2>Subscribe to the whole meeting</h2>
        <Subscribe address={feed} name={title} />
        <p class="soft">
          Calendars look again every half hour to once a day; this page is always up to date. Each sitting below can be subscribed to alone.
        </p>
        <p>
          <a href={`${meetingPath(record.body.id, record.id)}/log`}>History: what happened, and when</a>
        </p>
        <h2>Programme</h2>
        {calendar.rows
          .filter(({ entry }) => entry.slot !== undefined)
          .toSorted((a, b) => (a.entry.start < b.entry.start ? -1 : 1))
          .map(({ entry }) => (
            <Sitting entry={entry} origin={origin} />
          ))}
      </main>
    </Layout>
  );
};
