/** A date as printed: what the text leaves out is absent. Weekdays count from Monday, 1. */
export interface PrintedDate {
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

/** One date or a range of dates, and where it stands in its text. */
export interface PrintedDates {
  readonly from: PrintedDate;
  readonly to?: PrintedDate;
  readonly start: number;
  readonly end: number;
}
