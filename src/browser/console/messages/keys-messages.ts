/** What is said of who may send for a body, and of who sent what. */
export interface KeysMessages {
  readonly title: string;
  readonly noEnd: string;
  /** With `{time}`. */
  readonly until: string;
  readonly neverUsed: string;
  /** With `{time}`. */
  readonly lastUsed: string;
  /** With `{meeting}`. */
  readonly meeting: string;
  readonly invites: string;
  readonly sure: string;
  readonly operator: string;
  /** With `{name}`. */
  readonly sentBy: string;
  readonly label: string;
}
