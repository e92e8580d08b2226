/** A piece of a line that wide gaps part from others, where it begins and where it ends: in characters, or in points. */
export interface Column {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line as it is printed, in pieces. */
export interface PrintedLine {
  readonly line: number;
  readonly isApart: boolean;
  readonly pieces: readonly Column[];
  /** Whether marks, and not gaps, part its pieces. */
  readonly isMarked?: boolean;
}
