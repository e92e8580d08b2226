/** What is said of mails that wait for a person. */
export interface MailsMessages {
  readonly title: string;
  readonly hint: string;
  readonly none: string;
  readonly send: string;
  readonly sent: string;
  /** With `{why}`. */
  readonly notSent: string;
  readonly drop: string;
  readonly dropSure: string;
}
