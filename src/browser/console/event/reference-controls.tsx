import { useConsole } from "../context.ts";
import { listItemTitles } from "../labels.ts";
import { formatDeadline } from "../../../i18n/deadline-text.ts";
import { buildControlAttributes, Labelled, Select } from "./controls.tsx";
import type { EventControlProps } from "./select-controls.tsx";

/** Any item of the agenda, whatever became of it. */
export const AgendaItemControl = ({ name, isRequired, errors }: EventControlProps) => {
  const { meeting, messages } = useConsole();
  const error = errors.get(name);
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      <Select
        options={[...listItemTitles(meeting.agendaItems, messages)]}
        isRequired={isRequired}
        attributes={buildControlAttributes(name, error)}
      />
    </Labelled>
  );
};

/** A deadline that holds; of a new one, the id that it is given. */
export const DeadlineControl = ({ name, isRequired, draft, errors }: EventControlProps) => {
  const { meeting, messages } = useConsole();
  const error = errors.get(name);
  const attributes = buildControlAttributes(name, error);
  const held = meeting.entries.filter(({ status }) => status !== "CANCELLED");
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      {draft.events[0]?.type === "deadline.set" ? (
        <input type="text" maxLength={32} pattern="[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?" required={isRequired} {...attributes} />
      ) : (
        <Select
          options={held.flatMap(({ deadline, title }) =>
            deadline ? [[deadline.id, formatDeadline({ ...deadline, title }, messages.own)] as const] : [],
          )}
          isRequired={isRequired}
          attributes={attributes}
        />
      )}
    </Labelled>
  );
};

export const ZoneControl = ({ name, isRequired, errors }: EventControlProps) => {
  const { messages } = useConsole();
  const error = errors.get(name);
  return (
    <Labelled name={name} label={messages.fields[name]} error={error}>
      <input type="text" required={isRequired} list="zones-of-event" {...buildControlAttributes(name, error)} />
      <datalist id="zones-of-event">
        {Intl.supportedValuesOf("timeZone").map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </Labelled>
  );
};
