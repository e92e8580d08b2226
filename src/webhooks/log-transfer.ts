import { importLog as importInto, readLedgerLines, readLogLines, stageLog } from "../store/client.ts";
import { ok, problem } from "./checked.ts";
import { exportRequest, importRequest } from "../standard-webhooks/operator-requests.ts";
import { readSigned, respond } from "./signed-request.ts";

/** Octets of a page of an exported log, but for a single event that is larger. */
const PAGE_OCTETS = 512 * 1024;

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
