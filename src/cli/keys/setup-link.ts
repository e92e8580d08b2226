import { LIMITS } from "../../meeting/limits.ts";
import { formatCode } from "../../standard-webhooks/access-code.ts";
import { SETUP } from "../../standard-webhooks/operator-requests.ts";
import { deriveSetupCode } from "../../standard-webhooks/setup-key.ts";
import { sendRequest, type Sender } from "../send/client.ts";

/** What is shown once, and stored nowhere. */
interface SetupLink {
  readonly address: string;
  readonly code: string;
}

const createOfferId = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 12);

/** Has the service keep a setup link from now on. @param now milliseconds of the epoch */
export const createSetupLink = async (sender: Sender, now: number): Promise<SetupLink> => {
  const offer = createOfferId();
  const code = await deriveSetupCode(sender.secret, offer);
  if (!code) throw new Error("Only the operator's key, whsec_, makes a setup link.");
  const until = now + LIMITS.setupLink.max * 1000;
  const sent = await sendRequest(sender, "offers", { request: "setup.offer", body: SETUP, offer, until }, now);
  if (!sent.ok) throw new Error(`The service keeps no setup link: ${sent.error.detail}`);
  const { address } = sent.value as { readonly address: string };
  return { address, code: formatCode(code) };
};

export const describeSetupLink = ({ address, code }: SetupLink): string =>
  [`Set up a body in a browser, once and within the hour:`, `  ${address}#${code}`, `  or ${address} and the code ${code}`].join("\n");
