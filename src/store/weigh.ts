import { OCTETS_OF_CHARACTER } from "../cache/memory.ts";
import { measureCalendar, measureJson } from "../calendar/size.ts";
import type { MeetingCalendar } from "../calendar/views.ts";

/** Octets in memory, by the characters as JSON: names of fields, which stand there, make up for objects. */
export const weighJson = (thing: object): number => measureJson(thing) * OCTETS_OF_CHARACTER;

export const weighCalendar = (calendar: MeetingCalendar): number => measureCalendar(calendar) * OCTETS_OF_CHARACTER;
