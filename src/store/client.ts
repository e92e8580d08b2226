import * as z from "zod/mini";
import type { LogEntry } from "../calendar/replay.ts";
import type { EntryRevision } from "../calendar/ledger.ts";
import { measureCalendar, measureJson } from "../calendar/size.ts";
import type { BodyCalendar, BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import type { BodyKey } from "../meeting/body-key.ts";
import { bodyId } from "../meeting/identifiers.ts";
import type { BodyRecord } from "../meeting/record.ts";
import { isDeepEqual } from "../meeting/deep-equal.ts";
import type { BodyObject, Receipt } from "./body/body.ts";
import type { Imported, Staged } from "./body/log-import.ts";
import type { Delivery } from "./body/log-table.ts";
import { readings, type Found, type Reading } from "./revalidating-cache.ts";

/** Bodies never vanish, so this process need ask for each only once. */
const known = new Set<string>();

const DIRECTORY = "directory";

export const directory = (env: Env) => env.DIRECTORY.getByName(DIRECTORY);
export const object = (env: Env, id: string): DurableObjectStub<BodyObject> => env.BODIES.getByName(id);

/** Whether a body is registered. Asking creates nothing. */
export const hasBody = async (env: Env, id: string): Promise<boolean> => {
  if (known.has(id)) return true;
  if (!z.safeParse(bodyId, id).success) return false;
  const found = await directory(env).has(id);
  if (found) known.add(id);
  return found;
};

/** What this process keeps in memory of meetings, and again of bodies' own feeds: characters, some five thousand entries. */
const MOST = 6 * 1024 * 1024;

/** A body with the meetings of its own feed, and the revision of each by its id. */
interface CurrentMeetings extends BodyCalendar {
  readonly revisions: Readonly<Record<string, string>>;
}

const ofMeetings = readings<MeetingCalendar>(MOST, measureCalendar);
const ofOverviews = readings<BodyOverview>(MOST / 2, measureJson);
const ofDirectory = readings<readonly BodyRecord[]>(1, () => 1);
const ofBodies = readings<CurrentMeetings>(MOST, ({ meetings }) => meetings.reduce((sum, meeting) => sum + measureCalendar(meeting), 0));

/** All bodies, by their ids. */
export const directoryReading = async (env: Env): Promise<Reading<readonly BodyRecord[]>> => {
  const reading = await ofDirectory.read(DIRECTORY, (last) => directory(env).bodies(last?.revision));
  if (!reading) throw new Error("The directory answered nothing.");
  return reading;
};

/** A body with all its meetings in short. */
export const overviewReading = (env: Env, id: string): Promise<Reading<BodyOverview> | undefined> =>
  ofOverviews.read(id, async (last) => ((await hasBody(env, id)) ? object(env, id).overview(last?.revision) : undefined));

const isSameRow = (a: EntryRevision, b: EntryRevision): boolean =>
  a.sequence === b.sequence && a.stamp === b.stamp && a.position === b.position && isDeepEqual(a.entry, b.entry);

/** A meeting as it was found, with the very rows that were had already: what was made of them is still good. */
const inPlace = (found: Found<MeetingCalendar> | undefined, had: MeetingCalendar | undefined): Found<MeetingCalendar> | undefined => {
  if (!found?.value || !had) return found;
  const rowOf = new Map(had.rows.map((row) => [row.entry.uid, row]));
  const rows = found.value.rows.map((row) => {
    const same = rowOf.get(row.entry.uid);
    return same && isSameRow(same, row) ? same : row;
  });
  return { ...found, value: { ...found.value, rows } };
};

/** A meeting, with its revision. */
export const meetingReading = (env: Env, body: string, meeting: string): Promise<Reading<MeetingCalendar> | undefined> =>
  ofMeetings.read(`${body}/${meeting}`, async (last) =>
    (await hasBody(env, body)) ? inPlace(await object(env, body).reading(meeting, last?.revision), last?.value) : undefined,
  );

export const readMeeting = async (env: Env, body: string, meeting: string): Promise<MeetingCalendar | undefined> =>
  (await meetingReading(env, body, meeting))?.value;

/** The keys of a body's own, beside the operator's; undefined where there is no such body. */
export const readKeys = async (env: Env, id: string): Promise<readonly BodyKey[] | undefined> =>
  (await hasBody(env, id)) ? object(env, id).keys() : undefined;

/** A body with the meetings of its own feed, of which those are fetched that changed. */
export const currentReading = (env: Env, id: string): Promise<Reading<CurrentMeetings> | undefined> =>
  ofBodies.read(id, async (last) => {
    if (!(await hasBody(env, id))) return undefined;
    const found = await object(env, id).current(last?.revision, last?.value.revisions);
    if (!found?.value) return found && { revision: found.revision };
    const { record, meetings } = found.value;
    const had = new Map(last?.value.meetings.map((meeting) => [meeting.state.record.id, meeting]));
    const value: CurrentMeetings = {
      record,
      meetings: meetings.flatMap((meeting) => inPlace(meeting, had.get(meeting.id))?.value ?? had.get(meeting.id) ?? []),
      revisions: Object.fromEntries(meetings.map((meeting) => [meeting.id, meeting.revision])),
    };
    return { revision: found.revision, value };
  });

/** The events of a meeting in the order of their arrival; none where there is no such meeting. */
export const readLog = async (env: Env, body: string, meeting: string): Promise<readonly LogEntry[]> =>
  (await hasBody(env, body)) ? object(env, body).log(meeting) : [];

/** A WebSocket on which a meeting is followed. */
export const followMeeting = async (env: Env, body: string, meeting: string): Promise<WebSocket | "missing" | "full"> => {
  if (!(await hasBody(env, body))) return "missing";
  const { status, webSocket } = await object(env, body).fetch(`https://body.invalid/${meeting}`, { headers: { upgrade: "websocket" } });
  return webSocket ?? (status === 404 ? "missing" : "full");
};

/** Lets the directory know of a body's record as of a position of its log. */
const enter = async (env: Env, record: BodyRecord, position: number): Promise<void> => {
  await directory(env).register(record, position);
  ofDirectory.expire(DIRECTORY);
};

/** Hands a verified delivery to its body, which must be registered unless the event does so. */
export const deliver = async (env: Env, body: string, delivery: Delivery, now: number): Promise<Receipt> => {
  const registers = delivery.event.type === "body.registered" && !delivery.event.dryRun;
  if (registers) await directory(env).reserve(body);
  const { event } = delivery;
  const receipt = await object(env, body).receive(delivery, now);
  // Its sender reads what it wrote, from now on and in this process.
  if (!event.dryRun) {
    ofBodies.expire(body);
    ofOverviews.expire(body);
    if ("meeting" in event.data) ofMeetings.expire(`${body}/${event.data.meeting}`);
  }
  if (registers && receipt.kind === "answered") await enter(env, receipt.record, receipt.answer.position);
  return receipt;
};

/** Lines of a body's log, for an export; undefined where there is no such body. */
export const readLogLines = async (env: Env, body: string, after: number, octets: number) =>
  (await hasBody(env, body)) ? object(env, body).exportLog(after, octets) : undefined;

/** What calendars were told of a meeting of a body, as lines of an export. */
export const readLedgerLines = async (env: Env, body: string, at: number) =>
  (await hasBody(env, body)) ? object(env, body).exportLedger(at) : undefined;

/** Lays lines of an exported log aside for a body that is not there yet. One whose import was cut off at its end is there, and the directory may not know. */
export const stageLog = async (env: Env, body: string, first: number, lines: readonly string[]): Promise<Staged> => {
  await directory(env).reserve(body);
  const staged = await object(env, body).stageLog(first, lines);
  if ("record" in staged) await enter(env, staged.record, staged.events);
  return staged;
};

/** Makes a body of the lines that were laid aside, and lets the directory know. */
export const importLog = async (env: Env, body: string, total: number): Promise<Imported> => {
  await directory(env).reserve(body);
  const imported = await object(env, body).importLog(body, total);
  if ("record" in imported) await enter(env, imported.record, imported.events);
  return imported;
};
