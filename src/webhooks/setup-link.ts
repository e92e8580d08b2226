import { createRefusal } from "../../machines/meeting/refusals.ts";
import { createLruCache } from "../cache/lru-cache.ts";
import { refuse } from "../http/problems.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import { LIMITS } from "../meeting/limits.ts";
import { fail, succeed } from "../meeting/result.ts";
import type { Verification } from "../standard-webhooks/delivery-headers.ts";
import { offerRequest, SETUP } from "../standard-webhooks/operator-requests.ts";
import { splitSecrets } from "../standard-webhooks/operator-secrets.ts";
import { importSetupKeys } from "../standard-webhooks/setup-key.ts";
import { verifySignature, type NamedKey } from "../standard-webhooks/signature.ts";
import type { Receipt } from "../store/body/receipt.ts";
import { claimOffer, offerSetup, readOffers } from "../store/offers.ts";
import type { Credentials } from "./key-ring.ts";
import { readSignedRequest, respondToRequest } from "./signed-request.ts";

/**
 * Keeps a setup link that the operator made: only its name and its end, since its key comes from the operator's.
 * @param now milliseconds of the epoch
 */
export const receiveOffer = (request: Request, env: Env, now: number): Promise<Response> =>
  respondToRequest("setup.offer", SETUP, async () => {
    const asked = await readSignedRequest(request, SETUP, env, now, offerRequest);
    if (!asked.ok) return asked;
    const { offer, until } = asked.value;
    if (until <= now || until > now + LIMITS.setupLink.max * 1000)
      return refuse("not-an-event", `until: must be within ${LIMITS.setupLink.max} seconds.`);
    await offerSetup(env, offer, until, now);
    return succeed({ address: `${env.PUBLIC_ORIGIN.replace(/\/+$/, "")}/${SETUP}` });
  });

/** Offers whose keys are remembered as they were derived. */
const MAX_OFFERS = 100;

const derived = createLruCache<readonly NamedKey[]>(MAX_OFFERS);

const deriveKeys = async (env: Env, offer: string): Promise<readonly NamedKey[]> => {
  const setting = env.PLENARY_OPERATOR_KEY ?? "";
  const which = JSON.stringify([offer, setting]);
  const known = derived.get(which);
  if (known) return known;
  const keys = await importSetupKeys(offer, splitSecrets(setting));
  derived.set(which, keys, 1);
  return keys;
};

/** Verifies a delivery by the setup links whose time is not over. */
export const verifyBySetupLink = async (env: Env, { headers, raw }: Credentials, now: number): Promise<Verification | undefined> => {
  if ("token" in headers) return undefined;
  const offers = await readOffers(env, now);
  const keys = (await Promise.all(offers.map((offer) => deriveKeys(env, offer)))).flat();
  return keys.length > 0 ? verifySignature(headers, raw, keys) : undefined;
};

/** The key of the browser that an event by a setup link is for, if it is one that may come so. */
const findPublicKey = (event: PlenaryEvent): string | undefined =>
  event.type === "body.registered" ? event.data.publicKey : event.type === "key.added" ? event.data.key.publicKey : undefined;

/** Why an event by a setup link goes no further, or undefined: the link is spent on the body and the browser that came first. */
export const refuseBySetupLink = async (env: Env, offer: string, event: PlenaryEvent, now: number): Promise<Receipt | undefined> => {
  const publicKey = findPublicKey(event);
  if (publicKey === undefined)
    return fail({ kind: "not-permitted", why: "A setup link registers one body, for the key of one browser, and adds that key." });
  const claimed = await claimOffer(env, offer, { body: event.data.body, publicKey }, Boolean(event.dryRun), now);
  if (claimed === "claimed") return undefined;
  const refusal = claimed === "used" ? createRefusal("setup-link-used") : createRefusal("body-exists", { body: event.data.body });
  return fail({ kind: "refused", refusal, version: 0, next: [] });
};
