import * as z from "zod/mini";
import { LIMITS } from "../meeting/limits.ts";
import { problemResponse } from "../http/problems.ts";
import { attemptOf } from "../standard-webhooks/delivery-headers.ts";
import { failure, ok, problem, type Checked } from "./checked.ts";
import { requestLine } from "./access-log.ts";
import { allowsAddress } from "./rate-limit.ts";
import { readRawBody } from "./read-body.ts";
import { readJson } from "./parse-event.ts";
import { verify } from "../standard-webhooks/signature.ts";
import { operatorTrust } from "./trust-list.ts";

/** A request that the operator's key has signed for this body, by the same rules as an event. */
export const readSigned = async <Asked extends { readonly body: string }>(
  request: Request,
  body: string,
  env: Env,
  now: number,
  schema: z.ZodMiniType<Asked>,
): Promise<Checked<Asked>> => {
  if (!(await allowsAddress(request.headers, env, now)))
    return problem("too-many", "Too many requests came from this address. Wait a minute.");
  const attempt = attemptOf(request.headers, Math.floor(now / 1000));
  if (attempt.kind === "unverified") return problem(attempt.reason, attempt.detail);
  const keys = await operatorTrust(env);
  if (keys.kind === "problem") return keys;
  const read = await readRawBody(request, LIMITS.seconds.most * 1000, LIMITS.page.most);
  if (read.kind !== "read")
    return problem(read.kind, `A page of a log has at most ${LIMITS.page.most} octets, within ${LIMITS.seconds.most} seconds.`);
  const { raw } = read;
  const verdict = await verify(attempt, raw, keys.value);
  if (verdict.kind === "unverified") return problem(verdict.reason, verdict.detail);
  const json = readJson(raw);
  if (json.kind === "problem") return json;
  const asked = z.safeParse(schema, json.value);
  if (!asked.success) return problem("not-a-log", "This is no request that the address knows.");
  return asked.data.body === body ? ok(asked.data) : problem("wrong-address", `It was signed for "${asked.data.body}", not for "${body}".`);
};

/** The answer to such a request, as JSON that no one keeps, and a line in the log. */
export const respond = async (name: string, body: string, answer: () => Promise<Checked<unknown>>): Promise<Response> => {
  const answered = await answer().catch((error: unknown) => failure(error, { body, request: name }));
  console.log(requestLine(name, body, answered));
  return answered.kind === "problem"
    ? problemResponse(answered.problem)
    : Response.json(answered.value, { headers: { "cache-control": "no-store" } });
};
