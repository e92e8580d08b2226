import { exports } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { BODY, nextId, OPERATOR_KEY, type Posted } from "./secretariat.ts";

/** What an operator asks of a body's log, to move it from one service to another. */
export const requestLog = async (
  what: "export" | "import",
  request: Record<string, unknown>,
  key = OPERATOR_KEY,
  body = BODY,
): Promise<Posted> => {
  const [id, at, raw] = [nextId(), new Date(), JSON.stringify({ body: BODY, ...request })];
  const response = await exports.default.fetch(`https://plenary.example/${body}/log/${what}`, {
    method: "POST",
    body: raw,
    headers: {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(key).sign(id, at, raw),
    },
  });
  return { status: response.status, answer: await response.json() };
};

/** The names of the keys by which the events about meetings came: the operator's alone to know. */
export const listSenders = async (): Promise<readonly string[]> => {
  const { answer } = await requestLog("export", { request: "log.export", after: 0 });
  const lines = (answer["lines"] as string[]).map((line) => JSON.parse(line) as { key: string; raw: string });
  return lines.filter(({ raw }) => "meeting" in (JSON.parse(atob(raw)) as { data: object }).data).map(({ key }) => key);
};

/** A body's log, and what calendars were told of each of its meetings, as lines of an export. */
export const exportLines = async (body = BODY): Promise<readonly string[]> => {
  const events: string[] = [];
  const pages: Posted["answer"][] = [];
  for (let count = 1; events.length < count;) {
    const { answer } = await requestLog("export", { request: "log.export", body, after: events.length }, OPERATOR_KEY, body);
    events.push(...(answer["lines"] as string[]));
    count = Number(answer["events"]);
  }
  for (let meeting = 0; pages.at(-1)?.["isLast"] !== true; meeting += 1)
    pages.push((await requestLog("export", { request: "ledger.export", body, meeting }, OPERATOR_KEY, body)).answer);
  return [...events, ...pages.flatMap(({ lines }) => lines as string[])];
};

/** Lines of a page of an import. */
const PAGE = 500;

/** Imports lines into a body's empty log. */
export const importLines = async (lines: readonly string[], body = BODY): Promise<Posted> => {
  let staged: Posted | undefined;
  for (let at = 0; at < lines.length && (staged?.status ?? 200) === 200; at += PAGE) {
    const page = { request: "log.stage", body, first: at + 1, lines: lines.slice(at, at + PAGE) };
    staged = await requestLog("import", page, OPERATOR_KEY, body);
  }
  return staged === undefined || staged.status === 200
    ? requestLog("import", { request: "log.import", body, lines: lines.length }, OPERATOR_KEY, body)
    : staged;
};
