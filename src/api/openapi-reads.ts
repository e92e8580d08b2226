import type { PROBLEMS } from "../http/problems.ts";
import type { ComponentName } from "./schemas/components.ts";

export type ProblemCode = keyof typeof PROBLEMS;

export interface Read {
  readonly path: string;
  /** What clients that are generated call it. */
  readonly operationId: string;
  readonly summary: string;
  readonly type: string;
  /** Of JSON; any other is a text. */
  readonly schema?: ComponentName;
  readonly query?: readonly string[];
  readonly problems: readonly ProblemCode[];
}

export const JSON_TYPE = "application/json";
const CALENDAR = "text/calendar; charset=utf-8";
const ATOM = "application/atom+xml; charset=utf-8";
const FEED_QUERY = ["lang", "cancelled"];

export const READS: readonly Read[] = [
  {
    path: "/bodies.json",
    operationId: "listBodies",
    summary: "The bodies whose meetings can be followed here",
    type: JSON_TYPE,
    schema: "Bodies",
    problems: [],
  },
  {
    path: "/bodies/{year}.json",
    operationId: "listMeetingsOfYear",
    summary: "The meetings of all bodies in a year",
    type: JSON_TYPE,
    schema: "MeetingsOfYear",
    problems: [],
  },
  {
    path: "/{body}.json",
    operationId: "readBody",
    summary: "A body and its meetings, the latest first",
    type: JSON_TYPE,
    schema: "Body",
    problems: ["no-such-body"],
  },
  {
    path: "/{body}/{meeting}.json",
    operationId: "readMeeting",
    summary: "A meeting, its state, its entries, and what may happen next",
    type: JSON_TYPE,
    schema: "Meeting",
    query: ["version"],
    problems: ["no-such-meeting", "no-such-version"],
  },
  {
    path: "/{body}/{meeting}/log.json",
    operationId: "readHistory",
    summary: "What happened to a meeting, in words and in the order of arrival",
    type: JSON_TYPE,
    schema: "History",
    query: ["version", "until", "since", "lang"],
    problems: ["no-such-meeting", "no-such-version"],
  },
  {
    path: "/{body}/{meeting}/report.txt",
    operationId: "readDraftReport",
    summary: "The paragraphs of the report that the events let draft",
    type: "text/plain; charset=UTF-8",
    problems: ["no-such-meeting"],
  },
  {
    path: "/all.ics",
    operationId: "readAllBodiesFeed",
    summary: "An entry for each meeting of all bodies, over its days: of the coming twelve months, and of the past twelve",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["not-found"],
  },
  {
    path: "/{body}.ics",
    operationId: "readBodyFeed",
    summary: "The feed of a body: its latest meetings, and those that have not ended",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["no-such-body"],
  },
  {
    path: "/{body}/{meeting}.ics",
    operationId: "readMeetingFeed",
    summary: "The feed of a meeting",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["no-such-meeting"],
  },
  {
    path: "/{body}/{meeting}/slots/{slot}.ics",
    operationId: "readSlotFeed",
    summary: "The feed of one plenary slot",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["no-such-meeting", "no-such-slot"],
  },
  {
    path: "/{body}/{meeting}/items/{item}.ics",
    operationId: "readItemFeed",
    summary: "The feed of one item or several, wherever they are taken up",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["no-such-meeting", "no-such-item"],
  },
  {
    path: "/{body}/{meeting}/{day}.ics",
    operationId: "readDayFeed",
    summary: "The feed of one day of a meeting",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["no-such-meeting", "no-such-day"],
  },
  {
    path: "/my/{selection}.ics",
    operationId: "readSelectionFeed",
    summary: "The feed of what a delegate chose: meetings, sittings and items of several bodies",
    type: CALENDAR,
    query: FEED_QUERY,
    problems: ["not-a-selection", "not-found"],
  },
  {
    path: "/{body}/{meeting}/{day}.txt",
    operationId: "readDayProgramme",
    summary: "The programme of one day, to be pasted or printed; what changed since a version is marked",
    type: "text/plain; charset=UTF-8",
    query: ["since", "lang"],
    problems: ["no-such-meeting", "no-such-day", "no-such-version"],
  },
  {
    path: "/{body}/{meeting}/{day}.eml",
    operationId: "readDayProgrammeMail",
    summary: "The same as a mail that a person addresses and sends",
    type: "message/rfc822",
    query: ["since", "lang"],
    problems: ["no-such-meeting", "no-such-day", "no-such-version"],
  },
  {
    path: "/{body}/{meeting}/changes.eml",
    operationId: "readChangesMail",
    summary: "A mail of what changed of the sittings since a version, which a person addresses and sends",
    type: "message/rfc822",
    query: ["since", "lang"],
    problems: ["no-such-meeting", "no-such-version"],
  },
  {
    path: "/{body}.atom",
    operationId: "readBodyChanges",
    summary: "What changed of a body's meetings, the last hundred events, as Atom",
    type: ATOM,
    query: ["lang"],
    problems: ["no-such-body"],
  },
  {
    path: "/{body}/{meeting}.atom",
    operationId: "readMeetingChanges",
    summary: "The same of a meeting",
    type: ATOM,
    query: ["lang"],
    problems: ["no-such-meeting"],
  },
  {
    path: "/{body}/{meeting}/slots/{slot}.atom",
    operationId: "readSlotChanges",
    summary: "The same of one plenary slot",
    type: ATOM,
    query: ["lang"],
    problems: ["no-such-meeting", "no-such-slot"],
  },
  {
    path: "/{body}/{meeting}/items/{item}.atom",
    operationId: "readItemChanges",
    summary: "The same of one item",
    type: ATOM,
    query: ["lang"],
    problems: ["no-such-meeting", "no-such-item"],
  },
  {
    path: "/events.schema.json",
    operationId: "readEventsSchema",
    summary: "JSON Schema of every event",
    type: "application/schema+json",
    problems: [],
  },
  {
    path: "/.well-known/webhook-keys.json",
    operationId: "readServiceKeys",
    summary: "The public keys by which what the service sends can be verified (`v1a`)",
    type: JSON_TYPE,
    schema: "ServiceKeys",
    problems: [],
  },
  { path: "/openapi.json", operationId: "readDescription", summary: "This document", type: JSON_TYPE, problems: [] },
];
