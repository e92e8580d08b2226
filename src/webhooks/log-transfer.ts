import { importLog as importInto, readLedgerLines, readLogLines, stageLog } from "../store/client.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { succeed, type Failure } from "../meeting/result.ts";
import type { ImportRefusal } from "../store/body/log-import.ts";
import { exportRequest, importRequest } from "../standard-webhooks/operator-requests.ts";
import { readSignedRequest, respondToRequest } from "./signed-request.ts";

/** Octets of a page of an exported log, but for a single event that is larger. */
const PAGE_OCTETS = 512 * 1024;

/**
 * Gives the operator a page of a body's log, or of what calendars were told of one of its meetings. Not public: the bytes of
 * an event are all that its sender wrote.
 * @param now milliseconds of the epoch
 */
export const serveLogExport = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("log.export", body, async () => {
    const asked = await readSignedRequest(request, body, env, now, exportRequest);
    if (!asked.ok) return asked;
    const page =
      asked.value.request === "log.export"
        ? await readLogLines(env, body, asked.value.after, PAGE_OCTETS)
        : await readLedgerLines(env, body, asked.value.meeting);
    return page ? succeed(page) : refuse("no-such-body", `No body is registered as "${body}".`);
  });

const refuseImport = (body: string, refusal: ImportRefusal): Failure<Problem> => {
  switch (refusal.kind) {
    case "not-empty":
      return refuse("not-empty", `"${body}" has a log already. A log is imported where there is none.`);
    case "gap":
      return refuse("log-incomplete", `${refusal.lines} lines have come. Begin again with the first.`);
    case "broken":
      return refuse("not-a-log", `Line ${refusal.line}: ${refusal.why}. Nothing was imported.`);
  }
};

/**
 * Takes a page of an exported log, or makes an empty body of the pages that came: the one exception to the one door.
 * @param now milliseconds of the epoch
 */
export const receiveLogImport = (request: Request, body: string, env: Env, now: number): Promise<Response> =>
  respondToRequest("log.import", body, async () => {
    const asked = await readSignedRequest(request, body, env, now, importRequest);
    if (!asked.ok) return asked;
    if (asked.value.request === "log.stage") {
      const staged = await stageLog(env, body, asked.value.first, asked.value.lines);
      return staged.ok ? succeed({ outcome: "staged", lines: staged.value }) : refuseImport(body, staged.error);
    }
    const imported = await importInto(env, body, asked.value.lines);
    return imported.ok ? succeed({ outcome: "imported", ...imported.value }) : refuseImport(body, imported.error);
  });
