import type { Endpoint } from "../../meeting/endpoint.ts";
import { fail, type Result } from "../../meeting/result.ts";
import { readDueEndpoints, readEndpoint } from "./endpoints-table.ts";
import type { ObjectCache } from "./object-cache.ts";
import { type EntryNews } from "./outbox-table.ts";
import { leaseNews, postponeNews, settleNews, takeNews, type NewsFailure } from "./outbox-tries.ts";
import { readUntold, type UntoldEvent } from "./untold-event.ts";

/** A piece of news for one endpoint; or several that go together, of which the last is told of. */
export interface NewsJob extends UntoldEvent {
  readonly endpoint: Endpoint;
  /** In the order in which they changed. */
  readonly entries: readonly EntryNews[];
}

/** What came of a try. */
export type NewsOutcome = Result<undefined, NewsFailure>;

interface DrainContext {
  readonly sql: SqlStorage;
  readonly cache: ObjectCache;
  readonly change: <Value>(write: () => Value) => Value;
  readonly setAlarm: () => Promise<void>;
  readonly waitUntil: (work: Promise<void>) => void;
  /** Each try is an invocation of its own: connections that wait are counted for it alone. */
  readonly send: (job: NewsJob) => Promise<NewsOutcome>;
}

const takeJob = (
  { sql, cache }: DrainContext,
  name: string,
  now: number,
): { readonly positions: readonly number[]; readonly job: NewsJob } | undefined => {
  const known = readEndpoint(sql, name);
  const record = cache.readRecord();
  const due = known && record && takeNews(sql, known.endpoint, now);
  if (!due) return undefined;
  const { positions, entries } = due;
  const last = positions.at(-1) ?? positions[0];
  return { positions, job: { ...readUntold(sql, cache, record.id, last), endpoint: known.endpoint, entries } };
};

/** A drain under way. It has ended as soon as it leaves news alone: whoever waited longer to be told so would miss what comes meanwhile. */
interface Drain {
  readonly name: string;
  readonly end: () => void;
}

/** Sends the first piece of news that waits for an endpoint; undefined where none does. */
const deliverNext = async (context: DrainContext, { name, end }: Drain): Promise<NewsOutcome | undefined> => {
  const { sql, change, setAlarm, send } = context;
  const taken = change(() => takeJob(context, name, Date.now()));
  if (!taken) end();
  await setAlarm();
  if (!taken) return undefined;
  const outcome = await send(taken.job);
  if (outcome.ok) change(() => taken.positions.forEach((position) => settleNews(sql, name, position)));
  return outcome;
};

/** Goes on until there is nothing more, or a try fails: what comes after it waits, so that all comes in order. */
const drainEndpoint = async (context: DrainContext, drain: Drain): Promise<void> => {
  const { sql, change, setAlarm } = context;
  const { name, end } = drain;
  for (;;) {
    const outcome = await deliverNext(context, drain).catch((error: unknown): NewsOutcome => {
      console.error(JSON.stringify({ fault: "unexpected", endpoint: name, error: String(error) }));
      return fail({ why: "a fault of this service" });
    });
    if (!outcome) return;
    if (outcome.ok) continue;
    const { error } = outcome;
    change(() => postponeNews(sql, name, error, Date.now()));
    end();
    console.error(JSON.stringify({ fault: "news", endpoint: name, why: error.why }));
    await setAlarm();
    return;
  }
};

/** Starts one drain for each endpoint that is due, so that one which does not answer delays no other. */
export const createNewsDrains = (context: DrainContext): ((now: number) => void) => {
  const running = new Map<string, Drain>();
  const startDrain = (name: string): void => {
    const drain: Drain = {
      name,
      end: () => {
        if (running.get(name) === drain) running.delete(name);
      },
    };
    running.set(name, drain);
    context.waitUntil(drainEndpoint(context, drain).finally(drain.end));
  };
  return (now) => {
    for (const name of readDueEndpoints(context.sql, now)) {
      // Also of one that is running: what is due and not taken up would wake the alarm again and again.
      leaseNews(context.sql, name, now);
      if (!running.has(name)) startDrain(name);
    }
  };
};
