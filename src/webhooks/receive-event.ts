import { isOfMeeting } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import { problemResponse } from "../http/problems.ts";
import type { Answer } from "../api/event-answer.ts";
import { deliver, hasBody } from "../store/client.ts";
import { bodyAnswer, type Receipt } from "../store/body/body.ts";
import type { Delivery } from "../store/body/log-table.ts";
import { attemptOf } from "../standard-webhooks/delivery-headers.ts";
import { bearerOf, isBearer } from "../standard-webhooks/bearer-token.ts";
import { failure, ok, problem, type Checked } from "./checked.ts";
import { sha256 } from "../standard-webhooks/digest.ts";
import { logLine, type Seen } from "./access-log.ts";
import { allowsAddress, allowsKey } from "./rate-limit.ts";
import { readRawBody, type RawBody } from "./read-body.ts";
import { readEvent, wrongFields } from "./parse-event.ts";
import type { NamedKey } from "../standard-webhooks/signature.ts";
import { allowsBearer, forgetKeys, operatorTrust, verifyFor, type Proof } from "./trust-list.ts";

const NOT_WHOLE: Record<Exclude<RawBody["kind"], "read">, string> = {
  "too-large": `An event has at most ${LIMITS.octets.most} octets.`,
  incomplete: `The event did not arrive whole within ${LIMITS.seconds.most} seconds. Send it again, under the same webhook-id.`,
};

const MANY_BY_ADDRESS = `More than ${LIMITS.perAddress.most} deliveries came from this address within a minute. Wait, then send it again.`;
const MANY_BY_KEY = `This key sends at most ${LIMITS.perKey.most} events a minute. Wait, then send it again, under the same webhook-id.`;

/** What came, and by which keys it may have come. */
interface Knock {
  readonly operators: readonly NamedKey[];
  readonly proof: Proof;
}

/** Headers, then bytes: nothing is read before what stands before it is right. */
const readKnock = async (request: Request, env: Env, now: number, seen: Seen): Promise<Checked<Knock>> => {
  const { headers } = request;
  if (!(await allowsAddress(headers, env, now))) return problem("too-many", MANY_BY_ADDRESS);
  const seconds = Math.floor(now / 1000);
  const attempt = isBearer(headers) ? bearerOf(headers, allowsBearer(env), seconds) : attemptOf(headers, seconds);
  if (attempt.kind === "unverified") return problem(attempt.reason, attempt.detail);
  if (attempt.id !== undefined) seen.id = attempt.id;
  const operators = await operatorTrust(env);
  if (operators.kind === "problem") return operators;
  const read = await readRawBody(request);
  if (read.kind !== "read") return problem(read.kind, NOT_WHOLE[read.kind]);
  const { raw } = read;
  return ok({ operators: operators.value, proof: { attempt, raw, digest: await sha256(raw) } });
};

/** Then the signature, then the words. */
const readDelivery = async (knock: Knock, body: string, env: Env, now: number, seen: Seen): Promise<Checked<Delivery>> => {
  const { operators, proof } = knock;
  const verdict = await verifyFor(env, body, operators, proof, new Set(), now);
  if (verdict.kind === "unverified") return problem(verdict.reason, verdict.detail);
  Object.assign(seen, { id: verdict.id, key: verdict.key });
  if (!(await allowsKey(env, body, verdict.key, now))) return problem("too-many", MANY_BY_KEY);
  const event = readEvent(proof.raw, body, now);
  if (event.kind === "problem") return event;
  const { type, data } = event.value;
  Object.assign(seen, { type, ...("meeting" in data && { meeting: data.meeting }) });
  return ok({ ...verdict, raw: proof.raw, digest: proof.digest, event: event.value });
};

const answerOf = (receipt: Receipt, { event, id }: Delivery): Checked<Answer> => {
  switch (receipt.kind) {
    case "answered":
      return ok(receipt.answer);
    case "refused": {
      const { refusal, state, version, next } = receipt;
      const { code: reason, message, values, alsoWithdraw } = refusal;
      return problem("impossible", message, {
        reason,
        ...(values && { values }),
        state,
        version,
        next,
        ...(alsoWithdraw && { alsoWithdraw }),
      });
    }
    case "invalid":
      return wrongFields(receipt.errors);
    case "no-such-meeting":
      return problem(
        "no-such-meeting",
        `${event.data.body} has no meeting "${"meeting" in event.data ? event.data.meeting : ""}". Send meeting.announced first.`,
      );
    case "not-permitted":
      return problem("not-permitted", receipt.why);
    case "no-such-body":
      return problem("no-such-body", `No body is registered as "${event.data.body}". Send body.registered first.`);
    case "unfoldable":
      return problem(
        "unfoldable",
        "This release can't read the meeting's log, so it takes no event and serves what was last known. Its operator must be told.",
      );
    case "id-reused":
      return problem(
        "id-reused",
        `webhook-id ${id} came before with another body. A retry sends the same bytes; another event needs an id of its own.`,
      );
  }
};

/**
 * Several keys may fit a delivery: two signatures while keys change, or one key that is enrolled twice. The first that the body
 * lets speak is the one. After a key that it does not the trust list is read anew, since that key may have been revoked.
 */
const deliverByAny = async (first: Delivery, { operators, proof }: Knock, body: string, env: Env, now: number, seen: Seen) => {
  const receipt = await deliver(env, body, first, now);
  const refused = new Set([first.key]);
  while (receipt.kind === "not-permitted") {
    forgetKeys(body);
    const verdict = await verifyFor(env, body, operators, proof, refused, now);
    if (verdict.kind === "unverified") break;
    refused.add(verdict.key);
    const other = await deliver(env, body, { ...first, key: verdict.key }, now);
    if (other.kind === "not-permitted") continue;
    seen.key = verdict.key;
    return other;
  }
  return receipt;
};

const receive = async (request: Request, body: string, env: Env, now: number, seen: Seen): Promise<Checked<Answer>> => {
  const knock = await readKnock(request, env, now, seen);
  if (knock.kind === "problem") return knock;
  const read = await readDelivery(knock.value, body, env, now, seen);
  if (read.kind === "problem") return read;
  const { event } = read.value;
  if (!(await hasBody(env, body))) {
    if (event.type !== "body.registered") return problem("no-such-body", `No body is registered as "${body}". Send body.registered first.`);
    if (event.dryRun) return ok(bodyAnswer("dry run", 1));
  }
  const receipt = await deliverByAny(read.value, knock.value, body, env, now, seen);
  if (!isOfMeeting(event)) forgetKeys(body);
  return answerOf(receipt, read.value);
};

const receiveOrSay = async (request: Request, body: string, env: Env, now: number, seen: Seen): Promise<Checked<Answer>> => {
  try {
    return await receive(request, body, env, now, seen);
  } catch (error) {
    return failure(error, { body, ...seen });
  }
};

/**
 * The one door: verify, parse, apply, answer, and a line in the log. Nothing else changes anything.
 * @param clock milliseconds of the epoch
 */
export const receiveEvent = async (request: Request, body: string, env: Env, clock: () => number): Promise<Response> => {
  const now = clock();
  const seen: Seen = {};
  const answered = await receiveOrSay(request, body, env, now, seen);
  console.log(logLine(body, seen, answered, clock() - now));
  const response =
    answered.kind === "problem"
      ? problemResponse(answered.problem)
      : Response.json(answered.value, { headers: { "cache-control": "no-store" } });
  // By this a sender whose clock is wrong can correct its signatures (RFC 9110 §6.6.1); workerd alone would not say it.
  response.headers.set("date", new Date(now).toUTCString());
  return response;
};
