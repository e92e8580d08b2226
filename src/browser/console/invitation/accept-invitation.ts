import { fail, succeed, type Result } from "../../../meeting/result.ts";
import { deriveCodeKey, parseCode } from "../../../standard-webhooks/access-code.ts";
import { createWebhookId, type SentProblem } from "../../../standard-webhooks/client.ts";
import { importSigningKey } from "../../../standard-webhooks/signature.ts";
import { generateKey, nameKey, storeKey, type ConsoleKey } from "../key/key.ts";
import { createSend, type SendResult } from "../send.ts";
import type { Clock } from "../server-clock.ts";
import { nameInvitation } from "./make-invitation.ts";

/** Makes a key in this browser, or takes the one that it has, and lets the invitation enrol it. */
export const acceptInvitation = async (
  text: string,
  body: string,
  held: ConsoleKey | undefined,
  clock: Clock,
): Promise<Result<ConsoleKey, "no-key" | "unreachable" | SentProblem>> => {
  const code = parseCode(text);
  const invitation = code && (await importSigningKey("invitation", await deriveCodeKey(code)));
  const key = held?.publicKey === undefined ? await generateKey() : held;
  if (!code || !invitation || key?.publicKey === undefined) return fail("no-key");
  const { publicKey } = key;
  // Before the invitation is spent: what it enrols must not be lost.
  await storeKey(body, key);
  const name = await nameInvitation(code);
  const send = createSend(body, invitation, clock);
  const addAs = (own: string): Promise<SendResult> =>
    send(createWebhookId(), (now) => ({
      type: "key.added",
      timestamp: new Date(now).toISOString(),
      data: { body, invitation: name, key: { name: own, publicKey } },
    }));
  const sent = await addAs(nameKey(key));
  // This browser was enrolled here before: no name is given twice.
  const isAgain = !sent.ok && sent.error !== "unreachable" && sent.error.reason === "key-name-used";
  const last = isAgain ? await addAs(`${nameKey(key)}-${name.slice(-8)}`) : sent;
  return last.ok ? succeed(key) : fail(last.error);
};
