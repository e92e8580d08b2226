/** Kept in memory while there is room: what was not asked for longest goes first, and what was kept last stays, however large. */
export interface LruCache<Value> {
  readonly get: (key: string) => Value | undefined;
  /** @param size in the unit of the bound */
  readonly set: (key: string, value: Value, size: number) => void;
  readonly delete: (key: string) => void;
  readonly clear: () => void;
}

/** A Map keeps the order in which keys were set: the first is the one to go. */
export const createLruCache = <Value>(max: number): LruCache<Value> => {
  const entries = new Map<string, { readonly value: Value; readonly size: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const found = entries.get(key);
      if (!found) return undefined;
      entries.delete(key);
      entries.set(key, found);
      return found.value;
    },
    set: (key, value, size) => {
      remove(key);
      entries.set(key, { value, size });
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= max || oldest === key) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
};
