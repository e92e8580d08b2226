import { formatMeetingPath } from "../calendar/addresses.ts";
import { interpolate } from "../meeting/interpolate.ts";
import { readFirstNumber } from "../meeting/numbered-items.ts";
import { formatLocalTime } from "../meeting/local-time.ts";
import { chooseText } from "../meeting/text.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { formatItemNumber } from "../i18n/item-number.ts";
import { foldUndone } from "../reports/fold-undone.ts";
import type { History, HistoryEntry } from "../reports/history.ts";
import { Layout } from "./layout.tsx";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";
import { TitleText } from "./title.tsx";

interface LineProps {
  readonly line: HistoryEntry;
  readonly timezone: string;
  readonly context: PageContext;
}

const Line = ({ line, timezone, context: { messages, page } }: LineProps) => {
  const { dates, punctuation, item: itemWord } = messages;
  const formatTime = (instant: string): string => {
    const local = formatLocalTime(Date.parse(instant), timezone);
    return `${dates.day(local)}${punctuation.comma}${dates.time(local)}`;
  };
  const entries = line.changed
    .map(({ slot, item }) => {
      if (slot !== undefined) return interpolate(page.slot, { slot });
      return item === undefined ? page.days : `${itemWord} ${formatItemNumber(readFirstNumber(item))}`;
    })
    .join(punctuation.comma);
  return (
    <li class={line.isWithdrawn ? "withdrawn" : undefined} id={`version-${line.version}`}>
      <p class="what">{line.text}</p>
      {line.revision.map((sentence) => (
        <p class="revision">
          <bdi>{sentence}</bdi>
        </p>
      ))}
      {line.isUnchanged && <p class="change">{page.unchanged}</p>}
      {line.words.map((word) => (
        <blockquote>
          <bdi>{word}</bdi>
        </blockquote>
      ))}
      {line.isWithdrawn && <p class="change">{page.withdrawn}</p>}
      {line.isRedacted && <p class="change">{page.redacted}</p>}
      <p class="soft">{interpolate(page.received, { happened: formatTime(line.happened), arrived: formatTime(line.arrived) })}</p>
      <p class="soft">
        {entries === "" ? page.noEntryChanged : interpolate(page.entriesChanged, { entries })}{" "}
        <a href={`?version=${line.version}`}>
          {page.version} {line.version}
        </a>{" "}
        <code>{line.id}</code>
      </p>
    </li>
  );
};

interface HistoryProps {
  readonly context: PageContext;
  readonly state: MeetingState;
  /** That it is told as known at, if the reader asked for one. */
  readonly version: string | undefined;
  readonly history: History;
}

/** `/{body}/{meeting}/log`: what happened, when, and which entries changed. Who reported it is nobody else's business. */
export const HistoryPage = ({ context, state: { record }, version, history: { events, earlier } }: HistoryProps) => {
  const { language, page } = context;
  const path = formatMeetingPath(record.body.id, record.id);
  const title = chooseText(record.title, language);
  return (
    <Layout
      context={context}
      path={`${path}/log`}
      title={`${page.history}: ${title}`}
      description={page.historyIntroduction}
      body={record.body}
    >
      <div class="head">
        <p class="soft">
          <a href={localizePath(language, path)}>
            <TitleText title={record.title} context={context} />
          </a>
        </p>
        <h1>{page.history}</h1>
        <p class="lead">{page.historyIntroduction}</p>
        <p>
          <a href={`${path}/report.txt`} hreflang="en">
            {page.report}
          </a>
        </p>
      </div>
      {earlier !== undefined && (
        <p>
          <a href={`?${version === undefined ? "" : `version=${version}&`}until=${earlier}`}>{page.earlier}</a>
        </p>
      )}
      <ol class="history">
        {foldUndone(events).map((line) => (
          <Line line={line} timezone={record.timezone} context={context} />
        ))}
      </ol>
    </Layout>
  );
};
