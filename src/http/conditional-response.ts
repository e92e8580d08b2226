import { compressOnce, type Rendered } from "./render-cache.ts";

/** Whether the client takes gzip: what it says of it counts before what it says of `*` (RFC 9110 §12.5.3). */
export const acceptsGzip = (headers: Headers): boolean => {
  const parts = (headers.get("accept-encoding") ?? "").toLowerCase().split(",");
  const accepted = new Map(
    parts.map((part) => {
      const [coding = "", weight = ""] = part.split(";").map((piece) => piece.trim());
      return [coding, !/^q=0(?:\.0*)?$/.test(weight)];
    }),
  );
  return accepted.get("gzip") ?? accepted.get("x-gzip") ?? accepted.get("*") ?? false;
};

/** Intermediaries weaken a tag, and mark it with the coding that they applied. */
const normalizeETag = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"|"$/g, "")
    .replace(/-(?:gzip|br|zstd|deflate)$/, "");

/** What a request comes to. */
export interface Evaluation {
  readonly isUnchanged: boolean;
  readonly isGzip: boolean;
}

/** What a request comes to for what is under a tag: If-None-Match is weakly compared (RFC 9110 §13.1.2). */
export const evaluate = ({ headers }: Request, etag: string): Evaluation => {
  const tags = headers.get("if-none-match");
  return {
    isUnchanged: tags !== null && (tags.trim() === "*" || tags.split(",").some((tag) => normalizeETag(tag) === etag)),
    isGzip: acceptsGzip(headers),
  };
};

/** An answer whose headers are there. Where it is compressed, that was done here, and the runtime does it not again. */
export const buildResponse = ({ isUnchanged, isGzip }: Evaluation, body: Uint8Array | undefined, headers: Headers): Response =>
  isUnchanged ? new Response(null, { status: 304, headers }) : new Response(body, { headers, encodeBody: isGzip ? "manual" : "automatic" });

/** A text, and what its headers say of it. */
interface Representation {
  /** Opaque tag without its quotes. */
  readonly etag: string;
  /** Headers of every answer, and those of one with a body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Readonly<Record<string, string>>;
  /** Since when it is what it is, in seconds of the epoch; undefined where no date tells it from what was before. */
  readonly readModified?: () => Promise<number | undefined>;
  readonly render: () => Rendered | Promise<Rendered>;
}

/** A text over HTTP: whole, compressed under a strong tag of its own (RFC 9110 §8.8.3.3), or 304 where the client has it. */
export const respond = async (request: Request, { etag, headers, content, readModified, render }: Representation): Promise<Response> => {
  const evaluation = evaluate(request, etag);
  const { isUnchanged, isGzip } = evaluation;
  const always = { ...headers, etag: isGzip ? `"${etag}-gzip"` : `"${etag}"`, vary: "Accept-Encoding" };
  if (isUnchanged) return buildResponse(evaluation, undefined, new Headers(always));
  const [rendered, modified] = await Promise.all([render(), readModified?.()]);
  const body = isGzip ? await compressOnce(rendered) : rendered.text;
  // Said here, since an answer to HEAD has no body of which the runtime could tell it.
  const length = { "content-length": String(body.length) };
  const date = modified === undefined ? {} : { "last-modified": new Date(modified * 1000).toUTCString() };
  const coding = isGzip ? { "content-encoding": "gzip" } : {};
  return buildResponse(evaluation, body, new Headers({ ...always, ...date, ...content, ...length, ...coding }));
};

/**
 * The answer to who asks by date alone, as Apple's calendar does: 304 where the client names the very date of the content. A later one tells
 * nothing, since clocks are set back and logs restored, so that neither the network's cache nor the runtime is left to compare them.
 */
export const respondByDate = ({ headers }: Request, response: Response): Response => {
  const since = headers.get("if-modified-since");
  if (since === null || headers.has("if-none-match")) return response;
  const modified = response.headers.get("last-modified");
  if (modified === null || Date.parse(since) !== Date.parse(modified)) return response;
  const kept = new Headers(response.headers);
  for (const name of ["content-type", "content-length", "content-encoding", "content-disposition"]) kept.delete(name);
  return new Response(null, { status: 304, headers: kept });
};
