import type { Language } from "../meeting/text.ts";
import type { Catalogs } from "../reports/describe-event.ts";
import { describeTold, type HistoryEntry } from "../reports/history.ts";
import type { Sentences } from "../store/body/subscribers.ts";
import type { UntoldEvent } from "../store/body/untold-event.ts";
import { loadAllCatalogs } from "./catalogs.ts";

/** In each of some languages. */
export const translate = <Value>(catalogs: readonly Catalogs[], describe: (one: Catalogs) => Value): Partial<Record<Language, Value>> =>
  Object.fromEntries(catalogs.map((one) => [one.messages.language, describe(one)]));

/**
 * As the history says it.
 * @param withdrawn ids of events that were withdrawn since
 */
export const describeUntold = (
  { told, isRedacted, slots, timezone }: UntoldEvent,
  catalogs: Catalogs,
  withdrawn: ReadonlySet<string> = new Set(),
): HistoryEntry => describeTold(told, { slots, timezone, withdrawn, redacted: new Set(isRedacted ? [told.id] : []) }, catalogs);

/** The one sitting that an event changed, if it is one: where the page is to be looked at. */
const findSlot = ({ told: { changed } }: UntoldEvent): { readonly slot?: string } => {
  const slots = new Set(changed.flatMap(({ slot }) => slot ?? []));
  const [slot] = slots;
  return slots.size === 1 && slot !== undefined ? { slot } : {};
};

/** What those are told who follow a meeting in some languages. */
export const describeToFollowers = async (env: Env, event: UntoldEvent, languages: readonly Language[]): Promise<Sentences> =>
  translate(await loadAllCatalogs(env, languages), (one) => {
    const { text, words } = describeUntold(event, one);
    return { text, words, ...findSlot(event) };
  });
