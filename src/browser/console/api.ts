import type { meetingJson } from "../../api/meeting.ts";
import type { Language } from "../../meeting/text.ts";
import type { HistoryEntry } from "../../reports/history.ts";

/** What the service says of a meeting: its state, its programme, what may happen next. */
export type Meeting = ReturnType<typeof meetingJson>;
export type { HistoryEntry };

/** Where the console stands. */
export interface Place {
  readonly body: string;
  readonly meeting: string;
}

const fetchJson = async <Value>(path: string): Promise<Value> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Value;
};

export const fetchMeeting = ({ body, meeting }: Place): Promise<Meeting> => fetchJson(`/${body}/${meeting}.json`);

export const fetchHistory = async ({ body, meeting }: Place, language: Language): Promise<readonly HistoryEntry[]> =>
  (await fetchJson<{ readonly events: readonly HistoryEntry[] }>(`/${body}/${meeting}/log.json?lang=${language}`)).events;

/** Where its version is told after each event. */
export const livePath = ({ body, meeting }: Place): string => `/${body}/${meeting}/live`;

/** A page's address in a language: English has no prefix. */
export const pagePath = (language: Language, path: string): string => (language === "en" ? path : `/${language}${path}`);
