/** What the setting up of a body says. */
export interface SetupMessages {
  readonly lead: string;
  readonly next: string;
  readonly code: string;
  readonly codeHint: string;
  readonly notACode: string;
  readonly name: string;
  readonly shortName: string;
  readonly id: string;
  readonly idHint: string;
  readonly optional: string;
  readonly publisher: string;
  readonly publisherHint: string;
  readonly contact: string;
  readonly documents: string;
  readonly documentsHint: string;
  readonly register: string;
  readonly announce: string;
  readonly noLine: string;
}
