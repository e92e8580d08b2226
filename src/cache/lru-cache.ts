/** Kept in memory while there is room: what was not asked for longest goes first, and what was kept last stays, however large. */
export interface Bounded<Value> {
  readonly get: (key: string) => Value | undefined;
  /** @param weight in the unit of the bound */
  readonly set: (key: string, value: Value, weight: number) => void;
  readonly delete: (key: string) => void;
  readonly clear: () => void;
}

/** A Map keeps the order in which keys were set: the first is the one to go. */
export const bounded = <Value>(most: number): Bounded<Value> => {
  const kept = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set: (key, value, weight) => {
      remove(key);
      kept.set(key, { value, weight });
      total += weight;
      for (const oldest of kept.keys()) {
        if (total <= most || oldest === key) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      kept.clear();
      total = 0;
    },
  };
};
