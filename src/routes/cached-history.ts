import type { ToldEvent } from "../calendar/told-event.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import { buildHistory, type History } from "../reports/history.ts";
import type { Catalogs } from "../reports/describe-event.ts";
import { readReportSource, type ReportSource } from "../reports/report-source.ts";
import { readHistory, readStanding, type HistoryPart } from "../store/log-passes.ts";
import { type View, type VersionAddress, type TextResult, renderHeavy, isVersion, refuseVersion, findVersion } from "./cached-text.ts";

/** A meeting's history up to an event, as known at a version. */
interface HistoryAddress extends VersionAddress {
  /** The version of the last event that is wanted. */
  readonly until?: string | undefined;
  /** The version after which events are wanted. */
  readonly since?: string | undefined;
}

/** What a history is told from. */
interface HistorySource {
  readonly calendar: MeetingCalendar;
  readonly part: HistoryPart;
}

/** Those that came after a version: what came before is not even read. @param events the latest first */
async function* takeSince(events: HistoryPart["events"], since: number): AsyncGenerator<ToldEvent> {
  for await (const event of events) {
    if (event.version <= since) return;
    yield event;
  }
}

/** A text about what happened to a meeting. */
export const renderHistory = async (env: Env, address: HistoryAddress, { name, render }: View<HistorySource>): Promise<TextResult> => {
  const wanted = await findVersion(env, address);
  if (!wanted.ok) return wanted;
  const { revision, value, version } = wanted.value;
  const until = address.until === undefined ? version : Number(address.until);
  const since = Number(address.since ?? 0);
  if (!isVersion(until, version) || (since !== 0 && !isVersion(since, version))) return refuseVersion(version);
  return renderHeavy(env, "history", [name, address.body, address.meeting, version, until, since], revision, async () => {
    const part = await readHistory(env, { ...address, version }, until);
    return render({ calendar: value, part: { ...part, events: takeSince(part.events, since) } });
  });
};

/** What a history comes to in a language. */
export const tellHistory = ({ calendar: { state }, part }: HistorySource, catalogs: Catalogs): Promise<History> => {
  const { events, withdrawn, redacted } = part;
  const slots = state.slots.map(({ slot }) => slot);
  return buildHistory(events, { slots, timezone: state.record.timezone, withdrawn, redacted }, catalogs);
};

/** A text drafted from all that stands of a meeting's log. */
export const renderReport = async (env: Env, address: VersionAddress, { name, render }: View<ReportSource>): Promise<TextResult> => {
  const wanted = await findVersion(env, address);
  if (!wanted.ok) return wanted;
  const { revision, value, version } = wanted.value;
  return renderHeavy(env, "history", [name, address.body, address.meeting], revision, async () =>
    render(await readReportSource(readStanding(env, { ...address, version }), value.state)),
  );
};
