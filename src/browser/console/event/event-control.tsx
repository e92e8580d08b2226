import { formatSlotPath } from "../../../calendar/addresses.ts";
import { useConsole } from "../context.ts";
import { labelSlot, listItemTitles } from "../labels.ts";
import { buildControlAttributes, Labelled, Select } from "./controls.tsx";
import type { DraftBatch } from "./draft-event.ts";
import type { FieldErrors } from "./dry-run.ts";
import { CONTROLS, type FieldName } from "./fields.ts";
import { StartControl } from "./start-control.tsx";
import { ItemBoxes, OrallyRevisedBox, ProgrammeRows, PublicWords } from "./fieldsets.tsx";
import { listSlots, pickFreeNumber, readPresentValues, type Chosen } from "./form-values.ts";

interface EventControlProps {
  readonly name: FieldName;
  readonly isRequired: boolean;
  readonly draft: DraftBatch;
  readonly errors: FieldErrors;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** One field of an event, asked for as its kind is. */
export const EventControl = (props: EventControlProps) => {
  const { name, isRequired, draft, errors, chosen, onChoose } = props;
  const { meeting, messages } = useConsole();
  const [event] = draft.events;
  const control = CONTROLS[name];
  const error = errors.get(name);
  const label = messages.fields[name];
  const titles = listItemTitles(meeting.agendaItems, messages);
  const present = readPresentValues(meeting, event, chosen, messages.own.language);
  switch (control.kind) {
    case "slot": {
      if (event?.type === "slot.added" && name === "slot") return <input type="hidden" name="slot" value={pickFreeNumber(meeting)} />;
      const options = listSlots(name, draft, meeting, chosen).map((slot) => [slot.number, labelSlot(slot, messages)] as const);
      return (
        <Labelled name={name} label={label} error={error}>
          <Select
            key={`${name}-${chosen.item ?? ""}-${name === "slot" ? "" : (chosen.slot ?? "")}`}
            options={options}
            selected={event?.preset?.[name]}
            isRequired={isRequired}
            attributes={buildControlAttributes(name, error)}
            {...(name === "slot" && { onChoose: (slot: string) => onChoose({ ...chosen, slot }) })}
          />
        </Labelled>
      );
    }
    case "item": {
      if (event?.type === "item.added")
        return (
          <Labelled name={name} label={label} error={error}>
            <input type="text" maxLength={24} autocomplete="off" required={isRequired} {...buildControlAttributes(name, error)} />
          </Labelled>
        );
      const possible = meeting.next.find(({ type }) => type === event?.type)?.items ?? [];
      return (
        <Labelled name={name} label={label} error={error}>
          <Select
            options={possible.map((number) => [number, titles.get(number) ?? number])}
            selected={chosen.item}
            isRequired={isRequired}
            onChoose={(item) => onChoose({ ...chosen, item })}
            attributes={buildControlAttributes(name, error)}
          />
        </Labelled>
      );
    }
    case "items":
      return <ItemBoxes label={label} titles={titles} error={error} />;
    case "start":
      return <StartControl key={`${name}-${chosen.slot ?? ""}`} isRequired={isRequired} present={present.start} error={error} />;
    case "after": {
      const slots = meeting.programme.filter(({ number }) => number !== chosen.slot);
      const options = [
        ...slots.map((slot) => [`slot ${slot.number}`, labelSlot(slot, messages)] as const),
        ...[...titles].map(([number, title]) => [`item ${number}`, title] as const),
      ];
      return (
        <Labelled name={name} label={label} error={error}>
          <Select
            key={`${name}-${chosen.slot ?? ""}`}
            options={options}
            isRequired={isRequired}
            attributes={buildControlAttributes(name, error)}
          />
        </Labelled>
      );
    }
    case "local": {
      const hint = name === "end" && event?.type === "slot.rescheduled" ? messages.choices.keepsLength : undefined;
      return (
        <Labelled name={name} label={label} error={error} hint={hint}>
          <input
            key={`${name}-${chosen.slot ?? ""}`}
            type="datetime-local"
            required={isRequired}
            defaultValue={present[name] ?? ""}
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
            defaultValue={present[name] ?? ""}
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
          {(["symbol", "title", "issuedOn"] as const).map((inner) => (
            <EventControl {...props} key={inner} name={inner} isRequired={inner === "symbol"} />
          ))}
          <ItemBoxes label={messages.fields.items} titles={titles} error={undefined} />
        </>
      );
    case "record":
      return <OrallyRevisedBox name={name} error={error} />;
    case "words":
      return <PublicWords name={name} error={error} />;
    case "choice": {
      const { open, closed } = messages.choices;
      const tables: Readonly<Record<"access" | "parts", Readonly<Record<string, string>>>> = {
        access: { open, closed },
        parts: messages.own.dates.parts,
      };
      const names: Readonly<Record<string, string>> =
        control.of === "access" || control.of === "parts"
          ? tables[control.of]
          : event?.type.startsWith("deadline.") && name === "kind"
            ? messages.own.deadlines
            : messages.own[control.of];
      return (
        <Labelled name={name} label={label} error={error}>
          <Select
            key={`${name}-${chosen.slot ?? ""}`}
            options={Object.entries(names)}
            selected={present[name]}
            isRequired={isRequired}
            attributes={buildControlAttributes(name, error)}
          />
        </Labelled>
      );
    }
    case "bodies":
      return (
        <Labelled name={name} label={label} error={error}>
          <input type="text" autocomplete="off" {...buildControlAttributes(name, error)} />
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
            defaultValue={present[name] ?? ""}
            {...buildControlAttributes(name, error)}
          />
        </Labelled>
      );
  }
};
