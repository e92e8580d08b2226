import * as z from "zod/mini";
import { LIMITS } from "../meeting/limits.ts";
import { problemResponse } from "../problems.ts";
import { importLog as importInto, readLedgerLines, readLogLines, stageLog } from "../store/bodies.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { exportRequest, importRequest } from "./log-requests.ts";
import { readRawBody } from "./raw-body.ts";
import { readJson } from "./read-event.ts";
import { attemptOf, verify } from "./signature.ts";
import { operatorTrust } from "./trust-list.ts";

/** Octets of a page of an exported log, but for a single event that is larger. */
const PAGE_OCTETS = 512 * 1024;

/** A request that the operator's key has signed for this body, by the same rules as an event. */
const readSigned = async <Asked extends { readonly body: string }>(
  request: Request,
  body: string,
  env: Env,
  now: number,
  schema: z.ZodMiniType<Asked>,
): Promise<Checked<Asked>> => {
  const attempt = attemptOf(request.headers, Math.floor(now / 1000));
  if (attempt.kind === "unverified") return problem(attempt.reason, attempt.detail);
  const key = await operatorTrust(env);
  if (key.kind === "problem") return key;
  const read = await readRawBody(request, LIMITS.seconds.most * 1000, LIMITS.page.most);
  if (read.kind !== "read")
    return problem(read.kind, `A page of a log has at most ${LIMITS.page.most} octets, within ${LIMITS.seconds.most} seconds.`);
  const { raw } = read;
  const verdict = await verify(attempt, raw, [key.value]);
  if (verdict.kind === "unverified") return problem(verdict.reason, verdict.detail);
  const json = readJson(raw);
  if (json.kind === "problem") return json;
  const asked = z.safeParse(schema, json.value);
  if (!asked.success) return problem("not-a-log", "This is no request that the address knows.");
  return asked.data.body === body ? ok(asked.data) : problem("wrong-address", `It was signed for "${asked.data.body}", not for "${body}".`);
};

const respond = async (name: string, body: string, answer: () => Promise<Checked<unknown>>): Promise<Response> => {
  try {
    const answered = await answer();
    return answered.kind === "problem"
      ? problemResponse(answered.problem)
      : Response.json(answered.value, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", body, request: name, error: String(error) }));
    return problemResponse({ code: "storage-refused", detail: "What is stored could not be read or written; nothing was changed." });
  }
};

/**
 * Gives the operator a page of a body's log, or of what calendars were told of one of its meetings. Not public: the bytes of
 * an event are all that its sender wrote.
 * @param now milliseconds of the epoch
 */
export const exportLog = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respond("log.export", body, async () => {
    const asked = await readSigned(request, body, env, now, exportRequest);
    if (asked.kind === "problem") return asked;
    const page =
      asked.value.request === "log.export"
        ? await readLogLines(env, body, asked.value.after, PAGE_OCTETS)
        : await readLedgerLines(env, body, asked.value.meeting);
    return page ? ok(page) : problem("no-such-body", `No body is registered as "${body}".`);
  });

/**
 * Takes a page of an exported log, or makes an empty body of the pages that came: the one exception to the one door.
 * @param now milliseconds of the epoch
 */
export const importLog = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respond("log.import", body, async () => {
    const asked = await readSigned(request, body, env, now, importRequest);
    if (asked.kind === "problem") return asked;
    const taken =
      asked.value.request === "log.stage"
        ? await stageLog(env, body, asked.value.first, asked.value.lines)
        : await importInto(env, body, asked.value.lines);
    switch (taken.kind) {
      case "staged":
        return ok({ outcome: "staged", lines: taken.lines });
      case "imported":
        return ok({ outcome: "imported", events: taken.events, meetings: taken.meetings });
      case "not-empty":
        return problem("not-empty", `"${body}" has a log already. A log is imported where there is none.`);
      case "gap":
        return problem("log-incomplete", `${taken.lines} lines have come. Begin again with the first.`);
      case "broken":
        return problem("not-a-log", `Line ${taken.line}: ${taken.why}. Nothing was imported.`);
    }
  });
