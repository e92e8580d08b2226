import type { ComponentChildren } from "preact";
import { described, Labelled } from "./controls.tsx";
import { useDesk } from "../context.ts";
import type { FieldName } from "./fields.ts";
import { slotName } from "../naming.ts";
import { movedProgramme } from "./draft-event.ts";

interface ItemBoxesProps {
  readonly label: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly error: string | undefined;
}

interface GroupProps {
  readonly name: FieldName;
  readonly label: string;
  readonly error: string | undefined;
  readonly children: ComponentChildren;
}

/** Several controls under one name, with what is wrong with them. */
const Group = ({ name, label, error, children }: GroupProps) => (
  <fieldset class="field" aria-describedby={error === undefined ? undefined : `wrong-${name}`}>
    <legend>{label}</legend>
    {children}
    {error !== undefined && (
      <p class="wrong" id={`wrong-${name}`}>
        {error}
      </p>
    )}
  </fieldset>
);

export const ItemBoxes = ({ label, titles, error }: ItemBoxesProps) => (
  <Group name="items" label={label} error={error}>
    {[...titles].map(([number, title]) => (
      <label class="box">
        <input type="checkbox" name="items" value={number} /> <span>{title}</span>
      </label>
    ))}
  </Group>
);

/** Words that everyone reads: of one's own, or one of the neutral ones that are offered. */
export const PublicWords = ({ name, error }: { readonly name: FieldName; readonly error: string | undefined }) => {
  const { words } = useDesk();
  return (
    <Labelled name={name} label={words.fields[name]} error={error} hint={words.shownToAll}>
      <input type="text" maxLength={1000} list={`offered-${name}`} autocomplete="off" {...described(name, error, words.shownToAll)} />
      {name === "reason" && (
        <datalist id={`offered-${name}`}>
          {words.reasons.map((reason) => (
            <option value={reason} />
          ))}
        </datalist>
      )}
    </Labelled>
  );
};

interface ProgrammeRowsProps {
  readonly opensOn: string | undefined;
  readonly isRequired: boolean;
  readonly error: string | undefined;
}

/** The sittings of a meeting that has other dates: moved as a whole, then each to be mended. */
export const ProgrammeRows = ({ opensOn, isRequired, error }: ProgrammeRowsProps) => {
  const { meeting, words } = useDesk();
  const moved = movedProgramme(meeting.programme, meeting.record.opensOn, opensOn || meeting.record.opensOn);
  return (
    <Group name="slots" key={opensOn ?? ""} label={words.fields.slots} error={error}>
      {moved.map(({ number, start, end }, at) => {
        const name = slotName(meeting.programme[at] ?? { start }, words);
        const { comma } = words.own.punctuation;
        return (
          <div class="row">
            <label class="box">
              <input type="checkbox" name={`keep-${number}`} defaultChecked={isRequired} /> <span>{name}</span>
            </label>
            <input
              type="datetime-local"
              name={`start-${number}`}
              defaultValue={start}
              aria-label={`${name}${comma}${words.fields.start}`}
            />
            <input
              type="datetime-local"
              name={`end-${number}`}
              defaultValue={end ?? ""}
              aria-label={`${name}${comma}${words.fields.end}`}
            />
          </div>
        );
      })}
    </Group>
  );
};
