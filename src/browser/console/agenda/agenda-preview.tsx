import type { SlotChange } from "../../../documents/revision.ts";
import { numberedDraftItems, type DraftSlot } from "../../../meeting/draft.ts";
import { fill } from "../../../meeting/fill.ts";
import { titleIn } from "../../../meeting/text.ts";
import { printedNumber } from "../../../i18n/entry-text.ts";
import type { Doubt, ReadAgenda } from "./agenda-reader.ts";
import { useDesk } from "../context.ts";
import { slotName } from "../naming.ts";
import type { Proposal } from "../event/draft-event.ts";
import { SUPPLIED, type ConsoleWords } from "../words/words.ts";

const slotLine = (slot: DraftSlot, words: ConsoleWords): string => {
  const { dates, punctuation } = words.own;
  return [
    `${slotName(slot, words)}${punctuation.comma}${dates.times(slot.start, slot.end)}`,
    slot.items.map(printedNumber).join(punctuation.comma),
  ].join(punctuation.colon);
};

const changeLine = (change: SlotChange, words: ConsoleWords): string => {
  const sides = [...("before" in change ? [change.before] : []), ...("after" in change ? [change.after] : [])];
  const lines = [...new Set(sides.map((slot) => slotLine(slot, words)))];
  return `${words.agenda.slotChanges[change.kind]}${words.own.punctuation.colon}${lines.join(" → ")}`;
};

/** What is missing, by its name where it can be supplied here. */
const missingLine = ({ field, message }: ReadAgenda["missing"][number], { agenda, own }: ConsoleWords): string => {
  const name = SUPPLIED.find((known) => known === field || (known === "symbol" && field === "agenda.symbol"));
  return name ? agenda.supplied[name] : `${field}${own.punctuation.colon}${message}`;
};

const doubtText = ({ code, about, message }: Doubt, { agenda }: ConsoleWords): string => {
  const sentences: Readonly<Record<string, string>> = agenda.doubtsAbout;
  return sentences[code]?.replace("%", () => about) ?? message;
};

/** As what a complete record can be sent. */
const proposalsOf = ({ record, changes }: ReadAgenda, isSame: boolean, possible: ReadonlySet<string>, { agenda }: ConsoleWords) => {
  if (!record) return [];
  const types = isSame
    ? (["agenda.revised", "agenda.adopted"] as const).filter((type) => possible.has(type) && changes.length > 0)
    : (["meeting.announced"] as const);
  return types.map((type): Proposal => ({
    title: agenda.as[type],
    parts: [{ type, given: { record } }],
    ...(isSame ? {} : { meeting: record.id }),
  }));
};

/** What was understood of a pasted agenda: sittings, items, doubts; and what can be done with it. */
export const AgendaPreview = ({ read }: { readonly read: ReadAgenda }) => {
  const { words, meeting, propose } = useDesk();
  const { agenda: say, own } = words;
  const { draft, doubts, missing, changes } = read;
  const isSame = draft.id === meeting.record.id;
  const possible = new Set<string>(meeting.next.map(({ type }) => type));
  return (
    <div class="preview">
      <h3>
        {say.days} ({draft.slots.length})
      </h3>
      <ul>
        {draft.slots.map((slot) => (
          <li>{slotLine(slot, words)}</li>
        ))}
      </ul>
      <h3>
        {say.items} ({draft.agenda.items.length})
      </h3>
      <ul>
        {numberedDraftItems(draft.agenda.items).map(({ number, item }) => (
          <li>
            {printedNumber(number)}. {item.title === undefined ? "–" : titleIn(item.title, own.language)}
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <>
          <h3>{say.against}</h3>
          <ul class="changes">
            {changes.map((change) => (
              <li>{changeLine(change, words)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{say.doubts}</h3>
      {doubts.length === 0 && <p>{say.noDoubts}</p>}
      <ul>
        {doubts.map((doubt) => (
          <li class="wrong">
            {doubt.line !== undefined && `${fill(say.line, { line: String(doubt.line) })}${own.punctuation.colon}`}
            {doubtText(doubt, words)}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <div class="caution" role="alert">
          <p>
            <strong>{say.missing}</strong>
          </p>
          <ul>
            {missing.map((error) => (
              <li>{missingLine(error, words)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="bar">
        {proposalsOf(read, isSame, possible, words).map((proposal) => (
          <button type="button" class="go" onClick={() => propose(proposal)}>
            {proposal.title}
          </button>
        ))}
      </div>
    </div>
  );
};
