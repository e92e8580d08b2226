import { LIMITS } from "../meeting/limits.ts";
import type { TransferRequest } from "../webhooks/requests.ts";
import { sendRequest, type Sender } from "./sender.ts";

/** A page of an exported log, or of what calendars were told of one meeting. */
interface Page {
  readonly lines: readonly string[];
  /** How many events the log has. */
  readonly events: number;
  readonly isLast?: boolean;
}

const ask = async <Answer>(sender: Sender, what: "export" | "import", request: TransferRequest): Promise<Answer> => {
  const answered = await sendRequest(sender, `log/${what}`, request, Date.now());
  if (answered.kind === "refused") throw new Error(`${request.body}: ${answered.problem.detail}`);
  return answered.json as Answer;
};

const exportEvents = async (sender: Sender, body: string, lines: string[]): Promise<void> => {
  for (;;) {
    const page = await ask<Page>(sender, "export", { request: "log.export", body, after: lines.length });
    lines.push(...page.lines);
    if (page.lines.length === 0 || lines.length >= page.events) return;
  }
};

/** What calendars were told, or undefined where an event came meanwhile. */
const exportLedger = async (sender: Sender, body: string, events: number): Promise<readonly string[] | undefined> => {
  const lines: string[] = [];
  for (let meeting = 0; ; meeting += 1) {
    const page = await ask<Page>(sender, "export", { request: "ledger.export", body, meeting });
    if (page.events !== events) return undefined;
    lines.push(...page.lines);
    if (page.isLast) return lines;
  }
};

/** The lines of a body's log as of one moment: its events, then what calendars were told. */
export const exportLog = async (sender: Sender, body: string): Promise<readonly string[]> => {
  const events: string[] = [];
  for (;;) {
    await exportEvents(sender, body, events);
    const ledger = await exportLedger(sender, body, events.length);
    if (ledger) return [...events, ...ledger];
  }
};

/** Lines as JSON strings in a page, with some room for what stands around them. */
const PAGE = LIMITS.page.most - 1024;

const pagesOf = (lines: readonly string[]): readonly (readonly string[])[] => {
  const pages: string[][] = [];
  let size = Infinity;
  for (const line of lines) {
    const octets = Buffer.byteLength(JSON.stringify(line)) + 1;
    if (size + octets > PAGE) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(line);
    size += octets;
  }
  return pages;
};

export interface Imported {
  readonly events: number;
  readonly meetings: number;
}

/** Makes an empty body of the lines of an exported log, all of it or nothing. */
export const importLog = async (sender: Sender, body: string, lines: readonly string[]): Promise<Imported> => {
  let first = 1;
  for (const page of pagesOf(lines)) {
    await ask(sender, "import", { request: "log.stage", body, first, lines: [...page] });
    first += page.length;
  }
  return ask<Imported>(sender, "import", { request: "log.import", body, lines: lines.length });
};
