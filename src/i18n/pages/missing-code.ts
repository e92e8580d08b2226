/** The codes of what is not there. */
export type MissingCode =
  | "not-found"
  | "no-such-body"
  | "no-such-meeting"
  | "no-such-slot"
  | "no-such-item"
  | "no-such-day"
  | "no-such-version";
