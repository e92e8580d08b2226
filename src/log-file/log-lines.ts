import type { LoggedEvent } from "../../machines/meeting/fold-log.ts";
import type { MeetingEvent } from "../meeting/events.ts";
import { decodeEvent, parseLine, type EventLine, type LedgerLine } from "./lines.ts";

/** The lines of an exported log, and each by itself, counted from 0: whoever folds them need not have all in memory. */
export interface LogLines extends Iterable<string> {
  readonly at: (line: number) => string | undefined;
}

const readLine = (lines: LogLines, at: number) => parseLine(lines.at(at) ?? "");

/** A line that was read as an event before. */
export const readEventLine = (lines: LogLines, at: number): EventLine => {
  const read = readLine(lines, at);
  if (read.kind !== "event") throw new Error(`The line ${at + 1} is no event any more.`);
  return read.line;
};

/** Likewise, as an event of a meeting. */
export const toLogged = (line: EventLine): LoggedEvent => {
  const { id, at, local, identities } = line;
  return { id, at, local, identities, event: decodeEvent(line) as MeetingEvent };
};

export const listLedgerLines = (lines: LogLines, ats: readonly number[]): readonly LedgerLine[] =>
  ats.flatMap((at) => {
    const read = readLine(lines, at);
    return read.kind === "ledger" ? [read.line] : [];
  });
