/** What is said of orders that are put aside, and handed on by a link. */
export interface DraftMessages {
  readonly title: string;
  readonly prepare: string;
  readonly preparer: string;
  readonly putAside: string;
  readonly none: string;
  readonly makeLink: string;
  readonly link: string;
  readonly qr: string;
  readonly hint: string;
  readonly open: string;
  readonly remove: string;
  readonly handed: string;
}
