import { fail, type Failure } from "../meeting/result.ts";

/**
 * Everything that can be wrong with a request, on every address: the one closed table.
 * Problem details (RFC 9457) give `type` from the code, `title` and `status` from here, and `detail` for the case.
 */
export const PROBLEMS = {
  "not-json": { status: 400, title: "The body is not JSON" },
  "not-a-selection": { status: 400, title: "The address is of no selection" },
  "door-shut": { status: 401, title: "No key is configured" },
  "not-signed": { status: 401, title: "The delivery is not signed" },
  "bad-signature": { status: 401, title: "No valid signature" },
  "bad-timestamp": { status: 401, title: "Outside the tolerance of five minutes" },
  "not-permitted": { status: 401, title: "This key may not send this event" },
  "not-found": { status: 404, title: "Nothing is at this address" },
  "no-such-body": { status: 404, title: "No such body" },
  "no-such-meeting": { status: 404, title: "No such meeting" },
  "no-such-slot": { status: 404, title: "No such plenary slot" },
  "no-such-item": { status: 404, title: "No such agenda item" },
  "no-such-day": { status: 404, title: "The meeting has no such day" },
  "no-such-version": { status: 404, title: "The meeting never had this version" },
  "method-not-allowed": { status: 405, title: "This address is not for that method" },
  incomplete: { status: 408, title: "The event did not arrive whole in time" },
  impossible: { status: 409, title: "Impossible now" },
  "id-reused": { status: 409, title: "The webhook-id was used for another event" },
  "not-empty": { status: 409, title: "The body has a log already" },
  "log-incomplete": { status: 409, title: "Lines of the log are missing" },
  "too-large": { status: 413, title: "The event is too large" },
  "not-an-event": { status: 422, title: "The body is not a known event" },
  "wrong-address": { status: 422, title: "The event is signed for another address" },
  "not-a-log": { status: 422, title: "The log can't be imported" },
  "not-a-websocket": { status: 426, title: "This address is for WebSockets" },
  "too-many": { status: 429, title: "Too many events at once" },
  fault: { status: 500, title: "A fault of this service" },
  busy: { status: 503, title: "Others are being answered" },
  "too-many-followers": { status: 503, title: "Too many follow this meeting already" },
  "storage-refused": { status: 503, title: "Not stored, as far as is known" },
  "storage-unread": { status: 503, title: "What is stored could not be read" },
  unfoldable: { status: 503, title: "The meeting's log can't be folded" },
} as const satisfies Record<string, { status: number; title: string }>;

type ProblemCode = keyof typeof PROBLEMS;

/** A refusal on its way out: a code of the table, a sentence for the case, and members of its own. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A step that came to no value, and what is answered. */
export const refuse = (code: ProblemCode, detail: string, more?: Problem["more"]): Failure<Problem> =>
  fail({ code, detail, ...(more && { more }) });

/** What RFC 9110 wants beside a status. */
const HEADERS: Partial<Record<number, Readonly<Record<string, string>>>> = {
  401: { "www-authenticate": "StandardWebhooks" },
  429: { "retry-after": "10" },
  503: { "retry-after": "10" },
};

export const respondWithProblem = ({ code, detail, more, headers }: Problem): Response => {
  const { status, title } = PROBLEMS[code];
  return new Response(`${JSON.stringify({ type: `/problems#${code}`, title, status, code, detail, ...more }, null, 2)}\n`, {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...HEADERS[status], ...headers },
  });
};
