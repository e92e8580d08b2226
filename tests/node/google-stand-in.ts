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
