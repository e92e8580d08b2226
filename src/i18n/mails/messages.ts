/** What a mail says of a sitting that is no longer as readers were told. The first words of its subject are capital where a language has such. */
export interface MailMessages {
  readonly marks: Record<"cancelled" | "postponed" | "takesPlace" | "newTime" | "newPlace" | "added" | "newItems" | "other", string>;
  /** With `{before}`. */
  readonly before: string;
  /** With `{count}`, a subject's last words. */
  readonly more: string;
  readonly test: string;
  /** With `{version}`. */
  readonly nothing: string;
}
