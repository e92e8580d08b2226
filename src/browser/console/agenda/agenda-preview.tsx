import type { ComponentChildren } from "preact";
import { formatItemNumber } from "../../../i18n/item-number.ts";
import { numberDraftItems } from "../../../meeting/draft.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { chooseText } from "../../../meeting/text.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { ReadAgenda } from "./agenda-reader.ts";
import { describeAgendaWarning, describeMissing, describeSlot, sayItem, sayNewSlot, saySlot } from "./describe-reading.ts";
import { Editable } from "./editable.tsx";
import type { Edit } from "./edits.ts";
import { LineList } from "./line-list.tsx";

interface PreviewProps {
  readonly read: ReadAgenda;
  readonly messages: ConsoleMessages;
  readonly onEdit: (edit: Edit) => void;
  readonly onUndo: (() => void) | undefined;
  /** What can be done with it. */
  readonly children: ComponentChildren;
}

type PartProps = Pick<PreviewProps, "read" | "messages" | "onEdit">;

const Sittings = ({ read: { draft }, messages, onEdit }: PartProps) => (
  <>
    <h3>
      {messages.agenda.days} ({draft.slots.length})
    </h3>
    <ul>
      {draft.slots.map((slot) => (
        <li key={slot.number}>
          <Editable
            messages={messages}
            first={saySlot(slot, messages)}
            kinds={["slot", "nothing"]}
            onSaid={(said) => onEdit({ said, former: slot })}
          >
            {describeSlot(slot, messages)}
          </Editable>
        </li>
      ))}
    </ul>
    <Editable
      messages={messages}
      first={sayNewSlot(draft.opensOn)}
      kinds={["slot"]}
      onSaid={(said) => onEdit({ said })}
      label={messages.editing.addSlot}
    />
  </>
);

const Items = ({ read: { draft }, messages, onEdit }: PartProps) => (
  <>
    <h3>
      {messages.agenda.items} ({draft.agenda.items.length})
    </h3>
    <ul>
      {numberDraftItems(draft.agenda.items).map(({ number, item }) => (
        <li key={number}>
          <Editable messages={messages} first={sayItem(number, draft, messages)} kinds={["item"]} onSaid={(said) => onEdit({ said })}>
            {formatItemNumber(number)}. {item.title === undefined ? "–" : chooseText(item.title, messages.own.language)}
          </Editable>
        </li>
      ))}
    </ul>
    <Editable
      messages={messages}
      first={{ kind: "item", number: "", title: "" }}
      kinds={["item"]}
      onSaid={(said) => onEdit({ said })}
      label={messages.editing.addItem}
    />
  </>
);

/** What was understood of a document: sittings, items, warnings, and its lines; each can be corrected. And what can be done with it. */
export const AgendaPreview = ({ read, messages, onEdit, onUndo, children }: PreviewProps) => {
  const { agenda: say, own } = messages;
  const { warnings, missing } = read;
  const part = { read, messages, onEdit };
  return (
    <div class="preview">
      <Sittings {...part} />
      <Items {...part} />
      <h3>{say.warnings}</h3>
      {warnings.length === 0 && <p>{say.noWarnings}</p>}
      <ul>
        {warnings.map((warning) => (
          <li class="wrong">
            {warning.line !== undefined && `${interpolate(say.line, { line: String(warning.line) })}${own.punctuation.colon}`}
            {describeAgendaWarning(warning, messages)}
          </li>
        ))}
      </ul>
      <LineList {...part} />
      {missing.length > 0 && (
        <div class="caution" role="alert">
          <p>
            <strong>{say.missing}</strong>
          </p>
          <ul>
            {missing.map((error) => (
              <li>{describeMissing(error, messages)}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="bar">
        {children}
        {onUndo && (
          <button type="button" class="quiet" onClick={onUndo}>
            {messages.editing.undo}
          </button>
        )}
      </div>
    </div>
  );
};
