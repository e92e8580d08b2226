import { problemResponse } from "../problems.ts";
import { readRawBody } from "../webhooks/raw-body.ts";
import { decodeText } from "./decode.ts";
import { draftOf } from "./draft.ts";
import { linesOf } from "./read-document.ts";
import { suppliedBy } from "./supplied.ts";

/** Octets of the largest text: an annotated agenda of a hundred pages. */
const MAX_OCTETS = 256 * 1024;
const TYPES = /^text\/(?:plain|html)(?:\s*;|$)/i;

/**
 * Reads a pasted text or HTML into a draft Meeting record and answers `{ meeting, warnings }`, as the command line does.
 * The query supplies what the text lacks (`?timezone=Europe/Vienna`). Nothing is kept. Cities have no zones here.
 */
export const previewDocument = async (request: Request): Promise<Response> => {
  if (!TYPES.test(request.headers.get("content-type") ?? ""))
    return problemResponse({ code: "not-a-document", detail: "Send the agenda as text/plain or text/html." });
  const raw = await readRawBody(request);
  if (!raw || raw.length > MAX_OCTETS)
    return problemResponse({ code: "too-large", detail: `The text is longer than ${MAX_OCTETS / 1024} KiB.` });
  const { supplied, warnings } = suppliedBy([...new URL(request.url).searchParams].map(([name, value]) => `${name}=${value}`));
  const draft = draftOf(linesOf(decodeText(raw)), supplied);
  return Response.json(
    { meeting: draft.meeting, warnings: [...warnings, ...draft.warnings] },
    { headers: { "cache-control": "no-store" } },
  );
};
