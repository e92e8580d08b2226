import type { Endpoint } from "../../meeting/endpoint.ts";
import { isMailAddress } from "../../meeting/news-address.ts";
import type { Result } from "../../meeting/result.ts";
import type { Language } from "../../meeting/text.ts";
import { listDueEndpoints, readEndpoint, readNextNewsDue } from "./endpoints-table.ts";
import { createMessageFinder, readUntoldNews, type WrittenNews, type UntoldNews } from "./news-messages.ts";
import type { ObjectCache } from "./object-cache.ts";
import { listNextNews, postponeNews, settleNews, type NewsFailure, type TakenNews } from "./outbox-tries.ts";

/** What came of a try. */
export type NewsOutcome = Result<undefined, NewsFailure>;

/** Messages that go to one endpoint, one after the other. */
export interface NewsPost {
  readonly body: string;
  readonly endpoint: Endpoint;
  readonly messages: readonly WrittenNews[];
}

/** How many of them were taken, and why the next was not, if it was tried. */
export interface PostOutcome {
  readonly taken: number;
  readonly failure?: NewsFailure;
}

/** Who takes news out of the house. Each call is an invocation of its own: connections that wait are counted for it alone. */
export interface NewsCarrier {
  readonly writeMessage: (news: UntoldNews, languages: readonly Language[]) => Promise<WrittenNews>;
  readonly post: (post: NewsPost) => Promise<PostOutcome>;
  readonly mail: (endpoint: Endpoint, news: UntoldNews) => Promise<NewsOutcome>;
}

interface DrainContext {
  readonly sql: SqlStorage;
  readonly cache: ObjectCache;
  readonly change: <Value>(write: () => Value) => Value;
  readonly setAlarm: () => Promise<void>;
  readonly waitUntil: (work: Promise<void>) => void;
  readonly carrier: NewsCarrier;
}

/** Starts what is due, and tells when that will be next. */
export interface NewsDrains {
  readonly start: (now: number) => void;
  /** Milliseconds of the epoch, of what is not under way; null where nothing is to be sent. */
  readonly readNextDue: (now: number) => number | null;
}

/** A drain under way. It has ended as soon as it leaves news alone: whoever waited longer to be told so would miss what comes meanwhile. */
interface Drain {
  readonly name: string;
  readonly end: () => void;
}

/** Characters of messages that go out in one go, unless one alone has more. */
const IN_ONE_GO = 1_000_000;

/** Milliseconds for which it is waited before it is written down what was taken: one write for all that came meanwhile. */
const TOGETHER = 3;

/** Milliseconds after which a look is taken at what is under way: longer than any try takes. */
const GUARD = 20_000;

/** Writes down what was taken, all that comes within a moment at once. */
const createSettling = ({ sql, change, setAlarm }: DrainContext): ((settled: TakenNews) => Promise<void>) => {
  let open: TakenNews[] = [];
  let written: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    await scheduler.wait(TOGETHER);
    const settled = open;
    [open, written] = [[], undefined];
    change(() => settleNews(sql, settled));
    await setAlarm();
  };
  return (settled) => {
    open.push(settled);
    return (written ??= write());
  };
};

/** Starts one drain for each endpoint that is due, so that one which does not answer delays no other. What is under way is known to this process alone: after a kill it is due still. */
export const createNewsDrains = (context: DrainContext): NewsDrains => {
  const { sql, cache, change, setAlarm, waitUntil, carrier } = context;
  const findMessage = createMessageFinder(sql, cache, carrier.writeMessage);
  const settle = createSettling(context);
  const running = new Map<string, Drain>();

  const gatherMessages = async ({ languages = ["en"] }: Endpoint, positions: readonly number[]): Promise<readonly WrittenNews[]> => {
    const messages: WrittenNews[] = [];
    let characters = 0;
    for (const position of positions) {
      const message = await findMessage(position, languages);
      characters += message?.text.length ?? 0;
      if (!message || (messages.length > 0 && characters > IN_ONE_GO)) break;
      messages.push(message);
    }
    return messages;
  };

  const mail = async (endpoint: Endpoint, positions: readonly number[]): Promise<PostOutcome> => {
    const news = readUntoldNews(sql, cache, positions);
    const outcome = news && (await carrier.mail(endpoint, news));
    return !outcome || outcome.ok ? { taken: positions.length } : { taken: 0, failure: outcome.error };
  };

  const post = async (endpoint: Endpoint, positions: readonly number[]): Promise<PostOutcome> => {
    const messages = await gatherMessages(endpoint, positions);
    return messages.length === 0 ? { taken: 0 } : carrier.post({ body: cache.readRecord()?.id ?? "", endpoint, messages });
  };

  /** Sends what waits for an endpoint now; undefined where nothing does, and the drain has ended. */
  const deliverNext = async ({ name, end }: Drain): Promise<NewsFailure | "sent" | undefined> => {
    const endpoint = readEndpoint(sql, name)?.endpoint;
    const positions = endpoint ? change(() => listNextNews(sql, endpoint, Date.now())) : [];
    if (!endpoint || positions.length === 0) {
      end();
      await setAlarm();
      return undefined;
    }
    const { taken, failure } = await (isMailAddress(endpoint.url) ? mail : post)(endpoint, positions);
    if (taken > 0) await settle({ name, positions: positions.slice(0, taken) });
    return failure ?? "sent";
  };

  /** Goes on until there is nothing more, or a try fails: what comes after it waits, so that all comes in order. */
  const drainEndpoint = async (drain: Drain): Promise<void> => {
    const { name, end } = drain;
    for (;;) {
      const outcome = await deliverNext(drain).catch((error: unknown): NewsFailure => {
        console.error(JSON.stringify({ fault: "unexpected", endpoint: name, error: String(error) }));
        return { why: "a fault of this service" };
      });
      if (!outcome) return;
      if (outcome === "sent") continue;
      change(() => postponeNews(sql, name, outcome, Date.now()));
      end();
      console.error(JSON.stringify({ fault: "news", endpoint: name, why: outcome.why }));
      await setAlarm();
      return;
    }
  };

  const startDrain = (name: string): void => {
    const drain: Drain = {
      name,
      end: () => {
        if (running.get(name) === drain) running.delete(name);
      },
    };
    running.set(name, drain);
    waitUntil(drainEndpoint(drain).finally(drain.end));
  };

  return {
    start: (now) => {
      for (const name of listDueEndpoints(sql, now)) if (!running.has(name)) startDrain(name);
    },
    readNextDue: (now) => {
      const due = readNextNewsDue(sql, running);
      // The same for some time, so that not each event sets it anew.
      const guard = running.size > 0 ? (Math.floor(now / GUARD) + 2) * GUARD : null;
      return due === null || guard === null ? (due ?? guard) : Math.min(due, guard);
    },
  };
};
