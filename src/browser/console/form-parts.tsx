import { described, Labelled } from "./controls.tsx";
import { useDesk } from "./desk.ts";
import type { FieldName } from "./fields.ts";
import { slotName } from "./naming.ts";
import { movedProgramme } from "./proposal.ts";

interface ItemBoxesProps {
  readonly label: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly error: string | undefined;
}

export const ItemBoxes = ({ label, titles, error }: ItemBoxesProps) => (
  <fieldset class="field">
    <legend>{label}</legend>
    {[...titles].map(([number, title]) => (
      <label class="box">
        <input type="checkbox" name="items" value={number} /> <span>{title}</span>
      </label>
    ))}
    {error !== undefined && <p class="wrong">{error}</p>}
  </fieldset>
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
    <fieldset class="field" key={opensOn ?? ""}>
      <legend>{words.fields.slots}</legend>
      {moved.map(({ number, start, end }, at) => (
        <div class="row">
          <label class="box">
            <input type="checkbox" name={`keep-${number}`} defaultChecked={isRequired} />{" "}
            <span>{slotName(meeting.programme[at] ?? { start }, words)}</span>
          </label>
          <input type="datetime-local" name={`start-${number}`} defaultValue={start} aria-label={words.fields.start} />
          <input type="datetime-local" name={`end-${number}`} defaultValue={end ?? ""} aria-label={words.fields.end} />
        </div>
      ))}
      {error !== undefined && <p class="wrong">{error}</p>}
    </fieldset>
  );
};
