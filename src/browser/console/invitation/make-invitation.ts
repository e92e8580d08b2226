import { getRoleLimits, type RoleName } from "../../../meeting/roles.ts";
import { fail, succeed, type Result } from "../../../meeting/result.ts";
import { CODE_OCTETS, deriveCodeKey, formatCode } from "../../../standard-webhooks/access-code.ts";
import { createWebhookId, type SentProblem } from "../../../standard-webhooks/client.ts";
import { computeSha256 } from "../../../standard-webhooks/digest.ts";
import { computePublicKey } from "../../../standard-webhooks/signature.ts";
import type { Send } from "../send.ts";

/** Who is invited, to what, and for how long the link is good. */
export interface Invited {
  readonly body: string;
  /** To this meeting alone. */
  readonly meeting?: string;
  readonly role: RoleName;
  /** Whose key it will be, as colleagues call them. */
  readonly label?: string;
  readonly hours: number;
}

/** A link that was made: its name in the log, by which it is revoked, and its code. */
export interface Invitation {
  readonly name: string;
  readonly code: string;
}

/** What an invitation is called follows from its code: whoever accepts it has to know. */
export const nameInvitation = async (code: Uint8Array<ArrayBuffer>): Promise<string> =>
  `invitation-${(await computeSha256(new TextEncoder().encode(await computePublicKey(await deriveCodeKey(code))))).slice(0, 8)}`;

const HOUR = 3_600_000;

/** Adds the key of an invitation, which the link carries in its fragment. Nobody can give the right to make keys. */
export const makeInvitation = async (
  { body, meeting, role, label, hours }: Invited,
  send: Send,
): Promise<Result<Invitation, SentProblem | "unreachable">> => {
  const code = crypto.getRandomValues(new Uint8Array(CODE_OCTETS));
  const name = await nameInvitation(code);
  const publicKey = await computePublicKey(await deriveCodeKey(code));
  const { rights, ...limits } = getRoleLimits(role);
  const given = rights?.filter((right) => right !== "keys");
  const sent = await send(createWebhookId(), (now) => ({
    type: "key.added",
    timestamp: new Date(now).toISOString(),
    data: {
      body,
      key: {
        name,
        publicKey,
        ...limits,
        ...(given && given.length > 0 && { rights: given }),
        ...(meeting !== undefined && { meeting }),
        ...(label !== undefined && { label }),
        invites: true,
        until: new Date(now + hours * HOUR).toISOString(),
      },
    },
  }));
  return sent.ok ? succeed({ name, code: formatCode(code) }) : fail(sent.error);
};

/** Takes back an invitation that nobody accepted. */
export const revokeInvitation = async (body: string, { name }: Invitation, send: Send): Promise<boolean> => {
  const sent = await send(createWebhookId(), (now) => ({
    type: "key.revoked",
    timestamp: new Date(now).toISOString(),
    data: { body, name },
  }));
  return sent.ok;
};
