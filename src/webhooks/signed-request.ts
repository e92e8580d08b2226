import * as z from "zod/mini";
import { LIMITS } from "../meeting/limits.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { reportError } from "../http/internal-error.ts";
import { refuse, type Problem } from "../http/problems.ts";
import { readSignedHeaders, type SignedHeaders, type Verification } from "../standard-webhooks/delivery-headers.ts";
import { computeSha256 } from "../standard-webhooks/digest.ts";
import { SETUP } from "../standard-webhooks/operator-requests.ts";
import { verifySignature, type NamedKey } from "../standard-webhooks/signature.ts";
import { refuseAddress } from "./address.ts";
import { formatRequest } from "./access-log.ts";
import type { Arrival } from "./authenticate.ts";
import { readOperatorKeys, verifyCredentials } from "./key-ring.ts";
import { parseJson } from "./parse-event.ts";
import { allowsAddress } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { respondWithAnswer } from "./respond.ts";

/** What is asked, and what the log calls the key that signed. */
interface SignedRequest<Asked> {
  readonly asked: Asked;
  readonly key: string;
}

type Verify = (headers: SignedHeaders, raw: Uint8Array, operators: readonly NamedKey[]) => Promise<Verification>;

const readRequest = async <Asked extends { readonly body: string }>(
  { request, body, env, now }: Arrival,
  schema: z.ZodMiniType<Asked>,
  verify: Verify,
): Promise<Result<SignedRequest<Asked>, Problem>> => {
  const impossible = body === SETUP ? undefined : refuseAddress(body);
  if (impossible) return impossible;
  if (!(await allowsAddress(request.headers, env, now)))
    return refuse("too-many", "Too many requests came from this address. Wait a minute.");
  const headers = readSignedHeaders(request.headers, Math.floor(now / 1000));
  if (!headers.ok) return headers;
  const keys = await readOperatorKeys(env);
  if (!keys.ok) return keys;
  const raw = await readBody(request, LIMITS.seconds.max * 1000, LIMITS.page.max);
  if (!raw.ok) return refuse(raw.error, `A page of a log has at most ${LIMITS.page.max} octets, within ${LIMITS.seconds.max} seconds.`);
  const verified = await verify(headers.value, raw.value, keys.value);
  if (!verified.ok) return verified;
  const json = parseJson(raw.value);
  if (!json.ok) return json;
  const asked = z.safeParse(schema, json.value);
  if (!asked.success) return refuse("not-a-log", "This is no request that the address knows.");
  return asked.data.body === body
    ? succeed({ asked: asked.data, key: verified.value.key })
    : refuse("wrong-address", `It was signed for "${asked.data.body}", not for "${body}".`);
};

/** A request that the operator's key has signed for this body, or for setup links, by the same rules as an event. */
export const readSignedRequest = async <Asked extends { readonly body: string }>(
  request: Request,
  body: string,
  env: Env,
  now: number,
  schema: z.ZodMiniType<Asked>,
): Promise<Result<Asked, Problem>> => {
  const read = await readRequest({ request, body, env, now }, schema, verifySignature);
  return read.ok ? succeed(read.value.asked) : read;
};

/** A request that a key of the body may have signed, too: what it may ask, the body says. */
export const readBodyRequest = <Asked extends { readonly body: string }>(
  arrival: Arrival,
  schema: z.ZodMiniType<Asked>,
): Promise<Result<SignedRequest<Asked>, Problem>> =>
  readRequest(arrival, schema, async (headers, raw, operators) => {
    const { env, body, now } = arrival;
    return verifyCredentials(env, body, operators, { headers, raw, digest: await computeSha256(raw) }, new Set(), now);
  });

/** The answer to such a request, and a line in the log. */
export const respondToRequest = async (
  name: string,
  body: string,
  answerRequest: () => Promise<Result<unknown, Problem>>,
): Promise<Response> => {
  const answer = await answerRequest().catch((error: unknown) => reportError(error, { body, request: name }));
  console.log(formatRequest(name, body, answer));
  return respondWithAnswer(answer);
};
