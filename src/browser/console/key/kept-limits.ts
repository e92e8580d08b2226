import { createStore, del, get, set } from "idb-keyval";
import type { KeyLimits } from "./use-limits.ts";
import type { ConsoleKey } from "./key.ts";

/** What the service last said that a key may, for when it can't be asked. */
const store = createStore("plenary-limits", "limits");

const formatId = (body: string, { fingerprint, name }: ConsoleKey): string => `${body} ${fingerprint ?? name}`;

/** Undefined also where the browser keeps nothing. */
export const readKeptLimits = async (body: string, key: ConsoleKey): Promise<KeyLimits | undefined> => {
  try {
    return await get<KeyLimits>(formatId(body, key), store);
  } catch {
    return undefined;
  }
};

/** Keeps them, or none where the key may nothing any more. */
export const keepLimits = async (body: string, key: ConsoleKey, limits: KeyLimits | undefined): Promise<void> => {
  try {
    await (limits ? set(formatId(body, key), limits, store) : del(formatId(body, key), store));
  } catch {
    // Then the service is asked again.
  }
};
