import type { ComponentChildren } from "preact";
import { buildControlAttributes, Notes } from "./controls.tsx";
import { useConsole } from "../context.ts";
import { CONTROLS, type FieldName } from "./fields.ts";
import { hasHour } from "../../../meeting/local-time.ts";
import { labelSlot } from "../labels.ts";
import { moveProgramme } from "./draft-event.ts";
import { TextControl } from "./text-control.tsx";

interface ItemBoxesProps {
  readonly name: FieldName;
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
    <Notes name={name} error={error} />
  </fieldset>
);

export const ItemBoxes = ({ name, label, titles, error }: ItemBoxesProps) => (
  <Group name={name} label={label} error={error}>
    {[...titles].map(([number, title]) => (
      <label class="box">
        <input type="checkbox" name={name} value={number} /> <span>{title}</span>
      </label>
    ))}
  </Group>
);

interface WordsProps {
  readonly name: "note" | "reason";
  readonly error: string | undefined;
  readonly isRequired?: boolean;
}

/** Words that everyone reads: of one's own, or one of the neutral ones that are offered. */
export const PublicWords = ({ name, error, isRequired = false }: WordsProps) => {
  const { messages } = useConsole();
  const offered = name === "reason" ? messages.reasons : [];
  return (
    <TextControl
      name={name}
      maxLength={CONTROLS[name].maxLength}
      isRequired={isRequired}
      error={error}
      hint={messages.shownToAll}
      offered={offered}
    />
  );
};

interface ProgrammeRowsProps {
  readonly opensOn: string | undefined;
  /** Whether all are to be held at first. */
  readonly isTicked: boolean;
  readonly error: string | undefined;
}

/** A sitting whose time is set is to be held. */
const tickEdited = ({ target, currentTarget }: Event & { readonly currentTarget: HTMLElement }): void => {
  const box = currentTarget.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (box && target !== box) box.checked = true;
};

/** The sittings of a meeting that has other dates: moved as a whole, then each to be mended. */
export const ProgrammeRows = ({ opensOn, isTicked, error }: ProgrammeRowsProps) => {
  const { meeting, messages } = useConsole();
  const moved = moveProgramme(meeting.programme, meeting.record.opensOn, opensOn || meeting.record.opensOn);
  return (
    <Group name="slots" key={opensOn ?? ""} label={messages.fields.slots} error={error}>
      {moved.map(({ number, start, end }, at) => {
        const name = labelSlot(meeting.programme[at] ?? { start }, messages);
        const { comma } = messages.own.punctuation;
        return (
          <div class="row" onInput={tickEdited}>
            <label class="box">
              <input type="checkbox" name={`keep-${number}`} defaultChecked={isTicked} /> <span>{name}</span>
            </label>
            <input
              type={hasHour(start) ? "datetime-local" : "date"}
              name={`start-${number}`}
              defaultValue={start}
              aria-label={`${name}${comma}${messages.fields.start}`}
            />
            <input
              type="datetime-local"
              name={`end-${number}`}
              defaultValue={end ?? ""}
              aria-label={`${name}${comma}${messages.fields.end}`}
            />
          </div>
        );
      })}
    </Group>
  );
};

/** Whether a body adopts its agenda as the programme now stands. */
export const OrallyRevisedBox = ({ name, error }: { readonly name: FieldName; readonly error: string | undefined }) => {
  const { orallyRevised, orallyRevisedHint } = useConsole().messages.programme;
  return (
    <div class="field tick">
      <input type="checkbox" {...buildControlAttributes(name, error, orallyRevisedHint)} />
      <label for={`field-${name}`}>{orallyRevised}</label>
      <Notes name={name} hint={orallyRevisedHint} error={error} />
    </div>
  );
};
