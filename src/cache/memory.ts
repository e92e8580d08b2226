const MIB = 1024 * 1024;

/**
 * Octets that a process keeps in memory of what it may read or make again, each for its own, so that none pushes out another. Together
 * they leave more than half of a heap of 128 MiB to what is being done: a great meeting that is read and rendered, a page of a log that
 * is gone through.
 */
export const MEMORY = {
  /** Meetings as the process that answers has them, and again those of bodies' own feeds, and of the objects that share the process. */
  meetings: 12 * MIB,
  parts: 4 * MIB,
  movedIds: MIB / 4,
  bodyFeeds: 12 * MIB,
  objects: 10 * MIB,
  logs: 10 * MIB,
  overviews: 6 * MIB,
  listed: 3 * MIB,
  meetingsOn: 3 * MIB,
  latestEvents: 3 * MIB,
  /** News as it goes out, until it has gone to all. */
  news: 3 * MIB,
  /** Entries put into words. */
  entryTexts: 12 * MIB,
  /** Texts as they go out; their compressed forms, a fifth of that, come on top. Outside of the heap. */
  feed: 16 * MIB,
  page: 8 * MIB,
  history: 8 * MIB,
  code: MIB,
} as const;

/** What a character of a text takes at most; one of the Latin letters takes half of it. */
export const OCTETS_OF_CHARACTER = 2;
