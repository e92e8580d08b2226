import { isOfMeeting } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import { problemResponse } from "../problems.ts";
import type { Answer } from "../store/answer.ts";
import { deliver, hasBody } from "../store/bodies.ts";
import { bodyAnswer, type Receipt } from "../store/body.ts";
import type { Delivery } from "../store/log-table.ts";
import { attemptOf } from "./attempt.ts";
import { bearerOf, isBearer } from "./bearer.ts";
import { ok, problem, type Checked } from "./checked.ts";
import { sha256 } from "./digest.ts";
import { readRawBody, type RawBody } from "./raw-body.ts";
import { readEvent, wrongFields } from "./read-event.ts";
import { allowsBearer, forgetKeys, operatorTrust, verifyFor } from "./trust-list.ts";

const NOT_WHOLE: Record<Exclude<RawBody["kind"], "read">, string> = {
  "too-large": `An event has at most ${LIMITS.octets.most} octets.`,
  incomplete: `The event did not arrive whole within ${LIMITS.seconds.most} seconds. Send it again, under the same webhook-id.`,
};

/** Headers, then bytes, then signature, then words: nothing is read before what stands before it is right. */
const readDelivery = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Delivery>> => {
  const { headers } = request;
  const seconds = Math.floor(now / 1000);
  const attempt = isBearer(headers) ? bearerOf(headers, allowsBearer(env), seconds) : attemptOf(headers, seconds);
  if (attempt.kind === "unverified") return problem(attempt.reason, attempt.detail);
  const operators = await operatorTrust(env);
  if (operators.kind === "problem") return operators;
  const read = await readRawBody(request);
  if (read.kind !== "read") return problem(read.kind, NOT_WHOLE[read.kind]);
  const { raw } = read;
  const digest = await sha256(raw);
  const verdict = await verifyFor(env, body, operators.value, { attempt, raw, digest }, now);
  if (verdict.kind === "unverified") return problem(verdict.reason, verdict.detail);
  const event = readEvent(raw, body, now);
  return event.kind === "problem" ? event : ok({ ...verdict, raw, digest, event: event.value });
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

const receive = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Answer>> => {
  const read = await readDelivery(request, body, env, now);
  if (read.kind === "problem") return read;
  const { event } = read.value;
  if (!(await hasBody(env, body))) {
    if (event.type !== "body.registered") return problem("no-such-body", `No body is registered as "${body}". Send body.registered first.`);
    if (event.dryRun) return ok(bodyAnswer("dry run", 1));
  }
  const receipt = await deliver(env, body, read.value, now);
  if (!isOfMeeting(event)) forgetKeys(body);
  return answerOf(receipt, read.value);
};

/** What the store throws at us comes over RPC without its class; in whatever way it failed, its transaction was undone. */
const receiveOrSay = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Answer>> => {
  try {
    return await receive(request, body, env, now);
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", body, id: request.headers.get("webhook-id"), error: String(error) }));
    return problem("storage-refused", "The event could not be stored, and nothing was changed. Send it again, under the same webhook-id.");
  }
};

/**
 * The one door: verify, parse, apply, answer. Nothing else changes anything.
 * @param now milliseconds of the epoch
 */
export const receiveEvent = async (request: Request, body: string, env: Env, now: number): Promise<Response> => {
  const answered = await receiveOrSay(request, body, env, now);
  return answered.kind === "problem"
    ? problemResponse(answered.problem)
    : Response.json(answered.value, { headers: { "cache-control": "no-store" } });
};
