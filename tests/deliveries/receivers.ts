import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type AddressInfo, type Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../faults/chance.ts";

/** Names that lead into this machine, where `hosts` says so: what has no business there must not come. */
export const PRIVATE_NAMES = { "127.0.0.2": "inner4.plenary-news.org", "::1": "inner6.plenary-news.org" } as const;

type Reply = { readonly status: number; readonly location?: string; readonly retryAfter?: string; readonly after?: number } | "silence";
type Visit = { readonly isFirst: boolean; readonly chance: Chance; readonly elsewhere: string };

const TAKEN: Reply = { status: 204 };

/** Longer than the service waits for an answer. */
const TOO_LATE = 5500;

/** Once in so many pieces of news, and never twice in a row: a second failure would be tried again after five minutes. */
const SELDOM = 150;
const seldom =
  (reply: Reply) =>
  ({ isFirst, chance }: Visit): Reply =>
    isFirst && chance.below(SELDOM) === 0 ? reply : TAKEN;

/** Those that get everything in the end. */
export const LIVING: Readonly<Record<string, (visit: Visit) => Reply>> = {
  lives: () => TAKEN,
  fails: seldom({ status: 503 }),
  "asks-for-time": seldom({ status: 429, retryAfter: "3" }),
  late: seldom({ status: 204, after: TOO_LATE }),
};

/** Those that get nothing, or as little as they want. */
export const DEAD: Readonly<Record<string, (visit: Visit) => Reply>> = {
  ...Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`hangs-${at}`, (): Reply => "silence"])),
  redirects: ({ elsewhere }) => ({ status: 307, location: elsewhere }),
  gone: () => ({ status: 410 }),
};

/** The first time that a piece of news came to an endpoint. */
interface Arrival {
  readonly position: number;
  /** Milliseconds of the epoch. */
  readonly at: number;
  isTaken: boolean;
}

export interface Receivers {
  /** Where an endpoint of a body is. */
  readonly addresses: (body: string) => Readonly<Record<string, string>>;
  /** Where an endpoint is that takes all it gets, or one that is named as one of those that do not. */
  readonly addressOf: (body: string, endpoint: string) => string;
  /** What came to it, by its webhook-id, in order. */
  readonly listArrivals: (body: string, endpoint: string) => ReadonlyMap<string, Arrival>;
  readonly countForbidden: () => number;
  /** How often came what had been taken before. */
  readonly countRepeated: () => number;
  readonly bare: string;
  readonly stop: () => void;
}

export const readClock = (): number => performance.timeOrigin + performance.now();

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

const listen = async (server: Server, host: string): Promise<number> => {
  server.listen(0, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
};

const answer = async (reply: Reply, response: ServerResponse): Promise<void> => {
  if (reply === "silence") return;
  const { status, location, retryAfter, after } = reply;
  if (after !== undefined) await sleep(after);
  response.writeHead(status, { ...(location && { location }), ...(retryAfter && { "retry-after": retryAfter }) }).end();
};

/** Everyone whom news is sent to, on this machine: one server, an address for each endpoint of each body. */
export const startReceivers = async (chance: Chance): Promise<Receivers> => {
  const arrivals = new Map<string, Map<string, Arrival>>();
  let [forbidden, repeated] = [0, 0];
  const forbid = (): void => void (forbidden += 1);
  const inner = await Promise.all(
    Object.entries(PRIVATE_NAMES).map(async ([address, name]) => {
      const server = createSocketServer((socket) => socket.on("error", () => undefined).destroy()).on("connection", forbid);
      return { name, server, url: `https://${name}:${await listen(server, address)}/hook` };
    }),
  );
  const elsewhere = createServer((_, response) => response.writeHead(204).end()).on("request", forbid);
  const elsewhereUrl = `http://127.0.0.1:${await listen(elsewhere, "127.0.0.1")}/hook`;

  const takeNews = async (request: IncomingMessage, response: ServerResponse, endpoint: string): Promise<void> => {
    const known = arrivals.getOrInsertComputed(request.url ?? "", () => new Map<string, Arrival>());
    const at = readClock();
    const id = String(request.headers["webhook-id"]);
    const { data } = JSON.parse(await readBody(request)) as { readonly data: { readonly position: number } };
    const isFirst = !known.has(id);
    const arrival = known.getOrInsertComputed(id, () => ({ position: data.position, at, isTaken: false }));
    if (arrival.isTaken) repeated += 1;
    const reply = (LIVING[endpoint] ?? DEAD[endpoint] ?? (() => TAKEN))({ isFirst, chance, elsewhere: elsewhereUrl });
    arrival.isTaken ||= reply === TAKEN;
    await answer(reply, response);
  };
  const server = createServer((request, response) => {
    const [, , endpoint = ""] = (request.url ?? "").split("/");
    // What is cut off by a kill comes again.
    takeNews(request, response, endpoint).catch(() => response.destroy());
  });
  const origin = `http://127.0.0.1:${await listen(server, "127.0.0.1")}`;

  const addressOf = (body: string, endpoint: string): string => `${origin}/${body}/${endpoint}`;

  return {
    addressOf,
    addresses: (body) => ({
      ...Object.fromEntries([...Object.keys(LIVING), ...Object.keys(DEAD)].map((name) => [name, addressOf(body, name)])),
      "refuses-lines": "http://127.0.0.1:1/hook",
      ...Object.fromEntries(inner.map(({ name, url }) => [name.slice(0, 6), url])),
    }),
    listArrivals: (body, endpoint) => arrivals.get(`/${body}/${endpoint}`) ?? new Map<string, Arrival>(),
    countForbidden: () => forbidden,
    countRepeated: () => repeated,
    bare: addressOf("bare", "post"),
    stop: () => {
      for (const one of [server, elsewhere]) one.closeAllConnections();
      for (const one of [server, elsewhere, ...inner.map((each) => each.server)]) one.close();
    },
  };
};
