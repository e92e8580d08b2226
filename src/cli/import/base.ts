import { existsSync } from "node:fs";
import type { buildMeetingJson } from "../../api/meeting.ts";
import { formatMeetingPath } from "../../calendar/addresses.ts";
import type { Base } from "../../documents/revision/laying.ts";
import { readRecordFile } from "../send/announce.ts";
import { readJsonIfThere } from "../send/client.ts";

/** Where a meeting's record is kept before it is announced. */
export const getRecordPath = (body: string, meeting: string): string => `data/meetings/${body}-${meeting}.json`;

/** The record of data/meetings, as no event has changed it. */
export const readFileBase = (body: string, meeting: string): Base | undefined => {
  const path = getRecordPath(body, meeting);
  if (!existsSync(path)) return undefined;
  const record = readRecordFile(path);
  return { record, programme: record.slots, numbers: [] };
};

/** The meeting as a service has it. */
export interface ServedBase extends Base {
  readonly version: number;
}

export const readServedBase = async (url: string, body: string, meeting: string): Promise<ServedBase | undefined> => {
  const served = (await readJsonIfThere(`${url}${formatMeetingPath(body, meeting)}.json`)) as
    | ReturnType<typeof buildMeetingJson>
    | undefined;
  if (!served) return undefined;
  const { version, record, programme, entries } = served;
  return { version, record, programme, numbers: entries.flatMap(({ slot }) => slot ?? []) };
};
