import { fail, succeed, type Result } from "../../meeting/result.ts";
import { splitSecrets } from "../../standard-webhooks/operator-secrets.ts";
import { importSigningKey } from "../../standard-webhooks/signature.ts";
import { copyBuilt } from "./build.ts";
import { isLoopback } from "../../meeting/loopback.ts";
import { startService, runUntilExit } from "./runtime.ts";

export interface ServeOptions {
  readonly port: number;
  readonly state: string;
}

interface Settings {
  readonly operatorKey: string;
  readonly publicOrigin: string;
}

/** An origin that links in feeds may begin with, or undefined: https, or http on this machine alone, and nothing after it. */
const parseOrigin = (text: string): string | undefined => {
  const url = URL.parse(text);
  if (!url || url.href !== `${url.origin}/`) return undefined;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)) ? url.origin : undefined;
};

/** What an operator must set; there is no default for either, so that no service is open or misleading by accident. */
export const readSettings = async (environment: Readonly<Record<string, string | undefined>>): Promise<Result<Settings, string>> => {
  const { PLENARY_OPERATOR_KEY: operatorKey, PUBLIC_ORIGIN: origin } = environment;
  if (!operatorKey)
    return fail('PLENARY_OPERATOR_KEY is not set. Make one with: echo "whsec_$(head -c 32 /dev/urandom | base64)", and keep it secret.');
  const keys = await Promise.all(splitSecrets(operatorKey).map((secret) => importSigningKey("operator", secret)));
  if (keys.length === 0 || keys.some((key) => key?.scheme !== "v1"))
    return fail("PLENARY_OPERATOR_KEY is not a secret: it must be whsec_ and the Base64 of 24 to 64 bytes.");
  if (!origin) return fail("PUBLIC_ORIGIN is not set. It is what links in feeds begin with, such as https://calendar.example.org.");
  const publicOrigin = parseOrigin(origin);
  return publicOrigin === undefined
    ? fail(`PUBLIC_ORIGIN is "${origin}": it must be https:// and a name, without a path (http:// on localhost alone).`)
    : succeed({ operatorKey, publicOrigin });
};

/** Serves what was built from a state folder, as an operator runs it. Ends with the service. */
export const serve = async ({ port, state }: ServeOptions): Promise<number> => {
  const settings = await readSettings(process.env);
  if (!settings.ok) throw new Error(settings.error);
  const { operatorKey, publicOrigin } = settings.value;
  const service = await startService({ port, state, publicOrigin, operatorKey, prepare: () => copyBuilt(state) });
  console.log(`Plenary serves ${publicOrigin} at port ${port}, from ${state}`);
  return runUntilExit(service);
};
