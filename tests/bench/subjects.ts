import { gzipSync } from "node:zlib";
import { formatSelectionPath } from "../../src/calendar/selection.ts";
import type { Worker } from "./workers.ts";

export const BODY = "ctoc-cop-wg4";
export const MANY: readonly string[] = Array.from({ length: 100 }, (_, at) => `body-${at + 1}`);
/** Bodies that only the write-then-read trials know: a meeting's log has its limit. */
export const TRIALS: readonly string[] = ["trials-1", "trials-2"];

/** As many sittings as the meeting has, two of each of three bodies. */
export const CHOSEN = formatSelectionPath(
  ["body-1", "body-2", "body-3"].map((body) => ({ body, meeting: "2010", slots: ["1", "3"], items: [] })),
);

/** What is read. */
export const ADDRESSES = {
  feed: `/${BODY}/2010.ics`,
  gzip: `/${BODY}/2010.ics`,
  slot: `/${BODY}/2010/slots/3.ics`,
  json: `/${BODY}/2010.json`,
  page: `/${BODY}/2010`,
} as const;
export type Address = keyof typeof ADDRESSES;
export const ADDRESS_NAMES = Object.keys(ADDRESSES) as readonly Address[];

export const GZIP = { "accept-encoding": "gzip" };
const IDENTITY = { "accept-encoding": "identity" };
const PER_HOP = new Set(["connection", "content-length", "transfer-encoding", "date", "keep-alive"]);

/** What Plenary answers, byte for byte and header for header, to be answered by a Worker that does nothing else. */
export interface Twin {
  readonly name: Address;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

export const twinOf = async (origin: string, name: Address): Promise<Twin> => {
  const response = await fetch(`${origin}${ADDRESSES[name]}`, { headers: name === "gzip" ? GZIP : IDENTITY });
  const plain = new Uint8Array(await response.arrayBuffer());
  return {
    name,
    headers: Object.fromEntries([...response.headers].filter(([header]) => !PER_HOP.has(header))),
    bytes: name === "gzip" ? gzipSync(plain) : plain,
  };
};

export const twinWorker = ({ name, headers, bytes }: Twin, port: number): Worker => ({
  name,
  rival: "raw",
  port,
  data: { BODY: bytes },
  json: { HEADERS: headers },
});
