import type { buildMeetingJson } from "../../api/meeting.ts";
import type { MeetingsOfYear, MeetingSummary } from "../../api/schemas/bodies.ts";
import { formatMeetingPath } from "../../calendar/addresses.ts";
import type { Language } from "../../meeting/text.ts";
import type { HistoryEntry } from "../../reports/history.ts";
import { KEPT_AT } from "../kept.ts";

/** What the service says of a meeting: its state, its programme, what may happen next. */
export type Meeting = ReturnType<typeof buildMeetingJson>;

/** Where the console stands. */
export interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
}

/** What was read, and since when it was kept where there was no line. */
interface Read<Value> {
  readonly value: Value;
  readonly keptAt?: number;
}

const fetchJson = async <Value>(path: string): Promise<Read<Value>> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const kept = response.headers.get(KEPT_AT);
  return { value: (await response.json()) as Value, ...(kept !== null && { keptAt: Date.parse(kept) }) };
};

export const fetchMeeting = ({ body, meeting }: MeetingAddress): Promise<Read<Meeting>> =>
  fetchJson(`${formatMeetingPath(body, meeting)}.json`);

export const fetchHistory = async ({ body, meeting }: MeetingAddress, language: Language): Promise<readonly HistoryEntry[]> =>
  (await fetchJson<{ readonly events: readonly HistoryEntry[] }>(`${formatMeetingPath(body, meeting)}/log.json?lang=${language}`)).value
    .events;

/** The meetings of all bodies in a year. */
export const fetchYear = async (year: string): Promise<readonly MeetingSummary[]> =>
  (await fetchJson<MeetingsOfYear>(`/bodies/${year}.json`)).value.meetings;
