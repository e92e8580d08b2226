import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import type { DraftBatch } from "./draft-event.ts";
import { runDryRun, type DryRun } from "./dry-run.ts";
import { UNDECIDED, type Decisions } from "./weighing.ts";

/** Milliseconds without a further word after which the door is asked about a form. */
const PAUSE = 400;

/** What the door says of a form, and how the form is weighed. */
interface Asked {
  readonly dryRun: DryRun;
  readonly weighing: Decisions;
  /** The form was changed: what was found is of an earlier one. */
  readonly change: () => void;
  readonly weigh: (weighing: Decisions) => void;
  /** Asks now. */
  readonly check: () => Promise<DryRun | undefined>;
}

/** Asks the door what a draft would change as soon as its form is complete, and again after each change. */
export const useDryRun = (draft: DraftBatch, form: RefObject<HTMLFormElement | null>): Asked => {
  const context = useConsole();
  const { key } = context;
  const [dryRun, setDryRun] = useState<DryRun>({ kind: "notRun" });
  const [weighing, setWeighing] = useState(UNDECIDED);
  /** Which state of the form is looked at: what was found of an earlier one is not of this one. */
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (next: DryRun): void => {
    asked.current += 1;
    setDryRun(next);
  };
  const checkAs = async (weighed: Decisions, previous?: DryRun): Promise<DryRun | undefined> => {
    clearTimeout(timer.current);
    if (!form.current || !key) return undefined;
    show({ kind: "running", ...(previous && { previous }) });
    const present = asked.current;
    const found = await runDryRun({ draft, form: new FormData(form.current), weighing: weighed }, context);
    if (asked.current !== present) return undefined;
    show(found);
    return found;
  };
  // The timer asks with the context of then.
  const checkLater = useRef(checkAs);
  checkLater.current = checkAs;
  useEffect(() => {
    setWeighing(UNDECIDED);
    if (form.current?.checkValidity()) void checkAs(UNDECIDED);
    else show({ kind: "notRun" });
    return () => clearTimeout(timer.current);
  }, [draft]);
  return {
    dryRun,
    weighing,
    change: () => {
      show({ kind: "notRun" });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => form.current?.checkValidity() && void checkLater.current(weighing), PAUSE);
    },
    weigh: (next) => {
      setWeighing(next);
      void checkAs(next, dryRun.kind === "running" ? dryRun.previous : dryRun);
    },
    check: () => checkAs(weighing),
  };
};
