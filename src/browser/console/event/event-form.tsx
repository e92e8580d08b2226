import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Slot } from "../../../meeting/record.ts";
import { described, Labelled, Select } from "./controls.tsx";
import { useDesk } from "../context.ts";
import { CONTROLS, type FieldName } from "./fields.ts";
import { ItemBoxes, ProgrammeRows, PublicWords } from "./fieldsets.tsx";
import { itemTitles, slotName } from "../naming.ts";
import { fieldsOf, type Proposal } from "./draft-event.ts";
import type { Meeting } from "../api.ts";

export type FieldErrors = ReadonlyMap<string, string>;

/** Slots that a field may name, given what was chosen above it. */
const slotsFor = (name: FieldName, proposal: Proposal, meeting: Meeting, chosen: Chosen): readonly Slot[] => {
  const { programme, slots, next } = meeting;
  const toBeHeld = ({ number }: Slot): boolean => ["scheduled", "open", "suspended"].includes(slots[number] ?? "");
  if (name === "from") return programme.filter(({ items, number }) => slots[number] !== "cancelled" && items.includes(chosen.item ?? ""));
  if (name === "to") return programme.filter((slot) => toBeHeld(slot) && !slot.items.includes(chosen.item ?? ""));
  if (name === "itemsTo") return programme.filter((slot) => toBeHeld(slot) && slot.number !== chosen.slot);
  const possible = next.find(({ type }) => type === proposal.parts[0]?.type)?.slots;
  return programme.filter(({ number }) => possible?.includes(number));
};

interface Chosen {
  readonly slot?: string | undefined;
  readonly item?: string | undefined;
  readonly opensOn?: string | undefined;
}

/** Of an event that names a new slot: the next number that no slot ever had. */
const freeNumber = ({ programme, entries }: Meeting): string =>
  String(Math.max(0, ...[...programme.map(({ number }) => number), ...entries.map(({ slot }) => slot ?? "0")].map(Number)) + 1);

interface FormProps {
  readonly proposal: Proposal;
  readonly errors: FieldErrors;
}

/** The form of an event, generated from its fields, with the current values filled in. */
export const EventForm = ({ proposal, errors }: FormProps) => {
  const { meeting, words } = useDesk();
  const [part] = proposal.parts;
  const possible = meeting.next.find(({ type }) => type === part?.type);
  const [chosen, setChosen] = useState<Chosen>({
    slot: part?.preset?.slot ?? possible?.slots?.[0],
    item: part?.preset?.item ?? possible?.items?.[0],
  });
  const titles = itemTitles(meeting.record, words);
  const slot = meeting.programme.find(({ number }) => number === chosen.slot);
  const { record } = meeting;
  const isNew = part?.type === "slot.added";
  const current: Readonly<Partial<Record<FieldName, string | undefined>>> = {
    start: slot?.start,
    end: part?.type === "slot.rescheduled" ? undefined : slot?.end,
    venue: slot?.venue ?? record.venue,
    opensOn: record.opensOn,
    closesOn: record.closesOn,
    ...(isNew && { start: undefined, end: undefined, venue: undefined }),
    ...part?.preset,
  };

  const control = (name: FieldName, isRequired: boolean): ComponentChildren => {
    const of = CONTROLS[name];
    const error = errors.get(name);
    const label = words.fields[name];
    switch (of.kind) {
      case "slot": {
        if (isNew && name === "slot") return <input type="hidden" name="slot" value={freeNumber(meeting)} />;
        const options = slotsFor(name, proposal, meeting, chosen).map((one) => [one.number, slotName(one, words)] as const);
        return (
          <Labelled name={name} label={label} error={error}>
            <Select
              key={`${name}-${chosen.item ?? ""}-${name === "slot" ? "" : (chosen.slot ?? "")}`}
              options={options}
              selected={part?.preset?.[name]}
              isRequired={isRequired}
              attributes={described(name, error)}
              {...(name === "slot" && { onChoose: (value: string) => setChosen({ ...chosen, slot: value }) })}
            />
          </Labelled>
        );
      }
      case "item":
        return (
          <Labelled name={name} label={label} error={error}>
            <Select
              options={(possible?.items ?? []).map((number) => [number, titles.get(number) ?? number])}
              selected={chosen.item}
              isRequired={isRequired}
              onChoose={(item) => setChosen({ ...chosen, item })}
              attributes={described(name, error)}
            />
          </Labelled>
        );
      case "items":
        return <ItemBoxes label={label} titles={titles} error={error} />;
      case "local": {
        const hint = name === "end" && part?.type === "slot.rescheduled" ? words.choices.keepsLength : undefined;
        return (
          <Labelled name={name} label={label} error={error} hint={hint}>
            <input
              key={`${name}-${chosen.slot ?? ""}`}
              type="datetime-local"
              required={isRequired}
              defaultValue={current[name] ?? ""}
              {...described(name, error, hint)}
            />
          </Labelled>
        );
      }
      case "date":
        return (
          <Labelled name={name} label={label} error={error}>
            <input
              type="date"
              required={isRequired}
              defaultValue={current[name] ?? ""}
              onChange={({ currentTarget }) => name === "opensOn" && setChosen({ ...chosen, opensOn: currentTarget.value })}
              {...described(name, error)}
            />
          </Labelled>
        );
      case "programme":
        return <ProgrammeRows opensOn={chosen.opensOn} isRequired={isRequired} error={error} />;
      case "documents":
        return (
          <>
            {(["symbol", "title", "issuedOn"] as const).map((inner) => control(inner, inner === "symbol"))}
            <ItemBoxes label={words.fields.items} titles={titles} error={undefined} />
          </>
        );
      case "record":
        return (
          <div class="field tick">
            <input type="checkbox" {...described(name, error, words.quick.orallyRevisedHint)} />
            <label for={`field-${name}`}>{words.quick.orallyRevised}</label>
            <p class="hint" id={`hint-${name}`}>
              {words.quick.orallyRevisedHint}
            </p>
            {error !== undefined && (
              <p class="wrong" id={`wrong-${name}`}>
                {error}
              </p>
            )}
          </div>
        );
      case "words":
        return <PublicWords name={name} error={error} />;
      case "choice": {
        const names: Readonly<Record<string, string>> =
          of.of === "access" ? { open: words.choices.open, closed: words.choices.closed } : words.own[of.of];
        return (
          <Labelled name={name} label={label} error={error}>
            <Select options={Object.entries(names)} isRequired={isRequired} attributes={described(name, error)} />
          </Labelled>
        );
      }
      case "text":
        return (
          <Labelled name={name} label={label} error={error}>
            <input
              key={`${name}-${chosen.slot ?? ""}`}
              type="text"
              maxLength={of.maxLength}
              {...("pattern" in of && { pattern: of.pattern })}
              required={isRequired}
              defaultValue={current[name] ?? ""}
              {...described(name, error)}
            />
          </Labelled>
        );
    }
  };

  return <>{fieldsOf(proposal, meeting).map(({ name, isRequired }) => control(name, isRequired))}</>;
};
