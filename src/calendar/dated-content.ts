/** What is served of one feed, and since which second. */
export interface DatedContent {
  /** Differs wherever the content does. */
  readonly tag: string;
  /** Seconds of the epoch, as in Last-Modified. */
  readonly date: number;
}

/**
 * Dates a content by a clock that may be set back: another content never gets a date that one had before, nor one of the future, and has
 * none until the clock has passed the last that was given. So who has a date has that content and no other.
 * @param second of the epoch
 */
export const dateContent = (last: DatedContent | undefined, tag: string, second: number): DatedContent | undefined => {
  if (last?.tag === tag) return last.date <= second ? last : undefined;
  return last && second <= last.date ? undefined : { tag, date: second };
};
