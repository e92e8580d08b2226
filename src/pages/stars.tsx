import { OWN_PROGRAMME_PATH } from "../calendar/addresses.ts";
import { formatSelection, isWhole, type MeetingChoice, type Selection } from "../calendar/selection.ts";
import { localizePath } from "../i18n/paths.ts";
import type { PageContext } from "./page-context.ts";

/** A choice in its parts, each of which is kept and dropped by itself. */
export const splitChoice = (choice: MeetingChoice): Selection => {
  const { slots, items } = choice;
  if (isWhole(choice)) return [choice];
  return [
    ...slots.map((slot) => ({ ...choice, slots: [slot], items: [] })),
    ...items.map((item) => ({ ...choice, slots: [], items: [item] })),
  ];
};

interface StarProps {
  /** What the reader keeps, or drops, by one press. */
  readonly parts: Selection;
  /** Where the page has several: what this one is about. */
  readonly about?: string;
  readonly context: PageContext;
}

/** Keeps something in the reader's own programme, which is in this browser alone: a script shows it. */
export const Star = ({ parts, about, context }: StarProps) => (
  <button
    type="button"
    class="star"
    data-star={parts.map((part) => formatSelection([part])).join("_")}
    aria-pressed="false"
    aria-label={about === undefined ? undefined : [context.page.stars.keep, about].join(context.messages.punctuation.colon)}
    hidden
  >
    {context.page.stars.keep}
  </button>
);

/** The same with the way to what is kept. */
export const StarLine = (props: StarProps) =>
  props.parts.length === 0 ? null : (
    <p class="stars">
      <Star {...props} />
      <a href={localizePath(props.context.language, OWN_PROGRAMME_PATH)} data-kept hidden>
        {props.context.page.stars.show}
      </a>
    </p>
  );
