import type { SelectionLimit } from "../../calendar/selection.ts";

/** Of a reader's own programme. */
export interface StarMessages {
  /** On the button that keeps something, and drops it again. */
  readonly keep: string;
  readonly show: string;
  readonly how: string;
  readonly needsScripts: string;
  /** Above what is kept. */
  readonly kept: string;
  /** Of a meeting. */
  readonly all: string;
  /** With `{others}`. */
  readonly clash: string;
  readonly twice: string;
  readonly nothing: string;
  /** Why what is kept is no one calendar, with `{max}`. */
  readonly issues: Record<SelectionLimit | "too-large", string>;
}
