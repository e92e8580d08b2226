import { createLruCache } from "../cache/lru-cache.ts";
import { buildResponse, evaluate, type Evaluation } from "./conditional-response.ts";
import { renderCache, type Kind } from "./render-cache.ts";

/** How a request was answered: by which text of those that were rendered, under which tag, and whether the answer still stands. */
export interface Served {
  readonly kind: Kind;
  readonly key: string;
  readonly etag: string;
  readonly isCurrent: () => boolean;
}

/** What was served within the last second, with the headers of each form of the answer as they went out. */
interface CachedResponse extends Served {
  readonly headers: Partial<Record<Form, Headers>>;
}

type Form = "whole" | "whole-gzip" | "unchanged" | "unchanged-gzip";

const nameForm = ({ isUnchanged, isGzip }: Evaluation): Form => `${isUnchanged ? "unchanged" : "whole"}${isGzip ? "-gzip" : ""}`;

/** Addresses: more than are asked for in one second, and few enough that their headers take little room. */
const MAX_ADDRESSES = 2000;

const responses = createLruCache<CachedResponse>(MAX_ADDRESSES);

/** Path and query: an answer never depends on the host. */
const extractAddress = ({ url }: Request): string => url.slice(url.indexOf("/", url.indexOf("//") + 2));

/** The answer that the request would get by the whole way, if that was gone for the same address within the last second. */
export const lookupResponse = (request: Request): Response | undefined => {
  const cached = request.method === "GET" ? responses.get(extractAddress(request)) : undefined;
  if (!cached?.isCurrent()) return undefined;
  const evaluation = evaluate(request, cached.etag);
  const headers = cached.headers[nameForm(evaluation)];
  const rendered = evaluation.isUnchanged ? undefined : renderCache.peek(cached.kind, cached.key);
  const body = evaluation.isGzip ? rendered?.gzip : rendered?.text;
  return headers && (evaluation.isUnchanged || body) ? buildResponse(evaluation, body, headers) : undefined;
};

/** Keeps what went out whole for requests that follow. */
export const storeResponse = (request: Request, served: Served, response: Response): void => {
  if (request.method !== "GET") return;
  const address = extractAddress(request);
  const known = responses.get(address);
  const headers = known?.isCurrent() && known.etag === served.etag ? known.headers : {};
  const form = nameForm(evaluate(request, served.etag));
  responses.set(address, { ...served, headers: { ...headers, [form]: new Headers(response.headers) } }, 1);
};
