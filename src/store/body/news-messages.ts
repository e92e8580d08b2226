import { createLruCache } from "../../cache/lru-cache.ts";
import { MEMORY, OCTETS_OF_CHARACTER } from "../../cache/memory.ts";
import type { Language } from "../../meeting/text.ts";
import type { ObjectCache } from "./object-cache.ts";
import { readEntryNews, type EntryNews } from "./outbox-table.ts";
import { readUntold, type UntoldEvent } from "./untold-event.ts";

/** A piece of news, in no language yet; or several that go together, of which the last is told of. */
export interface UntoldNews extends UntoldEvent {
  /** Each once, in the order in which they changed first. */
  readonly entries: readonly EntryNews[];
}

/** A piece of news as it goes to everyone who reads it in the same languages. */
export interface WrittenNews {
  /** By which who gets it knows it. */
  readonly id: string;
  readonly text: string;
}

/** Entries as they were before the first of their changes, and are after the last. */
const mergeEntryNews = (entries: readonly EntryNews[]): readonly EntryNews[] => {
  const merged = new Map<string, EntryNews>();
  for (const news of entries) {
    const { uid } = news.after.entry;
    merged.set(uid, { ...news, before: (merged.get(uid) ?? news).before });
  }
  return [...merged.values()];
};

/** Some news, read from the tables; undefined where none of it waits any more. */
export const readUntoldNews = (sql: SqlStorage, cache: ObjectCache, positions: readonly number[]): UntoldNews | undefined => {
  const record = cache.readRecord();
  const [entries, last] = [positions.map((position) => readEntryNews(sql, position)), positions.at(-1)];
  if (!record || last === undefined || entries.includes(undefined)) return undefined;
  return { ...readUntold(sql, cache, record.id, last), entries: mergeEntryNews(entries.flatMap((each) => each ?? [])) };
};

/** Of all objects that share this process. */
const messages = createLruCache<WrittenNews>(MEMORY.news);

/** Finds the message of what stands at a position of the log, which is written once, however many endpoints it goes to. */
export const createMessageFinder = (
  sql: SqlStorage,
  cache: ObjectCache,
  write: (news: UntoldNews, languages: readonly Language[]) => Promise<WrittenNews>,
): ((position: number, languages: readonly Language[]) => Promise<WrittenNews | undefined>) => {
  const underWay = new Map<string, Promise<WrittenNews>>();
  return async (position, languages) => {
    // After a redaction nothing is kept that was written before.
    const key = `${cache.readGeneration()}/${position}/${languages.join()}`;
    const known = messages.get(key) ?? underWay.get(key);
    if (known) return known;
    const news = readUntoldNews(sql, cache, [position]);
    if (!news) return undefined;
    const writing = write(news, languages).finally(() => underWay.delete(key));
    underWay.set(key, writing);
    const message = await writing;
    messages.set(key, message, message.text.length * OCTETS_OF_CHARACTER);
    return message;
  };
};
