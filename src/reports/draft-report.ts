import { listWithdrawn } from "../../machines/meeting/fold-log.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { getItemStatus, getSlotStatus, type ItemStatus } from "../../machines/meeting/statuses.ts";
import { replay, type MeetingHistory, type HistoryStep } from "../calendar/replay.ts";
import { getDate, formatLocalTime } from "../meeting/local-time.ts";
import { getSlotKind, type Slot } from "../meeting/record.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { chooseTitle } from "../meeting/text.ts";
import { ENGLISH } from "../i18n/en.ts";
import { formatItemNumber } from "../i18n/entry-text.ts";

/** What was not reported, and the secretary must supply. */
const GAP = "[...]";

const { dates } = ENGLISH;

const ordinal = (count: number): string => {
  const ending = count % 100 >= 11 && count % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
};

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const inWords = (count: number): string => NUMBERS[count] ?? String(count);

/** `27 January`, as reports write the days of their own meeting. */
const dayAndMonth = (date: string): string => dates.day(date).replace(/ \d{4}$/, "");

const listed = (parts: readonly string[]): string =>
  parts.length <= 1 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;

/** `Working Group on Trafficking in Persons` is called `the Working Group` in its own report. */
const calledInShort = (name: string): string => `the ${name.replace(/ (?:on|of|for|to|against) .*$/, "")}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** An event with the plenary sitting that was open when it arrived: known only where the sittings were reported. */
interface Occasion {
  readonly moment: HistoryStep;
  readonly sitting: Slot | undefined;
}

const plenarySitting = (state: MeetingState | undefined): Slot | undefined =>
  state?.slots.find(({ slot, value }) => getSlotStatus(value) === "open" && getSlotKind(slot) === "plenary")?.slot;

interface Draft {
  readonly state: MeetingState;
  readonly body: string;
  readonly occasions: readonly Occasion[];
  /** Sittings in the order in which they were opened: only those are counted, and only here. */
  readonly sittings: readonly string[];
}

const draftFrom = ({ state, moments }: MeetingHistory): Draft => {
  const log = moments.map(({ entry }) => entry);
  const withdrawn = listWithdrawn(log);
  const standing = log.filter(({ id, event }) => !withdrawn.has(id) && event.type !== "event.withdrawn" && event.type !== "event.redacted");
  const told = standing.length === log.length ? moments : replay(standing);
  const occasions = told.map((moment) => ({ moment, sitting: plenarySitting(moment.state) ?? plenarySitting(moment.before) }));
  const opened = told.flatMap(({ entry: { event }, state: then }) => {
    const slot = event.type === "slot.opened" ? then.slots.find((other) => other.slot.number === event.data.slot)?.slot : undefined;
    return slot && getSlotKind(slot) === "plenary" ? [slot.number] : [];
  });
  const last = told.at(-1)?.state ?? state;
  return { state: last, body: calledInShort(last.record.body.name), occasions, sittings: [...new Set(opened)] };
};

/** The sitting of an occasion as reports count it, and its day; a gap where sittings were not reported. */
const meetingOf = ({ sittings, state }: Draft, { moment, sitting }: Occasion): { readonly count: string; readonly day: string } => {
  const count = sitting ? sittings.indexOf(sitting.number) + 1 : 0;
  const local = formatLocalTime(Date.parse(moment.entry.event.timestamp), state.record.timezone);
  return { count: count > 0 ? ordinal(count) : GAP, day: dayAndMonth(getDate(local)) };
};

/** `At its 1st meeting, on 27 January`; `At its 3rd and 4th meetings, on 28 January, and its 5th meeting, on 29 January`. */
const occasionText = (draft: Draft, ...occasions: readonly Occasion[]): string => {
  const meetings = occasions.map((occasion) => meetingOf(draft, occasion));
  const days = [...Map.groupBy(meetings, ({ day }) => day)].map(([day, same]) => {
    const counts = [...new Set(same.map(({ count }) => count))];
    return `its ${listed(counts)} ${counts.length === 1 ? "meeting" : "meetings"}, on ${day}`;
  });
  return `At ${days.length <= 1 ? (days[0] ?? "") : `${days.slice(0, -1).join(", ")}, and ${days.at(-1) ?? ""}`}`;
};

const occasionsOf = (draft: Draft, type: string, item?: string): readonly Occasion[] =>
  draft.occasions.filter(
    ({ moment: { entry } }) =>
      entry.event.type === type && (item === undefined || ("item" in entry.event.data && entry.event.data.item === item)),
  );

const openingParagraphs = (draft: Draft): readonly string[] => {
  const { record } = draft.state;
  const held = draft.sittings.length;
  const [opening] = occasionsOf(draft, "meeting.opened");
  const days =
    record.opensOn === record.closesOn
      ? `on ${dates.day(record.opensOn)}`
      : `from ${dates.days(record.opensOn, record.closesOn).replace("-", " to ")}`;
  const count = `It held ${held > 0 ? `${inWords(held)} plenary ${held === 1 ? "meeting" : "meetings"}` : `${GAP} plenary meetings`}.`;
  return [
    `The ${record.body.name} met in ${record.city ?? GAP} ${days}. ${count}`,
    opening
      ? `The meeting was opened on ${dayAndMonth(formatLocalTime(Date.parse(opening.moment.entry.event.timestamp), record.timezone))} by ${GAP}.`
      : `The meeting was opened on ${GAP} by ${GAP}.`,
  ];
};

const agendaText = (state: MeetingState): string =>
  numberItems(state.record.agenda.items)
    .map(({ number, item }) => {
      const mark = number.includes("(") ? `   ${number.replace(/^[^(]+/, "")}` : `${number}.`;
      return `   ${mark} ${chooseTitle(item.title, "en")}`;
    })
    .join("\n");

const adoptionParagraphs = (draft: Draft): readonly string[] => {
  const [adoption] = occasionsOf(draft, "agenda.adopted");
  const { event } = adoption?.moment.entry ?? {};
  const manner = event?.type === "agenda.adopted" && event.data.record ? ", as orally revised" : "";
  const when = adoption ? occasionText(draft, adoption) : `At its ${GAP} meeting, on ${GAP}`;
  return [`${when}, ${draft.body} adopted ${adoption ? `its agenda${manner}` : `its agenda ${GAP}`}:\n${agendaText(draft.state)}`];
};

const ENDS: Partial<Record<ItemStatus, string>> = {
  leftOpen: "Consideration of the item was left open.",
  underConsideration: `Consideration of the item was ${GAP}.`,
};

const itemParagraphs = (draft: Draft): readonly string[] =>
  numberItems(draft.state.record.agenda.items).flatMap(({ number, item }) => {
    const status = draft.state.items.find((other) => other.number === number);
    const takenUp = occasionsOf(draft, "item.taken_up", number);
    const [deferral] = occasionsOf(draft, "item.deferred", number).slice(-1);
    const isDeferred = status && getItemStatus(status.value) === "deferred" && deferral;
    if ((takenUp.length === 0 && !isDeferred) || item.role !== undefined) return [];
    const documents = (draft.state.record.documents ?? []).filter((document) => document.items?.includes(number));
    const name = `agenda item ${formatItemNumber(number)}, entitled “${chooseTitle(item.title, "en")}”`;
    const considered = takenUp.length > 0 ? [`${occasionText(draft, ...takenUp)}, ${draft.body} considered ${name}.`] : [];
    const before = documents.map(({ symbol, title }) => (title === undefined ? symbol : `${chooseTitle(title, "en")} (${symbol})`));
    const hadBefore =
      takenUp.length > 0 && before.length > 0
        ? [`For its consideration of the item, ${draft.body} had before it the following: ${before.join("; ")}.`]
        : [];
    const end = (takenUp.length > 0 && status && ENDS[getItemStatus(status.value)]) || undefined;
    const deferred = isDeferred
      ? [
          `${occasionText(draft, deferral)}, ${draft.body} decided to defer its consideration of ${takenUp.length > 0 ? "the item" : name} to its next session.`,
        ]
      : [];
    return [[...considered, ...hadBefore, ...(end === undefined ? [] : [end]), ...deferred].join(" ")];
  });

const closingParagraphs = (draft: Draft): readonly string[] => {
  const adoptions = occasionsOf(draft, "report.adopted");
  const [closure] = occasionsOf(draft, "meeting.closed");
  const [issue] = occasionsOf(draft, "report.issued").slice(-1);
  const symbol = issue?.moment.entry.event.type === "report.issued" ? ` (${issue.moment.entry.event.data.symbol})` : "";
  const adopted = adoptions.map((adoption) => {
    const { event } = adoption.moment.entry;
    const manner = event.type === "report.adopted" && event.data.manner ? `, ${ENGLISH.manner[event.data.manner]}` : "";
    return `${occasionText(draft, adoption)}, ${draft.body} adopted its report${symbol}${manner}.`;
  });
  return [
    ...(adopted.length > 0 ? adopted : [`At its ${GAP} meeting, on ${GAP}, ${draft.body} adopted its report ${GAP}.`]),
    closure
      ? `The meeting was closed on ${dayAndMonth(formatLocalTime(Date.parse(closure.moment.entry.event.timestamp), draft.state.record.timezone))}.`
      : `The meeting was closed on ${GAP}.`,
  ];
};

/** One line for each sitting that was held, with what was done at it. */
const journalLines = (draft: Draft): readonly string[] =>
  draft.sittings.map((number, at) => {
    const slot = draft.state.slots.find((other) => other.slot.number === number)?.slot;
    const done = draft.occasions
      .filter(({ sitting, moment }) => sitting?.number === number && JOURNAL[moment.entry.event.type] !== undefined)
      .map(({ moment: { entry } }) => {
        const text = JOURNAL[entry.event.type] ?? "";
        return "item" in entry.event.data ? `${text} item ${formatItemNumber(entry.event.data.item)}` : text;
      });
    const when = slot ? `${dates.weekday(slot.start)}, ${dates.times(slot.start, slot.end)}` : GAP;
    return `${ordinal(at + 1)} plenary meeting (${when}): ${done.length > 0 ? `${[...new Set(done)].join("; ")}.` : GAP}`;
  });

const JOURNAL: Partial<Record<string, string>> = {
  "meeting.opened": "opening of the meeting",
  "agenda.adopted": "adoption of the agenda",
  "item.taken_up": "considered",
  "item.left_open": "left open",
  "item.concluded": "concluded",
  "item.deferred": "deferred",
  "report.adopted": "adoption of the report",
  "meeting.closed": "closure of the meeting",
};

/**
 * The procedural paragraphs of the report and the summary for the Journal, in the customary English, from nothing but
 * what was reported; what was not is marked `[...]`. Plain text, to be copied into a word processor.
 */
export const draftReport = (history: MeetingHistory): string => {
  const draft = draftFrom(history);
  const sections = [
    { heading: "Opening of the meeting", paragraphs: openingParagraphs(draft) },
    { heading: "Adoption of the agenda and organization of work", paragraphs: adoptionParagraphs(draft) },
    { heading: "Consideration of items", paragraphs: itemParagraphs(draft) },
    { heading: "Adoption of the report and closure of the meeting", paragraphs: closingParagraphs(draft) },
  ];
  let number = 0;
  const report = sections.map(({ heading, paragraphs }) =>
    [heading, ...(paragraphs.length > 0 ? paragraphs.map((text) => `${(number += 1)}. ${capital(text)}`) : [GAP])].join("\n\n"),
  );
  const journal = journalLines(draft);
  return `${[...report, ["Summary for the Journal", ...(journal.length > 0 ? journal : [GAP])].join("\n\n")].join("\n\n\n")}\n`;
};
