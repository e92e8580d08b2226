import { createSingleFlight } from "../cache/single-flight.ts";
import { directory, object } from "./client.ts";
import type { Findings, Turn } from "./directory.ts";
import type { Health } from "../api/health.ts";

/** Bodies, and rows of their tables, after which one look goes no further: the others have their turn at the next. */
const MOST_BODIES = 20;
const MOST_ROWS = 1000;

/** Milliseconds for which what was found is told to all who ask. */
const GOOD_FOR = 15_000;

const lookAt = async (env: Env, { body, after }: Turn, rows: number): Promise<Findings & { readonly rows: number }> => {
  try {
    const look = await object(env, body).look(after, rows);
    const faults = look.faults.map(({ meeting, fault }) => ({ at: `${body}/${meeting}`, fault }));
    return { body, after, upTo: look.upTo, faults, rows: look.rows };
  } catch {
    return { body, after: "", faults: [{ at: body, fault: "storage" }], rows: 0 };
  }
};

const lookAround = async (env: Env, now: number): Promise<Health> => {
  try {
    const found: Findings[] = [];
    let left = MOST_ROWS;
    for (const turn of await directory(env).leastChecked(MOST_BODIES)) {
      if (left <= 0) break;
      const { rows, ...one } = await lookAt(env, turn, left);
      found.push(one);
      left -= rows;
    }
    const faults = await directory(env).check(found, now);
    return { status: faults.length === 0 ? "ok" : "degraded", storage: "ok", faults };
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", error: String(error) }));
    return { status: "degraded", storage: "refused", faults: [] };
  }
};

const looks = createSingleFlight<Health>();

let last: { readonly health: Health; readonly toldAt: number } | undefined;

/**
 * Looks at what was looked at longest ago, writes down what it finds, and tells all that was found so far. One look at a time, and
 * after it a pause, however many ask.
 * @param clock gives milliseconds of the epoch
 */
export const healthOf = (env: Env, clock: () => number): Promise<Health> => {
  const now = clock();
  if (last && now >= last.toldAt && now - last.toldAt < GOOD_FOR) return Promise.resolve(last.health);
  return looks("health", async () => {
    const health = await lookAround(env, now);
    last = { health, toldAt: clock() };
    return health;
  });
};
