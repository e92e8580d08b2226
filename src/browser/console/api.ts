import type { buildMeetingJson } from "../../api/meeting.ts";
import { formatMeetingPath } from "../../calendar/addresses.ts";
import type { Language } from "../../meeting/text.ts";
import type { HistoryEntry } from "../../reports/history.ts";

/** What the service says of a meeting: its state, its programme, what may happen next. */
export type Meeting = ReturnType<typeof buildMeetingJson>;

/** Where the console stands. */
export interface MeetingAddress {
  readonly body: string;
  readonly meeting: string;
}

const fetchJson = async <Value>(path: string): Promise<Value> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Value;
};

export const fetchMeeting = ({ body, meeting }: MeetingAddress): Promise<Meeting> => fetchJson(`${formatMeetingPath(body, meeting)}.json`);

export const fetchHistory = async ({ body, meeting }: MeetingAddress, language: Language): Promise<readonly HistoryEntry[]> =>
  (await fetchJson<{ readonly events: readonly HistoryEntry[] }>(`${formatMeetingPath(body, meeting)}/log.json?lang=${language}`)).events;
