/** What is said of the programme that a house issues. */
export interface IssueMessages {
  readonly title: string;
  readonly day: string;
  readonly since: string;
  readonly sinceHint: string;
  readonly show: string;
  readonly print: string;
  readonly mail: string;
  readonly changesMail: string;
  readonly mailHint: string;
  readonly noSuchDay: string;
}
