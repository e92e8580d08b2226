import { findClashes } from "../../../calendar/clashes.ts";
import type { CalendarEntry } from "../../../calendar/entry.ts";
import { getDate, hasHour } from "../../../meeting/local-time.ts";
import type { MeetingRecord } from "../../../meeting/record.ts";
import { chooseText, type Language, type Text } from "../../../meeting/text.ts";
import type { EntryChange } from "../../../api/schemas/answer.ts";

type Places = Pick<MeetingRecord, "venue" | "city">;

/** A sitting that is held in a room of its own. */
export interface RoomUse {
  readonly entry: CalendarEntry;
  /** The room, in each language that it is named in, to be compared. */
  readonly rooms: readonly string[];
}

/** A sitting, and another that is in the same room at the same time. */
export interface RoomClash {
  readonly entry: CalendarEntry;
  readonly other: CalendarEntry;
}

const listTexts = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === "string" ? [text] : Object.values(text).filter((words) => words !== undefined);

const fold = (room: string): string => room.trim().replace(/\s+/g, " ").toLowerCase();

/** A place without the city behind it. */
const dropCity = (place: string, { city }: Places): string => {
  const end = listTexts(city).find((name) => place.endsWith(`, ${name}`));
  return end === undefined ? place : place.slice(0, -`, ${end}`.length);
};

/** The room in which an entry is held; none where only the meeting's own place is known, which may have many. */
const readRooms = ({ location }: CalendarEntry, places: Places): readonly string[] => {
  const own = new Set(listTexts(places.venue).map(fold));
  const cities = new Set(listTexts(places.city).map(fold));
  return listTexts(location)
    .map((place) => fold(dropCity(place, places)))
    .filter((room) => !own.has(room) && !cities.has(room));
};

export const nameRoom = ({ location = "" }: CalendarEntry, places: Places, language: Language): string =>
  dropCity(chooseText(location, language), places);

export const readRoomUse = (entry: CalendarEntry, places: Places): RoomUse => ({ entry, rooms: readRooms(entry, places) });

const isHeld = ({ slot, start, status, isPutOff }: CalendarEntry): boolean =>
  slot !== undefined && hasHour(start) && status !== "CANCELLED" && isPutOff === undefined;

const hasMoved = ({ before, after }: EntryChange): boolean =>
  before === null ||
  !isHeld(before) ||
  before.start !== after.start ||
  before.end !== after.end ||
  JSON.stringify(before.location) !== JSON.stringify(after.location);

/** The sittings that an event gives a room, or other hours in theirs. */
export const listMoved = (changes: readonly EntryChange[], places: Places): readonly RoomUse[] =>
  changes
    .filter((change) => isHeld(change.after) && hasMoved(change))
    .map(({ after }) => readRoomUse(after, places))
    .filter(({ rooms }) => rooms.length > 0);

/** The first and the last day of sittings. */
export const spanDays = (uses: readonly RoomUse[]): readonly [string, string] => {
  const days = uses.map(({ entry }) => getDate(entry.start)).toSorted();
  return [days[0] ?? "", days.at(-1) ?? ""];
};

/** More would be a list that nobody reads. */
const MOST = 10;

/** Sittings that are in the same room at the same time as those that are moved there. */
export const findRoomClashes = (moved: readonly RoomUse[], held: readonly RoomUse[]): readonly RoomClash[] => {
  const uids = new Set(moved.map(({ entry }) => entry.uid));
  // A sitting that is moved stands as it will be, not as it is.
  const all = [...held.filter(({ entry }) => !uids.has(entry.uid) && isHeld(entry)), ...moved];
  return moved
    .flatMap(({ entry, rooms }, at) => {
      const there = all.filter((use) => use.rooms.some((room) => rooms.includes(room)));
      const clashes = findClashes(there.map((use) => use.entry)).get(entry) ?? [];
      const said = new Set(moved.slice(0, at).map((use) => use.entry));
      return clashes.filter((other) => !said.has(other)).map((other) => ({ entry, other }));
    })
    .slice(0, MOST);
};
