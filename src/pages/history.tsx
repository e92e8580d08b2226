import { meetingPath } from "../calendar/addresses.ts";
import { localTimeOf } from "../meeting/local-time.ts";
import { titleIn } from "../meeting/text.ts";
import type { MeetingState } from "../../machines/state.ts";
import { ENGLISH } from "../words/english.ts";
import type { HistoryEntry } from "../words/history.ts";
import { Layout } from "./layout.tsx";

const { dates } = ENGLISH;

interface HistoryProps {
  readonly state: MeetingState;
  readonly history: readonly HistoryEntry[];
}

/** `/{body}/{meeting}/log`: what happened, when, which entries changed, under whose key. */
export const HistoryPage = ({ state: { record }, history }: HistoryProps) => {
  const whenText = (instant: string): string => {
    const local = localTimeOf(Date.parse(instant), record.timezone);
    return `${dates.day(local)}, ${dates.time(local)}`;
  };
  const title = titleIn(record.title, "en");
  const page = meetingPath(record.body.id, record.id);
  return (
    <Layout title={`History: ${title}`} body={record.body}>
      <header>
        <p class="soft">
          <a href={page}>{title}</a>
        </p>
        <h1>History</h1>
        <p class="soft">
          Each event as it was reported, the latest last. <a href={`${page}/report.txt`}>Draft paragraphs for the report</a>
        </p>
      </header>
      <main>
        {history.map(({ version, id, text, words, happened, arrived, key, changed, isWithdrawn, isRedacted }) => (
          <section class={isWithdrawn ? "slot withdrawn" : "slot"} id={`version-${version}`}>
            <h3>{text}</h3>
            {words.map((word) => (
              <p>“{word}”</p>
            ))}
            {isWithdrawn && <p class="change">Withdrawn later: sent by mistake.</p>}
            {isRedacted && <p class="change">Its words were removed.</p>}
            <p class="soft">
              {whenText(happened)}; arrived {whenText(arrived)}, signed by the {key}. <a href={`?version=${version}`}>Version {version}</a>
            </p>
            <p class="soft">
              {changed.length > 0
                ? `Calendar entries changed: ${changed.map(({ slot }) => `slot ${slot}`).join(", ")}.`
                : "No calendar entry changed."}{" "}
              <code>{id}</code>
            </p>
          </section>
        ))}
      </main>
    </Layout>
  );
};
