import { isDeepEqual } from "../../src/meeting/deep-equal.ts";
import type { MeetingEvent } from "../../src/meeting/events.ts";
import { numberItems } from "../../src/meeting/numbered-items.ts";
import type { Text } from "../../src/meeting/text.ts";
import { listAddedLanguages } from "../../src/meeting/text-languages.ts";
import { fail, succeed, type Result } from "../../src/meeting/result.ts";
import { listDocumentedAgenda } from "./documented.ts";
import { listWithdrawn, type Log, type LoggedEvent } from "./fold-log.ts";
import { getId, identifyItems, type Identities } from "./identities.ts";
import { identifyAdded, identifyNamed, type GivenItem } from "./named-items.ts";
import { matchToBase } from "./match-items.ts";
import { findPlace, type Place, type ReadLog } from "./place.ts";
import { createRefusal, type Refusal } from "./refusals.ts";
import type { MeetingState } from "./state.ts";
import { createWarning, type Warning } from "./warnings.ts";

/** An event as it came, and when: in milliseconds of the epoch. */
export interface ArrivedEvent {
  readonly id: string;
  readonly event: MeetingEvent;
  readonly arrival: number;
}

/** The wall-clock time of an instant in a zone: zone data is asked at the door alone. */
type ToLocal = (instant: number, zone: string) => string;

/** When an event happened: not after it arrived, and after all that its sender saw. */
export const settleTime = (state: MeetingState | undefined, { event, arrival }: ArrivedEvent): number => {
  const at = Math.min(Date.parse(event.timestamp), arrival);
  const hasSeenAll = state !== undefined && event.data.expectedVersion === state.version;
  return hasSeenAll ? Math.max(at, state.at) : at;
};

const readRecord = ({ data }: MeetingEvent) => ("record" in data ? data.record : undefined);

/** The events that may give items their ids: those with a record, and one more. */
const GIVING: { readonly [Event in MeetingEvent as "record" extends keyof Event["data"] ? Event["type"] : never]: true } & {
  readonly "item.added": true;
} = { "meeting.announced": true, "agenda.revised": true, "agenda.adopted": true, "item.added": true };

/** Every item to which an event of a log gave an id, but for those of some events. */
const listGiven = ({ index, read }: Log, without: ReadonlySet<string> = new Set()): readonly GivenItem[] => {
  const given: GivenItem[] = [];
  const places = index.flatMap(({ id, event }, place) => (Object.hasOwn(GIVING, event.type) && !without.has(id) ? [place] : []));
  for (const { event, identities } of read(places)) {
    const give = (number: string, title: Text): GivenItem => ({
      id: getId(identities, number),
      number,
      title,
      isAdded: event.type === "item.added",
    });
    if (event.type === "item.added") given.push(give(event.data.item, event.data.title));
    for (const { number, item } of numberItems(readRecord(event)?.agenda.items ?? [])) given.push(give(number, item.title));
  }
  return given;
};

const listGivenIds = (log: Log): ReadonlySet<string> => new Set(listGiven(log).map(({ id }) => id));

/** The same without what was withdrawn. */
const listStanding = (log: Log): readonly GivenItem[] => listGiven(log, listWithdrawn(log.index));

interface Identified {
  readonly identities: Identities;
  readonly warnings: readonly Warning[];
}

/** Gives the items that an event names their ids. */
const identify = (state: MeetingState, event: MeetingEvent, readLog: ReadLog): Result<Identified, Refusal> => {
  const refuseItem = (item: string): Result<Identified, Refusal> => {
    const numbers = numberItems(state.record.agenda.items).map(({ number }) => number);
    return fail(createRefusal("unknown-item", { item, items: numbers.join(", ") }));
  };
  const record = readRecord(event);
  if (event.type === "meeting.announced") return succeed({ identities: {}, warnings: [] });
  if (event.type === "item.added") {
    const log = readLog();
    return succeed({ identities: identifyAdded(state, event, listStanding(log), listGivenIds(log)), warnings: [] });
  }
  if (!record) {
    const { identities, unknown: item } = identifyNamed(event, state);
    return item === undefined ? succeed({ identities, warnings: [] }) : refuseItem(item);
  }
  const items = numberItems(record.agenda.items);
  const documented = numberItems(listDocumentedAgenda(state));
  const known = new Map(documented.map((item) => [item.id, item]));
  const own = numberItems(state.record.agenda.items).filter(({ id, item }) => !isDeepEqual(known.get(id)?.item.title, item.title));
  // By what it is called now as by what the documents call it.
  const base = [...documented, ...own];
  const { matches, retitled, unknown } = matchToBase(base, items, state.formerItems);
  if (unknown[0] !== undefined) return refuseItem(unknown[0]);
  const listed = new Set(items.map(({ number }) => number));
  const identities = {
    // A partial record may name items that it does not list.
    ...Object.fromEntries(base.flatMap(({ number, id }) => (number === id || listed.has(number) ? [] : [[number, id]]))),
    ...identifyItems(items, matches, () => listGivenIds(readLog())),
  };
  const titles = new Map(items.map(({ number, item }) => [number, item.title]));
  // A corrigendum in a further language says what an item is called in it.
  const isTranslated = (number: string): boolean => {
    const [was, is] = [known.get(matches.get(number) ?? "")?.item.title, titles.get(number)];
    return record.covers === "corrections" && was !== undefined && is !== undefined && listAddedLanguages(was, is).length > 0;
  };
  const warned = retitled.filter((number) => !isTranslated(number));
  return succeed({ identities, warnings: warned.map((item) => createWarning("retitled", { item })) });
};

/** An event with what is settled of it at the door, once and for ever. */
export interface Settled {
  readonly logged: LoggedEvent;
  readonly place: Place;
  readonly warnings: readonly Warning[];
}

export const settleEvent = (
  state: MeetingState | undefined,
  arrival: ArrivedEvent,
  readLog: ReadLog,
  toLocal: ToLocal,
): Result<Settled, Refusal> => {
  const { id, event } = arrival;
  const at = settleTime(state, arrival);
  const place = findPlace(state, { event, at }, readLog);
  const zone = place.state?.record.timezone ?? readRecord(event)?.timezone ?? "Etc/UTC";
  const local = toLocal(at, zone);
  if (!place.state) return succeed({ logged: { id, event, at, local, identities: {} }, place, warnings: [] });
  const identified = identify(place.state, event, readLog);
  if (!identified.ok) return identified;
  const { identities, warnings } = identified.value;
  return succeed({ logged: { id, event, at, local, identities }, place, warnings });
};
