import { useState } from "preact/hooks";
import type { ExplainedLine } from "../../../documents/account/explain-lines.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { ReadAgenda } from "./agenda-reader.ts";
import { describeAgendaWarning, describeUse, sayItem, saySlot } from "./describe-reading.ts";
import { Editable } from "./editable.tsx";
import type { Edit, Said } from "./edits.ts";

/** So many lines are made at a time. */
const PAGE = 200;

interface LineListProps {
  readonly read: ReadAgenda;
  readonly messages: ConsoleMessages;
  readonly onEdit: (edit: Edit) => void;
}

interface LineProps extends LineListProps {
  readonly explained: ExplainedLine;
}

/** Whether nothing certain came of a line. */
const isOpenLine = ({ uses }: ExplainedLine): boolean => uses.every(({ kind }) => kind === "doubt");

/** A line as printed, beside what it became. */
const Line = ({ explained: { line, text, uses }, read, messages, onEdit }: LineProps) => {
  const sitting = uses.find(({ kind }) => kind === "slot");
  const former = sitting?.kind === "slot" ? read.draft.slots.find(({ number }) => number === sitting.number) : undefined;
  const item = uses.find(({ kind }) => kind === "item");
  const first: Said = former
    ? saySlot(former, messages)
    : item?.kind === "item"
      ? sayItem(item.number, read.draft, messages)
      : { kind: "nothing" };
  const said = [...new Set(uses.flatMap((use) => describeUse(use, read, messages) ?? []))];
  const doubts = read.warnings.filter((warning) => warning.line === line).map((warning) => describeAgendaWarning(warning, messages));
  const take = (next: Said): void => {
    // What was read of the line is corrected; what is to be read otherwise, the line says as a whole.
    if (next.kind === "slot" && former) onEdit({ said: next, former });
    else if (next.kind === "item" && first.kind === "item") onEdit({ said: next });
    else onEdit({ said: next, line });
  };
  return (
    <li>
      <p class="printed" dir="auto">
        {text}
      </p>
      <Editable messages={messages} first={first} kinds={["slot", "item", "nothing"]} onSaid={take}>
        {said.map((words) => (
          <p>{words}</p>
        ))}
        {said.length + doubts.length === 0 && <p class="soft">{messages.editing.uses.leftOut}</p>}
        {doubts.map((doubt) => (
          <p class="wrong">{doubt}</p>
        ))}
      </Editable>
    </li>
  );
};

/** The document beside its reading, line by line; each line can be said to be something else. */
export const LineList = ({ read, messages, onEdit }: LineListProps) => {
  const { editing: say } = messages;
  const [isNarrow, setNarrow] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const lines = isNarrow ? read.lines.filter(isOpenLine) : read.lines;
  return (
    <details class="line-list">
      <summary>
        {say.lines} <span class="soft">({read.lines.length})</span>
      </summary>
      <label class="box">
        <input type="checkbox" onChange={({ currentTarget }) => setNarrow(currentTarget.checked)} /> <span>{say.onlyOpen}</span>
      </label>
      <ol>
        {lines.slice(0, shown).map((explained) => (
          <Line key={explained.line} explained={explained} read={read} messages={messages} onEdit={onEdit} />
        ))}
      </ol>
      {lines.length > shown && (
        <button type="button" onClick={() => setShown(shown + PAGE)}>
          {messages.programme.more} <span class="soft">{interpolate(messages.agenda.line, { line: String(lines[shown]?.line) })}</span>
        </button>
      )}
    </details>
  );
};
