import { waitUntil } from "cloudflare:workers";
import { expireBodies, expireBody, listBody } from "./cached-reads.ts";
import type { ListingChange } from "./listing.ts";
import { unwrap } from "./stored.ts";
import { openDirectory } from "./stubs.ts";

/** Lists all of a body anew, as it is now. */
export const listAnew = async (env: Env, body: string): Promise<void> => {
  await listBody(env, body);
  expireBodies();
  expireBody(body, undefined);
};

const list = async (env: Env, change: ListingChange): Promise<void> => {
  if ((await unwrap(openDirectory(env).list(change))) === "behind") await listAnew(env, change.body);
};

const pending = new Map<string, ListingChange>();
const underWay = new Set<string>();

const listPending = async (env: Env, body: string): Promise<void> => {
  for (let change = pending.get(body); change; change = pending.get(body)) {
    pending.delete(body);
    try {
      await list(env, change);
    } catch (error) {
      reportFailure(change, error);
    }
  }
  underWay.delete(body);
};

/**
 * Most events change no list: the length of the log is told without anyone's waiting, the latest alone. A request only puts its change
 * down where another's telling is under way: the runtime warns of a promise that is awaited across requests.
 */
const listLength = (env: Env, change: ListingChange): void => {
  pending.set(change.body, change);
  if (underWay.has(change.body)) return;
  underWay.add(change.body);
  waitUntil(listPending(env, change.body));
};

const reportFailure = ({ body }: ListingChange, error: unknown): void =>
  console.error(JSON.stringify({ fault: "storage", body, listing: "behind", error: String(error) }));

/**
 * Lets the directory know what an event changed, before its sender is answered where lists say something else. That it could not be told
 * is no refusal, since the event is in the log: the next change, a retry or the next health scan finds it behind, and lists all anew.
 */
export const listChange = async (env: Env, change: ListingChange): Promise<void> => {
  if (!change.record && !change.meeting && !change.isAnew) return listLength(env, change);
  try {
    await list(env, change);
  } catch (error) {
    // A body that the directory does not know is not there.
    if (change.record) throw error;
    reportFailure(change, error);
  }
};
