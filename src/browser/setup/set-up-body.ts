import { getRoleLimits } from "../../meeting/roles.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { fail, succeed, type Result } from "../../meeting/result.ts";
import { deriveCodeKey, parseCode } from "../../standard-webhooks/access-code.ts";
import { createWebhookId, type SentProblem } from "../../standard-webhooks/client.ts";
import { importSigningKey } from "../../standard-webhooks/signature.ts";
import { forgetKey, generateKey, nameKey, readKey, storeKey, type ConsoleKey } from "../console/key/key.ts";
import { askAboutKeys } from "../console/ask.ts";
import { createSend } from "../console/send.ts";
import type { Clock } from "../console/server-clock.ts";

/** Why a body could not be set up: no such code, no Ed25519 here, no line, or as the service says. */
export type SetupFault = "not-a-code" | "no-key" | "unreachable" | SentProblem;

/**
 * Registers a body by a setup link, and adds this browser's key. May be tried again: the link is good for this body and this key until
 * both are done.
 */
export const setUpBody = async (typed: string, record: BodyRecord, clock: Clock): Promise<Result<ConsoleKey, SetupFault>> => {
  const code = parseCode(typed);
  const link = code && (await importSigningKey("setup", await deriveCodeKey(code)));
  if (!link) return fail("not-a-code");
  const { id: body } = record;
  const kept = await readKey(body);
  const key = kept ?? (await generateKey());
  if (key?.publicKey === undefined) return fail("no-key");
  const { publicKey } = key;
  await storeKey(body, key);
  const send = createSend(body, link, clock);
  const registered = await send(createWebhookId(), (now) => ({
    type: "body.registered",
    timestamp: new Date(now).toISOString(),
    data: { body, record, publicKey },
  }));
  if (!registered.ok) {
    const { error } = registered;
    // Both were done before, and the answer was lost: then the body knows the key.
    if (kept && error !== "unreachable" && (await askAboutKeys(kept, { request: "keys.own", body }, clock)).ok) return succeed(kept);
    if (!kept && error !== "unreachable") await forgetKey(body);
    return fail(error);
  }
  const added = await send(createWebhookId(), (now) => ({
    type: "key.added",
    timestamp: new Date(now).toISOString(),
    data: { body, key: { name: nameKey(key), publicKey, ...getRoleLimits("secretary") } },
  }));
  return added.ok ? succeed(key) : added;
};
