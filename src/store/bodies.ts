import type { LogEntry } from "../calendar/replay.ts";
import type { BodyCalendar, BodyOverview, MeetingCalendar } from "../calendar/views.ts";
import type { BodyKey } from "../meeting/events.ts";
import type { BodyRecord } from "../meeting/record.ts";
import type { BodyObject, Receipt } from "./body.ts";
import type { Delivery } from "./log-table.ts";

/** Bodies never vanish, so this process need ask for each only once. */
const known = new Set<string>();

const directory = (env: Env) => env.DIRECTORY.getByName("directory");
const object = (env: Env, id: string): DurableObjectStub<BodyObject> => env.BODIES.getByName(id);

/** Whether a body is registered. Asking creates nothing. */
export const hasBody = async (env: Env, id: string): Promise<boolean> => {
  if (known.has(id)) return true;
  const found = await directory(env).has(id);
  if (found) known.add(id);
  return found;
};

export const listBodies = async (env: Env): Promise<readonly BodyRecord[]> => directory(env).bodies();

export const readBody = async (env: Env, id: string): Promise<BodyOverview | undefined> =>
  (await hasBody(env, id)) ? object(env, id).overview() : undefined;

export const readMeeting = async (env: Env, body: string, meeting: string): Promise<MeetingCalendar | undefined> =>
  (await hasBody(env, body)) ? object(env, body).meeting(meeting) : undefined;

/** The keys of a registered body's own, beside the operator's. */
export const readKeys = async (env: Env, id: string): Promise<readonly BodyKey[]> =>
  (await hasBody(env, id)) ? object(env, id).keys() : [];

/** A body with the meetings of its own feed. */
export const readCurrent = async (env: Env, id: string): Promise<BodyCalendar | undefined> =>
  (await hasBody(env, id)) ? object(env, id).current() : undefined;

/** The events of a meeting in the order of their arrival; none where there is no such meeting. */
export const readLog = async (env: Env, body: string, meeting: string): Promise<readonly LogEntry[]> =>
  (await hasBody(env, body)) ? object(env, body).log(meeting) : [];

/** Meetings whose log this release can't fold, as `{body}/{meeting}`. */
export const findUnfoldable = async (env: Env): Promise<readonly string[]> => {
  const found = await Promise.all(
    (await listBodies(env)).map(async ({ id }) => (await object(env, id).unfoldable()).map((meeting) => `${id}/${meeting}`)),
  );
  return found.flat();
};

/** Hands a verified delivery to its body, which must be registered unless the event does so. */
export const deliver = async (env: Env, body: string, delivery: Delivery, now: number): Promise<Receipt> => {
  const registers = delivery.event.type === "body.registered" && !delivery.event.dryRun;
  if (registers) await directory(env).reserve(body);
  const receipt = await object(env, body).receive(delivery, now);
  if (registers && receipt.kind === "answered") await directory(env).register(receipt.record, receipt.answer.position);
  return receipt;
};
