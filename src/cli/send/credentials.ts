import { splitSecrets } from "../../standard-webhooks/operator-secrets.ts";
import { readDevelopmentKey } from "../service/development-key.ts";
import type { Sender } from "./client.ts";

type KeySetting = "PLENARY_KEY" | "PLENARY_OPERATOR_KEY";

/** One key or several, as set in the environment; else the development key. */
export const readKeySetting = (name: KeySetting): string | undefined => process.env[name] || readDevelopmentKey();

/** Of an operator's two keys, while one replaces the other, the first signs. */
export const readSigningSecret = (name: KeySetting): string | undefined => splitSecrets(readKeySetting(name) ?? "")[0];

/** Throws where there is no key to sign with. */
export const createSender = (url: string): Sender => {
  const secret = readSigningSecret("PLENARY_KEY");
  if (!secret) throw new Error('There is no key to sign with. Set PLENARY_KEY, or run "npm start" once to make a development key.');
  return { url, secret };
};
