import { refuse, type Problem } from "../http/problems.ts";
import { LIMITS } from "../meeting/limits.ts";
import { succeed, type Result } from "../meeting/result.ts";
import { isBearer, readBearerHeaders, type BearerHeaders } from "../standard-webhooks/bearer-token.ts";
import { readSignedHeaders, type SignedHeaders, type Verified } from "../standard-webhooks/delivery-headers.ts";
import { computeSha256 } from "../standard-webhooks/digest.ts";
import type { NamedKey } from "../standard-webhooks/signature.ts";
import { refuseAddress } from "./address.ts";
import { readOperatorKeys, verifyCredentials, type Credentials } from "./key-ring.ts";
import { allowsAddress } from "./rate-limit.ts";
import { readBody, type ReadFault } from "./read-body.ts";
import { verifyBySetupLink } from "./setup-link.ts";

/** What came to the door, and when: the same for all steps of receiving it. */
export interface Arrival {
  readonly request: Request;
  readonly body: string;
  readonly env: Env;
  /** Milliseconds of the epoch. */
  readonly now: number;
}

/** What came, by whom, and the operator's keys, by one of which it may have come. */
export interface AuthenticatedRequest {
  readonly operators: readonly NamedKey[];
  readonly credentials: Credentials;
  readonly verified: Verified;
}

const NOT_WHOLE: Record<ReadFault, string> = {
  "too-large": `An event has at most ${LIMITS.octets.max} octets.`,
  incomplete: `The event did not arrive whole within ${LIMITS.seconds.max} seconds. Send it again, under the same webhook-id.`,
};

const TOO_MANY = `More than ${LIMITS.perAddress.max} deliveries came from this address within a minute. Wait, then send it again.`;

/** What the headers say who sends, asked before anything is read. */
export const readHeaders = async ({
  request: { headers },
  body,
  env,
  now,
}: Arrival): Promise<Result<SignedHeaders | BearerHeaders, Problem>> => {
  const impossible = refuseAddress(body);
  if (impossible) return impossible;
  if (!(await allowsAddress(headers, env, now))) return refuse("too-many", TOO_MANY);
  const seconds = Math.floor(now / 1000);
  return isBearer(headers)
    ? readBearerHeaders(headers, env.PLENARY_BEARER_TOKENS === "allowed", seconds)
    : readSignedHeaders(headers, seconds);
};

/** Then the bytes, and the signature over them. */
export const authenticate = async (
  { request, body, env, now }: Arrival,
  headers: Credentials["headers"],
): Promise<Result<AuthenticatedRequest, Problem>> => {
  const operators = await readOperatorKeys(env);
  if (!operators.ok) return operators;
  const raw = await readBody(request);
  if (!raw.ok) return refuse(raw.error, NOT_WHOLE[raw.error]);
  const credentials = { headers, raw: raw.value, digest: await computeSha256(raw.value) };
  const byKey = await verifyCredentials(env, body, operators.value, credentials, new Set(), now);
  const verified = byKey.ok ? byKey : ((await verifyBySetupLink(env, credentials, now)) ?? byKey);
  return verified.ok ? succeed({ operators: operators.value, credentials, verified: verified.value }) : verified;
};
