import { formatSlotPath } from "../../../calendar/addresses.ts";
import { useConsole } from "../context.ts";
import { listItemTitles } from "../labels.ts";
import { buildControlAttributes, Labelled } from "./controls.tsx";
import { CONTROLS } from "./fields.ts";
import { AfterControl, ChoiceControl, ItemControl, SlotControl, type EventControlProps } from "./select-controls.tsx";
import { MomentControl } from "./moment-control.tsx";
import { AgendaItemControl, DeadlineControl, ZoneControl } from "./reference-controls.tsx";
import { IssueDates } from "./issue-dates.tsx";
import { TextControl } from "./text-control.tsx";
import { ItemBoxes, OrallyRevisedBox, ProgrammeRows } from "./fieldsets.tsx";
import { readPresentValues } from "./form-values.ts";

/** One field of an event, asked for as its kind is. */
export const EventControl = (props: EventControlProps) => {
  const { name, isRequired, draft, errors, chosen, onChoose } = props;
  const { meeting, messages } = useConsole();
  const [event] = draft.events;
  const control = CONTROLS[name];
  const error = errors.get(name);
  const label = messages.fields[name];
  const titles = listItemTitles(meeting.agendaItems, messages);
  const said = readPresentValues(meeting, event, chosen)[name];
  const present = typeof said === "string" ? said : undefined;
  switch (control.kind) {
    case "slot":
      return <SlotControl {...props} />;
    case "item":
      return <ItemControl {...props} />;
    case "items":
      return <ItemBoxes name={name} label={label} titles={titles} error={error} />;
    case "agendaItem":
      return <AgendaItemControl {...props} />;
    case "deadline":
      return <DeadlineControl {...props} />;
    case "zone":
      return <ZoneControl {...props} />;
    case "moment":
      return <MomentControl key={`${name}-${chosen.slot ?? ""}`} name={name} isRequired={isRequired} present={present} error={error} />;
    case "after":
      return <AfterControl {...props} />;
    case "local": {
      const hint = name === "end" && event?.type === "slot.rescheduled" ? messages.choices.keepsLength : undefined;
      return (
        <Labelled name={name} label={label} error={error} hint={hint}>
          <input
            key={`${name}-${chosen.slot ?? ""}`}
            type="datetime-local"
            required={isRequired}
            defaultValue={present ?? ""}
            {...buildControlAttributes(name, error, hint)}
          />
        </Labelled>
      );
    }
    case "minutes":
      return (
        <Labelled name={name} label={label} error={error}>
          <input type="number" min="1" max="720" required={isRequired} {...buildControlAttributes(name, error)} />
        </Labelled>
      );
    case "date":
      return (
        <Labelled name={name} label={label} error={error}>
          <input
            type="date"
            required={isRequired}
            defaultValue={present ?? ""}
            onChange={({ currentTarget }) => name === "opensOn" && onChoose({ ...chosen, opensOn: currentTarget.value })}
            {...buildControlAttributes(name, error)}
          />
        </Labelled>
      );
    case "programme":
      return <ProgrammeRows opensOn={chosen.opensOn} isTicked={draft.events[0]?.type === "meeting.rescheduled"} error={error} />;
    case "documents":
      return (
        <>
          {(["symbol", "title"] as const).map((inner) => (
            <EventControl {...props} key={inner} name={inner} isRequired={inner === "symbol"} />
          ))}
          <IssueDates error={errors.get("issuedOn")} />
          <ItemBoxes name="items" label={messages.fields.items} titles={titles} error={undefined} />
        </>
      );
    case "record":
      return <OrallyRevisedBox name={name} error={error} />;
    case "words":
      return (
        <TextControl
          key={`${name}-${chosen.slot ?? ""}`}
          name={name}
          maxLength={control.maxLength}
          isRequired={isRequired}
          present={said}
          error={error}
          hint={name === "text" ? messages.shownToAll : undefined}
        />
      );
    case "choice":
      return <ChoiceControl {...props} of={control.of} />;
    case "bodies":
    case "meeting":
      return (
        <Labelled name={name} label={label} error={error}>
          <input type="text" autocomplete="off" required={isRequired} {...buildControlAttributes(name, error)} />
        </Labelled>
      );
    case "sitting":
      return (
        <Labelled name={name} label={label} error={error}>
          <input type="text" autocomplete="off" required={isRequired} list="joined-sittings" {...buildControlAttributes(name, error)} />
          <datalist id="joined-sittings">
            {meeting.joined.map(({ lead }) => (
              <option value={formatSlotPath(lead)} />
            ))}
          </datalist>
        </Labelled>
      );
    case "text":
      return (
        <Labelled name={name} label={label} error={error}>
          <input
            key={`${name}-${chosen.slot ?? ""}`}
            type="text"
            maxLength={control.maxLength}
            {...("pattern" in control && { pattern: control.pattern })}
            required={isRequired}
            defaultValue={present ?? ""}
            {...buildControlAttributes(name, error)}
          />
        </Labelled>
      );
  }
};
