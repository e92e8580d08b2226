import { createSingleFlight } from "../cache/single-flight.ts";
import type { Fault, Health } from "../api/schemas/health.ts";
import type { Cursor, Findings } from "./findings-table.ts";
import type { ListingState } from "./listing.ts";
import { listAnew } from "./listing-updates.ts";
import { unwrap } from "./stored.ts";
import { openBody, openDirectory } from "./stubs.ts";

/** Bodies, and rows of their tables, after which one scan goes no further: the others have their turn at the next. */
const MAX_BODIES = 20;
const MAX_ROWS = 1000;

/** Milliseconds for which what was found is told to all who ask. */
const GOOD_FOR = 15_000;

type BodyCursor = Cursor & ListingState;

const inspectBody = async (
  env: Env,
  { body, after, ...listed }: BodyCursor,
  maxRows: number,
): Promise<Findings & { readonly rows: number }> => {
  try {
    const { faults, rows, upTo, position, listing } = await unwrap(openBody(env, body).inspect(after, maxRows));
    // Of what is left nothing more is said: it is served to nobody.
    if (position < listed.position) return { body, after: "", faults: [{ at: body, fault: "lost" }], rows };
    if (listing !== listed.listing || position > listed.position) await listAnew(env, body);
    const named = faults.map((found): Fault => {
      if ("endpoint" in found) return { at: body, ...found };
      const { meeting, ...fault } = found;
      return { at: meeting === undefined ? body : `${body}/${meeting}`, ...fault };
    });
    return { body, after, upTo, faults: named, rows };
  } catch {
    return { body, after: "", faults: [{ at: body, fault: "storage" }], rows: 0 };
  }
};

const scan = async (env: Env, now: number): Promise<Health> => {
  try {
    const findings: Findings[] = [];
    let left = MAX_ROWS;
    for (const cursor of await unwrap(openDirectory(env).readCursors(MAX_BODIES))) {
      if (left <= 0) break;
      const { rows, ...found } = await inspectBody(env, cursor, left);
      findings.push(found);
      left -= rows;
    }
    const found = await unwrap(openDirectory(env).saveFindings(findings, now));
    const faults = found.filter(({ endpoint }) => endpoint === undefined);
    const news = found.filter(({ endpoint }) => endpoint !== undefined);
    return { status: faults.length === 0 ? "ok" : "degraded", storage: "ok", faults, news };
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", error: String(error) }));
    return { status: "degraded", storage: "refused", faults: [], news: [] };
  }
};

const scans = createSingleFlight<Health>();

let last: { readonly health: Health; readonly toldAt: number } | undefined;

/**
 * Inspects what was inspected longest ago, writes down what it finds, and tells all that was found so far. One scan at a time, and
 * after it a pause, however many ask.
 * @param clock gives milliseconds of the epoch
 */
export const readHealth = (env: Env, clock: () => number): Promise<Health> => {
  const now = clock();
  if (last && now >= last.toldAt && now - last.toldAt < GOOD_FOR) return Promise.resolve(last.health);
  return scans("health", async () => {
    const health = await scan(env, now);
    last = { health, toldAt: clock() };
    return health;
  });
};
