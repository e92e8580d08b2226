import type { MeetingSummary } from "../../../api/schemas/bodies.ts";
import type { ListedKey } from "../../../meeting/body-key.ts";
import { addDays } from "../../../meeting/local-time.ts";
import { fetchYear } from "../api.ts";
import { askAboutKeys } from "../ask.ts";
import type { ConsoleKey } from "../key/key.ts";
import type { Clock } from "../server-clock.ts";

/** A meeting to which this browser may give a notice. */
export interface Addressee extends Pick<MeetingSummary, "meeting" | "title" | "opensOn" | "closesOn"> {
  readonly body: string;
}

/** More are no house whose meetings are ticked one by one. */
const MOST = 60;
/** Days ahead that are looked at. */
const AHEAD = 30;

const OVER: ReadonlySet<MeetingSummary["status"]["meeting"]> = new Set(["closed", "cancelled", "withdrawn"]);

/** The operator's key is not listed. */
const mayGive = (key: ListedKey | undefined, meeting: string): boolean =>
  !key ||
  (key.dryRunsOnly !== true && (key.events?.includes("notice.given") ?? true) && (key.meeting === undefined || key.meeting === meeting));

/** The meetings that are held or near, of the bodies that know this browser's key: the first first. @param today at Greenwich */
export const listAddressees = async (key: ConsoleKey, clock: Clock, today: string): Promise<readonly Addressee[]> => {
  const until = addDays(today, AHEAD);
  const years = [...new Set([today.slice(0, 4), until.slice(0, 4)])];
  const coming = (await Promise.all(years.map(fetchYear)))
    .flat()
    .filter(({ opensOn, closesOn, status }) => closesOn >= today && opensOn <= until && !OVER.has(status.meeting))
    .flatMap(({ body, ...meeting }) => (body === undefined ? [] : [{ ...meeting, body }]))
    .slice(0, MOST);
  const bodies = [...new Set(coming.map(({ body }) => body))];
  const told = await Promise.all(
    bodies.map(async (body) => {
      const own = await askAboutKeys<{ readonly key?: ListedKey }>(key, { request: "keys.own", body }, clock);
      return own.ok ? [[body, own.value.key] as const] : [];
    }),
  );
  const keys = new Map(told.flat());
  return coming.filter(({ body, meeting }) => keys.has(body) && mayGive(keys.get(body), meeting));
};
