import type { MeetingCalendar } from "../../calendar/views.ts";
import type { Language } from "../../meeting/text.ts";
import type { MailText } from "../../reports/mail-text.ts";
import { writeMime } from "./write-mime.ts";

/**
 * A mail that a person looks at, addresses and sends: mail programs open it as one that is still to be sent.
 * @param about what it tells of, as an id: the same of equal mails
 */
export const writeDraft = (
  text: MailText,
  { state, rows }: MeetingCalendar,
  origin: string,
  language: Language,
  about: string,
): Promise<string> => {
  const { body, id } = state.record;
  const at = `@${new URL(origin).hostname}`;
  return writeMime(text, {
    language,
    date: Math.max(0, ...rows.map(({ stamp }) => stamp)) * 1000,
    id: `${body.id}.${id}.${about}.${state.version}.${language}${at}`,
    thread: `${body.id}.${id}${at}`,
    more: { "x-unsent": "1" },
  });
};
