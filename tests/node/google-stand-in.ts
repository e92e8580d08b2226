import { spawnSync } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

/** What stands in for Google's services: bytes are signed there, and a request is waited for. */

const signed = (bytes: Iterable<number>): number[] => [...Int8Array.from(bytes)];
const unsigned = (bytes: readonly number[]): Buffer => Buffer.from(Uint8Array.from(bytes));

interface FetchOptions {
  readonly method: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: readonly number[];
  readonly muteHttpExceptions: boolean;
}

/** Runs where it may be waited for, since fetch itself can't be. */
const FETCHER = `const { url, method, headers, payload } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
fetch(url, { method, headers, body: Buffer.from(payload, "base64") })
  .then(async (response) => console.log(JSON.stringify({ status: response.status, text: await response.text() })));`;

const UrlFetchApp = {
  fetch: (url: string, { method, contentType, headers, payload, muteHttpExceptions }: FetchOptions) => {
    const request = { url, method, headers: { ...headers, "content-type": contentType }, payload: unsigned(payload).toString("base64") };
    const { stdout } = spawnSync(process.execPath, ["-e", FETCHER], { input: JSON.stringify(request), encoding: "utf8" });
    const { status, text } = JSON.parse(stdout) as { status: number; text: string };
    if (status >= 400 && !muteHttpExceptions) throw new Error(`Request failed: ${status}`);
    return { getResponseCode: () => status, getContentText: () => text };
  },
};

const Utilities = {
  base64Decode: (text: string) => signed(Buffer.from(text, "base64")),
  base64Encode: (bytes: readonly number[]) => unsigned(bytes).toString("base64"),
  computeHmacSha256Signature: (value: readonly number[], key: readonly number[]) =>
    signed(createHmac("sha256", unsigned(key)).update(unsigned(value)).digest()),
  getUuid: () => randomUUID(),
  newBlob: (text: string) => ({ getBytes: () => signed(Buffer.from(text)) }),
};

/** A sheet of one row, cells counted from 1. */
export interface Sheet {
  readonly row: string[];
  /** Sends the row, as the menu does. */
  readonly send: () => void;
}

/** An Apps Script bound to a sheet. */
export const sheetOf = (file: string, properties: Readonly<Record<string, string>>, cells: readonly string[]): Sheet => {
  const row = [...cells];
  const cell = (column: number) => ({
    getValue: () => row[column - 1] ?? "",
    getDisplayValue: () => row[column - 1] ?? "",
    setValue: (value: string) => void (row[column - 1] = value),
    setNumberFormat: () => cell(column),
  });
  const sheet = { getRange: (_: number, column: number) => cell(column), getActiveCell: () => ({ getRow: () => 2 }) };
  const google = createContext({
    UrlFetchApp,
    Utilities,
    SpreadsheetApp: { getActiveSheet: () => sheet, flush: () => undefined },
    PropertiesService: { getScriptProperties: () => ({ getProperty: (name: string) => properties[name] ?? null }) },
  });
  runInContext(readFileSync(file, "utf8"), google);
  return { row, send: () => runInContext("sendThisRow()", google) };
};

/** An event of a calendar, as far as a script says it. */
interface GoogleEvent {
  readonly id: string;
  readonly iCalUID: string;
  readonly status: string;
  readonly summary: string;
  readonly description: string;
  readonly location?: string;
  readonly start: { readonly dateTime?: string; readonly date?: string; readonly timeZone?: string };
  readonly end: { readonly dateTime?: string; readonly date?: string };
  readonly sequence: number;
}

/** As the advanced service throws: `details.code` is the status, the reason stands in `details.errors`. */
const createGoogleError = (code: number, reason: string): Error =>
  Object.assign(new Error(`API call to calendar.events failed with error: ${reason}`), { details: { code, errors: [{ reason }] } });

/** A calendar that answers as the documentation of its interface says: an iCalUID is there once (409), and too much at once is 403. */
const createGoogleCalendar = (events: Map<string, GoogleEvent>, mayAnswer: () => boolean, isFound: () => boolean) => {
  const requireQuota = (): void => {
    if (!mayAnswer()) throw createGoogleError(403, "rateLimitExceeded");
  };
  return {
    Events: {
      list: (_calendar: string, { iCalUID }: { readonly iCalUID: string }) => {
        requireQuota();
        // A list may lag behind what was written.
        return { items: isFound() ? [...events.values()].filter((event) => event.iCalUID === iCalUID) : [] };
      },
      import: (event: GoogleEvent) => {
        requireQuota();
        if ([...events.values()].some(({ iCalUID }) => iCalUID === event.iCalUID)) throw createGoogleError(409, "duplicate");
        const id = randomUUID();
        events.set(id, structuredClone({ ...event, id }));
        return events.get(id);
      },
      update: (event: GoogleEvent, _calendar: string, id: string) => {
        requireQuota();
        const known = events.get(id);
        if (!known) throw createGoogleError(404, "notFound");
        if (event.sequence < known.sequence) throw createGoogleError(400, "invalidSequence");
        events.set(id, structuredClone({ ...event, id }));
        return events.get(id);
      },
    },
  };
};

/** A web app made of a script, and the calendar that it keeps. */
export interface CalendarScript {
  readonly events: Map<string, GoogleEvent>;
  /** What it answers to a request, or throws, which Google answers by an error's page. */
  readonly post: (contents: string) => string;
}

export const calendarScriptOf = (
  file: string,
  properties: Readonly<Record<string, string>>,
  { mayAnswer, isFound }: { readonly mayAnswer: () => boolean; readonly isFound: () => boolean },
): CalendarScript => {
  const events = new Map<string, GoogleEvent>();
  const google = createContext({
    Utilities,
    Calendar: createGoogleCalendar(events, mayAnswer, isFound),
    LockService: { getScriptLock: () => ({ waitLock: () => undefined, releaseLock: () => undefined }) },
    ContentService: { createTextOutput: (text: string) => text },
    PropertiesService: { getScriptProperties: () => ({ getProperty: (name: string) => properties[name] ?? null }) },
  });
  runInContext(readFileSync(file, "utf8"), google);
  return {
    events,
    post: (contents) => {
      google["request"] = { postData: { contents } };
      return runInContext("doPost(request)", google) as string;
    },
  };
};
