/** What concerns the house, beyond one body: rooms given twice, and notices to all. */
export interface HouseMessages {
  /** With `{room}` and `{other}`. */
  readonly taken: string;
  readonly title: string;
  readonly hint: string;
  readonly looking: string;
  readonly none: string;
  readonly meetings: string;
  readonly give: string;
  readonly given: string;
  /** With `{why}`. */
  readonly notGiven: string;
}
