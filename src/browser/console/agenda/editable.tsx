import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { Said } from "./edits.ts";
import { SaidForm } from "./said-form.tsx";

interface EditableProps {
  readonly messages: ConsoleMessages;
  readonly first: Said;
  readonly kinds: readonly Said["kind"][];
  readonly onSaid: (said: Said) => void;
  /** Instead of "Change". */
  readonly label?: string;
  /** What it is about. */
  readonly children?: ComponentChildren;
}

/** Something that was read, with the form by which it is said anew once someone asks for it. */
export const Editable = ({ messages, first, kinds, onSaid, label = messages.editing.change, children }: EditableProps) => {
  const [isOpen, setOpen] = useState(false);
  const about = useId();
  return (
    <>
      <div class="editable">
        {children !== undefined && <div id={about}>{children}</div>}
        {!isOpen && (
          <button type="button" class="quiet" {...(children !== undefined && { "aria-describedby": about })} onClick={() => setOpen(true)}>
            {label}
          </button>
        )}
      </div>
      {isOpen && <SaidForm messages={messages} first={first} kinds={kinds} onSaid={onSaid} onClose={() => setOpen(false)} />}
    </>
  );
};
