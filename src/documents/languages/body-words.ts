/** The words in which a language names bodies that meet, and their sessions. */
export interface BodyWords {
  /** What can be in session, the kinds of session that a masthead names, and their ordinals. */
  readonly session: string;
  readonly sessionKind: string;
  readonly sessionOrdinal: string;
  /** A session with its ordinal, where they are no two words in this order. */
  readonly sessionName: string;
  /** The ordinal of a session before and behind the name of its body, where it is none of `sessionOrdinal`. */
  readonly ordinalBefore: string;
  readonly ordinalBehind: string;
  /** A paper that is of the body whose meeting it is about: "Report". */
  readonly paperOf: string;
  /** Between a session and the body whose it is. */
  readonly ofBody: string;
  readonly willBe: string;
  /** What an organ that meets is, and what its organization is: a name of a body holds one of them. */
  readonly organWord: string;
  /** An organ that another has set up: "working group". */
  readonly subsidiaryOrgan: string;
  readonly organizationWord: string;
  /** Meetings that are bodies of their own: "meeting of the parties", "summit". */
  readonly meetingBody: string;
  /** What begins a line of the masthead that is no body's name. */
  readonly notName: string;
  /** What a body does in sentences: "The Committee considered". */
  readonly bodyVerbs: string;
}
