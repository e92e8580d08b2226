/** What is said beside a document that is read: what its lines became, and how that is corrected. */
export interface EditingMessages {
  readonly lines: string;
  readonly onlyOpen: string;
  readonly change: string;
  readonly isNow: string;
  readonly kinds: Readonly<Record<"slot" | "item" | "nothing", string>>;
  readonly number: string;
  /** Beside the hour of a sitting. */
  readonly hourHint: string;
  readonly itemsHint: string;
  readonly save: string;
  readonly undo: string;
  readonly addSlot: string;
  readonly addItem: string;
  readonly uses: {
    readonly field: string;
    readonly heading: string;
    readonly day: string;
    /** With `{item}`. */
    readonly annotation: string;
    /** With `{symbol}`. */
    readonly document: string;
    readonly said: string;
    readonly leftOut: string;
  };
  /** With `{id}` and `{title}`. */
  readonly asNew: string;
  readonly asKnown: string;
  readonly isNew: string;
  readonly isKnown: string;
}
