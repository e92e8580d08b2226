import { formatSelectionPath, isWhole, type MeetingChoice, type Selection } from "../calendar/selection.ts";
import type { MeetingCalendar } from "../calendar/views.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import type { Messages } from "../i18n/messages.ts";
import { findItem } from "../calendar/items.ts";
import { joinName, mergeRows, selectItemRows, selectMeetingFeed, type Feed } from "./feed.ts";

/** What was chosen of a meeting, as far as it is there. */
const selectChosenRows = (calendar: MeetingCalendar, choice: MeetingChoice, words: Messages): readonly EntryRevision[] => {
  if (isWhole(choice)) return selectMeetingFeed(calendar, words).rows;
  const slots = new Set(choice.slots);
  const items = choice.items.flatMap((slug) => findItem(calendar, slug) ?? []);
  return [
    // By its own number: a sitting that another body keeps has that body's.
    ...calendar.rows.filter(({ entry }) => entry.slot !== undefined && slots.has(entry.slot)),
    ...items.flatMap((item) => selectItemRows({ ...calendar, record: calendar.state.record }, item)),
  ];
};

/**
 * What a delegate chose, in one feed: an item wherever it goes, a sitting of two bodies once.
 * @param calendars of the meetings of the selection, in its order; undefined where there is none
 * @returns undefined where nothing of it is there: an empty calendar would empty the client's
 */
export const selectChosenFeed = (
  selection: Selection,
  calendars: readonly (MeetingCalendar | undefined)[],
  words: Messages,
): Feed | undefined => {
  const chosen = selection.flatMap((choice, at) => {
    const calendar = calendars[at];
    return calendar ? [{ body: calendar.state.record.body, rows: selectChosenRows(calendar, choice, words) }] : [];
  });
  const rows = mergeRows(chosen.flatMap((each) => each.rows));
  if (rows.length === 0) return undefined;
  const bodies = new Set(chosen.map(({ body }) => body.shortName ?? body.name));
  return {
    path: formatSelectionPath(selection),
    name: joinName(words, words.ownProgramme, ...bodies),
    about: [words.caution],
    rows,
    isPrivate: true,
  };
};
