import { decodeEvent, parseLine } from "../../log-file/lines.ts";
import type { TransferRequest } from "../../standard-webhooks/operator-requests.ts";
import type { SentProblem } from "../../standard-webhooks/client.ts";
import { sendRequest, type Sender } from "../send/client.ts";

/** A page of an exported log, or of what calendars were told of one meeting. */
interface Page {
  readonly lines: readonly string[];
  /** How many events the log has. */
  readonly events: number;
  readonly head: string;
  readonly isLast?: boolean;
}

const createTransferError = (body: string, { detail }: SentProblem): Error => new Error(`${body}: ${detail}`);

const ask = async <Answer>(sender: Sender, what: "export" | "import", request: TransferRequest): Promise<Answer> => {
  const answered = await sendRequest(sender, `log/${what}`, request, Date.now());
  if (!answered.ok) throw createTransferError(request.body, answered.error);
  return answered.value as Answer;
};

/** How many events a body's log has, and the hash of the last: whoever keeps that can tell whether a file has them all. */
export const readLogHead = async (sender: Sender, body: string): Promise<{ readonly events: number; readonly head: string }> => {
  const { events, head } = await ask<Page>(sender, "export", { request: "log.export", body, after: Number.MAX_SAFE_INTEGER });
  return { events, head };
};

/** Adds the events that lines lack, and tells how many the log had before that. */
const exportEvents = async (sender: Sender, body: string, lines: string[]): Promise<number> => {
  let before: number | undefined;
  for (;;) {
    const page = await ask<Page>(sender, "export", { request: "log.export", body, after: lines.length });
    before ??= page.events;
    lines.push(...page.lines);
    if (page.lines.length === 0 || lines.length >= page.events) return before;
  }
};

const isRedaction = (text: string): boolean => {
  const read = parseLine(text);
  return read.kind === "event" && decodeEvent(read.line).type === "event.redacted";
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
export const downloadLog = async (sender: Sender, body: string): Promise<readonly string[]> => {
  const events: string[] = [];
  let atFirst: number | undefined;
  for (;;) {
    const before = await exportEvents(sender, body, events);
    atFirst ??= before;
    if (events.slice(atFirst).some(isRedaction)) {
      // What came before it may say still what it removed.
      events.length = 0;
      atFirst = undefined;
      continue;
    }
    const ledger = await exportLedger(sender, body, events.length);
    if (ledger) return [...events, ...ledger];
  }
};

/** Octets of lines as JSON strings in a page: so many are read and checked without keeping others waiting. A line may have more. */
const PAGE = 512 * 1024;

const splitIntoPages = (lines: readonly string[]): readonly (readonly string[])[] => {
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

export type UploadedLog =
  | { readonly kind: "imported"; readonly events: number; readonly meetings: number }
  /** The body had just these events already. */
  | { readonly kind: "there"; readonly events: number };

/** The events of a body that is there, if they are those of the lines. */
const countSameEvents = async (sender: Sender, body: string, lines: readonly string[]): Promise<number | undefined> => {
  const events: string[] = [];
  await exportEvents(sender, body, events);
  const wanted = lines.filter((line) => parseLine(line).kind === "event");
  return events.length === wanted.length && events.every((line, at) => line === wanted[at]) ? events.length : undefined;
};

/**
 * Makes an empty body of the lines of an exported log, all of it or nothing. One that has just these events already is what
 * was wanted: an import whose answer was lost, or which was cut off before the body was listed, and it is now.
 */
export const uploadLog = async (sender: Sender, body: string, lines: readonly string[]): Promise<UploadedLog> => {
  let first = 1;
  for (const page of splitIntoPages(lines)) {
    const staged = await sendRequest(sender, "log/import", { request: "log.stage", body, first, lines: [...page] }, Date.now());
    if (!staged.ok) {
      const events = staged.error.code === "not-empty" ? await countSameEvents(sender, body, lines) : undefined;
      if (events === undefined) throw createTransferError(body, staged.error);
      return { kind: "there", events };
    }
    first += page.length;
  }
  const { events, meetings } = await ask<{ readonly events: number; readonly meetings: number }>(sender, "import", {
    request: "log.import",
    body,
    lines: lines.length,
  });
  return { kind: "imported", events, meetings };
};
