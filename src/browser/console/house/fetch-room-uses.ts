import type { MeetingSummary } from "../../../api/schemas/bodies.ts";
import { addDays } from "../../../meeting/local-time.ts";
import { fetchMeeting, fetchYear, type Meeting, type MeetingAddress } from "../api.ts";
import { readRoomUse, type RoomUse } from "./find-room-clashes.ts";

/** Meetings of a house on some days that are looked at: each is asked for by itself. */
const MOST = 40;

/** What was read is good for so long, in milliseconds. */
const KEPT_FOR = 60_000;

const OFF: ReadonlySet<MeetingSummary["status"]["meeting"]> = new Set(["cancelled", "withdrawn", "postponed"]);

const listRoomUses = ({ entries, record }: Meeting): readonly RoomUse[] => entries.map((entry) => readRoomUse(entry, record));

const fetchMeetingsOn = async (first: string, last: string): Promise<readonly MeetingSummary[]> => {
  const years = [...new Set([first.slice(0, 4), last.slice(0, 4)])];
  const meetings = (await Promise.all(years.map(fetchYear))).flat();
  return [...new Map(meetings.map((meeting) => [meeting.page, meeting])).values()].filter(
    ({ opensOn, closesOn, status }) => opensOn <= last && closesOn >= first && !OFF.has(status.meeting),
  );
};

/** The sittings of all other meetings of the house on some days. */
const fetchOthers = async (here: MeetingAddress, first: string, last: string): Promise<readonly RoomUse[]> => {
  const others = (await fetchMeetingsOn(first, last)).filter(({ body = "", meeting }) => body !== here.body || meeting !== here.meeting);
  const read = await Promise.all(others.slice(0, MOST).map(({ body = "", meeting }) => fetchMeeting({ body, meeting })));
  return read.flatMap(({ value }) => listRoomUses(value));
};

/** Reads the sittings of a house by their days; the same days again within a minute as they were read. */
export const createRoomReader = (here: MeetingAddress) => {
  const kept = new Map<string, { readonly at: number; readonly uses: Promise<readonly RoomUse[]> }>();
  return async (meeting: Meeting, [first, last]: readonly [string, string]): Promise<readonly RoomUse[]> => {
    // A sitting of another zone, or one outside the dates of its meeting, may be a day from them.
    const days = [addDays(first, -1), addDays(last, 1)] as const;
    const key = days.join(" ");
    const known = kept.get(key);
    const others = known && Date.now() - known.at < KEPT_FOR ? known.uses : fetchOthers(here, ...days);
    if (others !== known?.uses) kept.set(key, { at: Date.now(), uses: others });
    return [...listRoomUses(meeting), ...(await others)];
  };
};
