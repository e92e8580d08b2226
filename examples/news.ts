import { createServer, type Server } from "node:http";

/** What the service posts, as far as these examples read it: `/openapi.json` has all of it, under `webhooks`. */
export interface News {
  readonly type: string;
  readonly data: {
    readonly sentences?: Readonly<Record<string, Sentences>>;
    readonly entries?: readonly ToldEntry[];
    readonly isCut?: true;
    readonly pages?: Readonly<Record<string, string>>;
    readonly feed?: string;
  };
}

/** What happened, as the history says it. */
interface Sentences {
  readonly text: string;
  readonly words: readonly string[];
  readonly revision: readonly string[];
}

/** An entry that changed: as data, and in words. */
export interface ToldEntry {
  readonly uid: string;
  readonly sequence: number;
  readonly after?: { readonly start: string; readonly end?: string; readonly timezone: string; readonly status: string };
  readonly texts?: Readonly<Record<string, { readonly summary: string; readonly description: string; readonly location?: string }>>;
}

export type DeliveryHeaders = Readonly<Record<string, string>>;

/** How a delivery is answered: 2xx where it was taken, or never has to come again; anything else lets it come again. */
export interface DeliveryAnswer {
  readonly status: number;
  readonly retryAfter?: string;
}

/** Listens for deliveries; what throws is not what the service signed. */
export const createReceiver = (receive: (raw: string, headers: DeliveryHeaders) => DeliveryAnswer | Promise<DeliveryAnswer>): Server =>
  createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      // Not `JSON.stringify` of what was parsed: the very bytes are signed.
      const raw = Buffer.concat(parts).toString();
      new Promise<DeliveryAnswer>((resolve) => resolve(receive(raw, request.headers as Record<string, string>))).then(
        ({ status, retryAfter }) => response.writeHead(status, { ...(retryAfter !== undefined && { "retry-after": retryAfter }) }).end(),
        () => response.writeHead(400).end(),
      );
    });
  });
