/** A mail in plain words: what its subject says, and its paragraphs, the first line of each its heading. */
export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly (readonly string[])[];
}

export const formatParagraphs = (paragraphs: MailText["paragraphs"]): string =>
  `${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`;
