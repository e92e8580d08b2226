import type { Difference } from "../../../../machines/meeting/differences.ts";
import type { RevisionLine } from "../../../reports/revision/decisions.ts";
import { useConsole } from "../context.ts";
import { chooseFor, describeDifferences, UNDECIDED, type Choice, type Decisions } from "./weighing.ts";

interface RevisionProps {
  readonly differences: readonly Difference[];
  readonly weighing: Decisions;
  /** Asks again what would change, weighed otherwise. */
  readonly onWeigh: (weighing: Decisions) => void;
}

interface LineProps extends Omit<RevisionProps, "differences"> {
  readonly line: RevisionLine;
}

/** A sentence, with a button for each of what may be decided of it. */
const Line = ({ line, weighing, onWeigh }: LineProps) => {
  const { text, decision } = line;
  const chosen = decision && weighing.decided.get(decision.path)?.choice;
  const options: readonly (readonly [Choice, string])[] = decision
    ? [["keep", decision.keep] as const, ["take", decision.take] as const]
    : [];
  return (
    <li>
      <bdi>{text}</bdi>
      {options.length > 0 && (
        <span class="choices" role="group" aria-label={text}>
          {options.map(([choice, label]) => (
            <button type="button" aria-pressed={chosen === choice} onClick={() => onWeigh(chooseFor(weighing, line, choice))}>
              {label}
            </button>
          ))}
        </span>
      )}
    </li>
  );
};

/** What a revision would come to, in groups: each its own heading, and what is to be decided with buttons. */
export const Revision = ({ differences, weighing, onWeigh }: RevisionProps) => {
  const context = useConsole();
  return (
    <>
      {describeDifferences(differences, weighing, context).map(({ outcome, title, lines }) => (
        <section key={outcome} class={`revision ${outcome}`}>
          <h3>{title}</h3>
          <ul class="changes">
            {lines.map((line) => (
              <Line key={line.decision?.path ?? line.text} line={line} weighing={weighing} onWeigh={onWeigh} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

interface AnewProps {
  /** What stating all anew would drop. */
  readonly dropped: readonly Difference[];
  readonly weighing: Decisions;
  readonly onWeigh: (weighing: Decisions) => void;
}

/** Offered where the key has that right: to state all anew, with what that drops; and the way back. */
export const StateAnew = ({ dropped, weighing, onWeigh }: AnewProps) => {
  const context = useConsole();
  const { steps } = context.messages;
  if (weighing.isAnew)
    return (
      <p>
        <button type="button" class="quiet" onClick={() => onWeigh({ ...weighing, isAnew: false })}>
          {steps.notAnew}
        </button>
      </p>
    );
  const lines = describeDifferences(dropped, UNDECIDED, context).flatMap((group) => group.lines);
  if (lines.length === 0) return null;
  return (
    <details class="anew">
      <summary>{steps.anew}</summary>
      <p class="caution">{steps.anewHint}</p>
      <ul class="changes">
        {lines.map(({ text }) => (
          <li>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => onWeigh({ ...weighing, isAnew: true })}>
        {steps.anew}
      </button>
    </details>
  );
};
