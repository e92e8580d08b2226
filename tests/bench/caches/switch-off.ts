/** The caches of a process, each by where the built Worker makes it. */
export const CACHES: Readonly<Record<string, RegExp>> = {
  "answers of the last second": /\bresponses = createLruCache\(/,
  "texts as they go out": /(?<=\b(?:feed|page|history|code): )createLruCache\(/,
  "entries in words": /\bentryTexts = createLruCache\(/,
  "what was read of objects": /\bentries = createLruCache\(max\)|\bheld = createLruCache\(/,
  "meetings of objects": /createLruCache\(MEMORY\.objects/,
  "states of logs": /createLruCache\(MEMORY\.logs/,
  "news as it goes out": /createLruCache\(MEMORY\.news/,
  "dates of feeds": /\bdates\d* = createLruCache\(/,
  keys: /\b(?:importedKeys|keyRings) = createLruCache\(/,
};

const KEEPS_NOTHING = "var createNoCache = () => ({ get: () => undefined, set() {}, delete() {}, clear() {} });\n";

/** The built Worker with a cache that keeps nothing in place of one. */
export const withoutCache = (worker: string, cache: string): string => {
  const made = CACHES[cache];
  if (!made?.test(worker)) throw new Error(`The Worker makes no cache of ${cache} any more.`);
  const each = new RegExp(made, "g");
  return KEEPS_NOTHING + worker.replace(each, (found) => found.replace("createLruCache(", "createNoCache("));
};
