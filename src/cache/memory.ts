const MIB = 1024 * 1024;

/**
 * Octets that a process keeps in memory of what it may read or make again, each for its own, so that none pushes out another. Together
 * they leave three fifths of a heap of 128 MiB to what is being done: a great meeting that is read and rendered, a page of a log that
 * is gone through.
 */
export const MEMORY = {
  /** Meetings as the process that answers has them, and again those of bodies' own feeds, and of the objects that share the process. */
  meetings: 8 * MIB,
  parts: 3 * MIB,
  movedIds: MIB / 4,
  bodyFeeds: 3 * MIB,
  objects: 8 * MIB,
  /** One of 20,000 events, as many withdrawals and the longest record. */
  logs: 12 * MIB,
  overviews: 3 * MIB,
  listed: 2 * MIB,
  meetingsOn: 2 * MIB,
  latestEvents: MIB,
  /** News as it goes out, until it has gone to all. */
  news: 2 * MIB,
  /** Entries put into words. */
  entryTexts: 6 * MIB,
  /** Texts as they go out; their compressed forms, a fifth of that, come on top. Outside of the heap. */
  feed: 16 * MIB,
  page: 8 * MIB,
  history: 8 * MIB,
  code: MIB,
} as const;

/** What a character of a text takes at most; one of the Latin letters takes half of it. */
export const OCTETS_OF_CHARACTER = 2;
