import type { ComponentChildren } from "preact";
import { ASKED_OVERRIDES } from "../../../documents/overrides.ts";
import { numberDraftItems, type DraftSlot } from "../../../meeting/draft.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { chooseText } from "../../../meeting/text.ts";
import { formatItemNumber } from "../../../i18n/item-number.ts";
import { formatFollowing, formatHours } from "../../../i18n/slot-time.ts";
import type { AgendaWarning, ReadAgenda } from "./agenda-reader.ts";
import { labelSlot } from "../labels.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

const describeSlot = (slot: DraftSlot, messages: ConsoleMessages): string => {
  const { own } = messages;
  const { punctuation } = own;
  return [
    `${labelSlot(slot, messages)}${punctuation.comma}${formatHours(slot, slot.after && formatFollowing(slot.after, own), own)}`,
    slot.items.map(formatItemNumber).join(punctuation.comma),
  ].join(punctuation.colon);
};

/** What is missing, by its name where it can be supplied here. */
const describeMissing = ({ field, message }: ReadAgenda["missing"][number], { agenda, own }: ConsoleMessages): string => {
  const name = ASKED_OVERRIDES.find((known) => known === field || (known === "symbol" && field === "agenda.symbol"));
  return name ? agenda.overrides[name] : `${field}${own.punctuation.colon}${message}`;
};

const describeAgendaWarning = ({ code, about, message }: AgendaWarning, { agenda }: ConsoleMessages): string => {
  const sentences: Readonly<Record<string, string>> = agenda.warningsAbout;
  return sentences[code]?.replace("%", () => about) ?? message;
};

interface PreviewProps {
  readonly read: ReadAgenda;
  readonly messages: ConsoleMessages;
  /** What can be done with it. */
  readonly children: ComponentChildren;
}

/** What was understood of a pasted agenda: sittings, items, warnings; and what can be done with it. */
export const AgendaPreview = ({ read, messages, children }: PreviewProps) => {
  const { agenda: say, own } = messages;
  const { draft, warnings, missing } = read;
  return (
    <div class="preview">
      <h3>
        {say.days} ({draft.slots.length})
      </h3>
      <ul>
        {draft.slots.map((slot) => (
          <li>{describeSlot(slot, messages)}</li>
        ))}
      </ul>
      <h3>
        {say.items} ({draft.agenda.items.length})
      </h3>
      <ul>
        {numberDraftItems(draft.agenda.items).map(({ number, item }) => (
          <li>
            {formatItemNumber(number)}. {item.title === undefined ? "–" : chooseText(item.title, own.language)}
          </li>
        ))}
      </ul>
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
      <div class="bar">{children}</div>
    </div>
  );
};
