import { getItemStatus, type ItemStatus } from "../../machines/meeting/statuses.ts";
import type { MeetingState } from "../../machines/meeting/state.ts";
import { numberItems } from "../meeting/numbered-items.ts";
import { chooseText } from "../meeting/text.ts";
import { ENGLISH } from "../i18n/en.ts";
import { findReported, formatDayOf, formatOccasion, type ReportedEvent, type ReportSource } from "./report-source.ts";
import { capitalize, PLACEHOLDER, spellNumber } from "./prose.ts";
import { draftDecisions, nameItem } from "./draft-decisions.ts";
import { draftJournal } from "./draft-journal.ts";

const { dates } = ENGLISH;

const draftOpening = (source: ReportSource): readonly string[] => {
  const { record } = source.state;
  const held = source.openedSlots.length;
  const [opening] = findReported(source, "meeting.opened");
  const days =
    record.opensOn === record.closesOn
      ? `on ${dates.day(record.opensOn)}`
      : `from ${dates.days(record.opensOn, record.closesOn).replace("-", " to ")}`;
  const count = `It held ${held > 0 ? `${spellNumber(held)} plenary ${held === 1 ? "meeting" : "meetings"}` : `${PLACEHOLDER} plenary meetings`}.`;
  return [
    `The ${record.body.name} met in ${record.city === undefined ? PLACEHOLDER : chooseText(record.city, "en")} ${days}. ${count}`,
    opening
      ? `The meeting was opened on ${formatDayOf(opening, source)} by ${PLACEHOLDER}.`
      : `The meeting was opened on ${PLACEHOLDER} by ${PLACEHOLDER}.`,
  ];
};

const formatAgenda = (state: MeetingState): string =>
  numberItems(state.record.agenda.items)
    .map(({ number, item }) => {
      const mark = number.includes("(") ? `   ${number.replace(/^[^(]+/, "")}` : `${number}.`;
      return `   ${mark} ${chooseText(item.title, "en")}`;
    })
    .join("\n");

/** What the body adopted otherwise than it was proposed, and what had been announced before and stayed. */
const draftRevisions = ({ revision: { changed = [], kept = [] } }: ReportedEvent): readonly string[] => [
  ...(changed.length > 0 ? [`The agenda was orally revised as follows: ${changed.join("; ")}.`] : []),
  ...(kept.length > 0 ? [`The following, announced earlier, was maintained: ${kept.join("; ")}.`] : []),
];

const draftAdoption = (source: ReportSource): readonly string[] => {
  const [adoption] = findReported(source, "agenda.adopted");
  const event = adoption?.event;
  const manner = event?.type === "agenda.adopted" && event.data.record ? ", as orally revised" : "";
  const when = adoption ? formatOccasion(source, adoption) : `At its ${PLACEHOLDER} meeting, on ${PLACEHOLDER}`;
  return [
    `${when}, ${source.body} adopted ${adoption ? `its agenda${manner}` : `its agenda ${PLACEHOLDER}`}:\n${formatAgenda(source.state)}`,
    ...(adoption ? draftRevisions(adoption) : []),
    ...draftDecisions(source),
  ];
};

const ENDS: Partial<Record<ItemStatus, string>> = {
  leftOpen: "Consideration of the item was left open.",
  underConsideration: `Consideration of the item was ${PLACEHOLDER}.`,
};

const draftItems = (source: ReportSource): readonly string[] => {
  // By its id: an item is the same whatever its number was.
  const eventsOf = Map.groupBy(source.events, ({ item }) => item);
  return numberItems(source.state.record.agenda.items).flatMap(({ id, item }) => {
    const own = { events: eventsOf.get(id) ?? [] };
    const status = source.state.items.find((other) => other.id === id);
    const takenUp = findReported(own, "item.taken_up");
    const [deferral] = findReported(own, "item.deferred").slice(-1);
    const isDeferred = status && getItemStatus(status.value) === "deferred" && deferral;
    if ((takenUp.length === 0 && !isDeferred) || item.role !== undefined) return [];
    const documents = (source.state.record.documents ?? []).filter((document) => document.items?.includes(id));
    const name = nameItem(source.state, id);
    const considered = takenUp.length > 0 ? [`${formatOccasion(source, ...takenUp)}, ${source.body} considered ${name}.`] : [];
    const before = documents.map(({ symbol, title }) => (title === undefined ? symbol : `${chooseText(title, "en")} (${symbol})`));
    const hadBefore =
      takenUp.length > 0 && before.length > 0
        ? [`For its consideration of the item, ${source.body} had before it the following: ${before.join("; ")}.`]
        : [];
    const end = (takenUp.length > 0 && status && ENDS[getItemStatus(status.value)]) || undefined;
    const deferred = isDeferred
      ? [
          `${formatOccasion(source, deferral)}, ${source.body} decided to defer its consideration of ${takenUp.length > 0 ? "the item" : name} to its next session.`,
        ]
      : [];
    return [[...considered, ...hadBefore, ...(end === undefined ? [] : [end]), ...deferred].join(" ")];
  });
};

/** That it was broken off, and went on. */
const draftSuspensions = (source: ReportSource): readonly string[] => {
  const resumptions = findReported(source, "meeting.resumed");
  return findReported(source, "meeting.suspended").map((suspension, at) => {
    const resumption = resumptions[at];
    const resumed = resumption ? `resumed on ${formatDayOf(resumption, source)}` : `resumed on ${PLACEHOLDER}`;
    return `The meeting was suspended on ${formatDayOf(suspension, source)} and ${resumed}.`;
  });
};

const draftClosing = (source: ReportSource): readonly string[] => {
  const adoptions = findReported(source, "report.adopted");
  const [closure] = findReported(source, "meeting.closed");
  const [issue] = findReported(source, "report.issued").slice(-1);
  const symbol = issue?.event.type === "report.issued" ? ` (${issue.event.data.symbol})` : "";
  const adopted = adoptions.map((adoption) => {
    const { event } = adoption;
    const manner = event.type === "report.adopted" && event.data.manner ? `, ${ENGLISH.manner[event.data.manner]}` : "";
    return `${formatOccasion(source, adoption)}, ${source.body} adopted its report${symbol}${manner}.`;
  });
  return [
    ...draftSuspensions(source),
    ...(adopted.length > 0
      ? adopted
      : [`At its ${PLACEHOLDER} meeting, on ${PLACEHOLDER}, ${source.body} adopted its report ${PLACEHOLDER}.`]),
    closure ? `The meeting was closed on ${formatDayOf(closure, source)}.` : `The meeting was closed on ${PLACEHOLDER}.`,
  ];
};

/**
 * The procedural paragraphs of the report and the summary for the Journal, in the customary English, from nothing but
 * what was reported; what was not is marked `[...]`. Plain text, to be copied into a word processor.
 */
export const draftReport = (source: ReportSource): string => {
  const sections = [
    { heading: "Opening of the meeting", paragraphs: draftOpening(source) },
    { heading: "Adoption of the agenda and organization of work", paragraphs: draftAdoption(source) },
    { heading: "Consideration of items", paragraphs: draftItems(source) },
    { heading: "Adoption of the report and closure of the meeting", paragraphs: draftClosing(source) },
  ];
  let number = 0;
  const report = sections.map(({ heading, paragraphs }) =>
    [heading, ...(paragraphs.length > 0 ? paragraphs.map((text) => `${(number += 1)}. ${capitalize(text)}`) : [PLACEHOLDER])].join("\n\n"),
  );
  const journal = draftJournal(source);
  return `${[...report, ["Summary for the Journal", ...(journal.length > 0 ? journal : [PLACEHOLDER])].join("\n\n")].join("\n\n\n")}\n`;
};
