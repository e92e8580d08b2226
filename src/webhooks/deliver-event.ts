import { refuse, type Problem } from "../http/problems.ts";
import { isMeetingEvent, type PlenaryEvent } from "../meeting/events.ts";
import { isLoopbackAddress } from "../meeting/news-address.ts";
import { succeed, type Failure, type Result } from "../meeting/result.ts";
import { allowsLoopback } from "../news/send-news.ts";
import { answerBodyEvent } from "../store/body/receive-body-event.ts";
import type { Receipt } from "../store/body/receipt.ts";
import { deliver } from "../store/client.ts";
import { parseSetupKeyId } from "../standard-webhooks/setup-key.ts";
import { hasBody } from "../store/stubs.ts";
import type { Arrival, AuthenticatedRequest } from "./authenticate.ts";
import { invalidateKeyRing, verifyCredentials } from "./key-ring.ts";
import { refuseFields } from "./parse-event.ts";
import { refuseBySetupLink } from "./setup-link.ts";

/** What the body made of an event, and the key that spoke for it. */
interface Delivered {
  readonly receipt: Receipt;
  readonly key: string;
}

const isNotPermitted = ({ receipt }: Delivered): boolean => !receipt.ok && receipt.error.kind === "not-permitted";

/**
 * Several keys may fit a delivery: two signatures while keys change, or one key that is enrolled twice. The first that the body
 * lets speak is the one. After a key that it does not its keys are read anew, since that key may have been revoked.
 */
const deliverByAnyKey = async (
  { body, env, now }: Arrival,
  { operators, credentials, verified }: AuthenticatedRequest,
  event: PlenaryEvent,
): Promise<Delivered> => {
  const { raw, digest } = credentials;
  const deliverBy = async (key: string): Promise<Delivered> => ({
    receipt: await deliver(env, body, { ...verified, key, raw, digest, event }, now),
    key,
  });
  const first = await deliverBy(verified.key);
  const refused = new Set<string>();
  for (let last = first; isNotPermitted(last);) {
    refused.add(last.key);
    invalidateKeyRing(body);
    const other = await verifyCredentials(env, body, operators, credentials, refused, now);
    if (!other.ok) return first;
    last = await deliverBy(other.value.key);
    if (!isNotPermitted(last)) return last;
  }
  return first;
};

/** An endpoint of this machine itself is for whoever develops a receiver: the operator says so. */
const refuseLoopback = (event: PlenaryEvent, env: Env): Failure<Problem> | undefined =>
  event.type === "endpoint.added" && isLoopbackAddress(event.data.endpoint.url) && !allowsLoopback(env)
    ? refuseFields([{ field: "data.endpoint.url", message: "must name a public host, unless PLENARY_NEWS_LOOPBACK is set to allowed" }])
    : undefined;

/** Where there is no mail server, and nobody whom mail is from, nothing could go by itself; what waits for a person can still be read. */
const refuseMail = (event: PlenaryEvent, { MAIL: server, EMAIL: service, PLENARY_MAIL_FROM: from }: Env): Failure<Problem> | undefined =>
  event.type === "endpoint.added" && event.data.endpoint.byItself && !((server ?? service) && from)
    ? refuseFields([{ field: "data.endpoint.byItself", message: "can't be: this service has no mail server" }])
    : undefined;

/** A registration by any other key is for no browser's. */
const refuseBrowserKey = (event: PlenaryEvent): Failure<Problem> | undefined =>
  event.type === "body.registered" && event.data.publicKey !== undefined
    ? refuseFields([{ field: "data.publicKey", message: "is of a registration by a setup link alone" }])
    : undefined;

/** Hands an event to its body. One that is not registered is not asked: no object is made by an unknown name. */
export const deliverEvent = async (
  arrival: Arrival,
  authenticated: AuthenticatedRequest,
  event: PlenaryEvent,
): Promise<Result<Delivered, Problem>> => {
  const { body, env, now } = arrival;
  const { key } = authenticated.verified;
  const offer = parseSetupKeyId(key);
  const invalid = refuseLoopback(event, env) ?? refuseMail(event, env) ?? (offer === undefined ? refuseBrowserKey(event) : undefined);
  if (invalid) return invalid;
  const isNew = !(await hasBody(env, body));
  if (isNew && event.type !== "body.registered")
    return refuse("no-such-body", `No body is registered as "${body}". Send body.registered first.`);
  const refused = offer === undefined ? undefined : await refuseBySetupLink(env, offer, event, now);
  if (refused) return succeed({ receipt: refused, key });
  if (isNew && event.type === "body.registered" && event.dryRun)
    return succeed({ receipt: succeed({ answer: answerBodyEvent("dry run", 1), record: event.data.record }), key });
  const delivered = await deliverByAnyKey(arrival, authenticated, event);
  if (!isMeetingEvent(event)) invalidateKeyRing(body);
  return succeed(delivered);
};
