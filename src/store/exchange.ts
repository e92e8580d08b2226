import type { Asked, SharedAnswer } from "./body/handover.ts";
import type { DuePeer } from "./body/peers-table.ts";
import { expireAfter } from "./expire-after.ts";
import { unwrap } from "./stored.ts";
import { hasBody, openBody } from "./stubs.ts";

/** Milliseconds in which another body must answer. */
const PATIENCE = 10_000;

const waitForAnswer = async <Value>(answer: Promise<Value>): Promise<Value> => {
  const timeout = new AbortController();
  try {
    return await Promise.race([answer, expireAfter(PATIENCE, timeout.signal)]);
  } finally {
    timeout.abort();
  }
};

/**
 * What is due between two bodies that hold joint sittings: the other is told that there is something new, and asked for what it says. It
 * is asked, and never handed anything: so what it says now is right, whatever was under way, came twice or was restored since. Undefined
 * where it was not asked, or is not registered: then it will ask when it has something to do with this one.
 */
export const exchangeShared = async (
  env: Env,
  own: string,
  { body, ask, tell }: DuePeer,
  listAsked: () => Asked,
  now: number,
): Promise<SharedAnswer | undefined> => {
  if (!(await hasBody(env, body))) return undefined;
  if (tell) await waitForAnswer(unwrap(openBody(env, body).hear(own, now)));
  return ask ? waitForAnswer(unwrap(openBody(env, body).readShared(own, listAsked(), now))) : undefined;
};

export const reportUnreached = (body: string, peer: string, error: unknown): void =>
  console.error(JSON.stringify({ fault: "storage", body, peer, error: String(error) }));
