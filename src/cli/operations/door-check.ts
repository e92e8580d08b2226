import { LIMITS } from "../../meeting/limits.ts";
import { signDelivery, createWebhookId, readAnswer } from "../../standard-webhooks/client.ts";
import { importSigningKey } from "../../standard-webhooks/signature.ts";
import { reportFailure, reportOk, reportWarning, type Finding } from "./finding.ts";
import type { Check } from "./check-target.ts";

/** Changes nothing: a body of this name is registered in a dry run alone. */
const DRY_RUN = { body: "doctor", record: { id: "doctor", name: "Doctor" } };

const checkClock = (date: string | null, before: number, after: number): Finding => {
  if (date === null)
    return reportWarning("The door does not say its time.", "Let what stands in front of the service pass on the Date header.");
  // A Date is of whole seconds.
  const skew = Math.round((Date.parse(date) + 500 - (before + after) / 2) / 1000);
  const words = `The clocks of the service and of this machine differ by ${Math.abs(skew)} seconds`;
  if (Math.abs(skew) > LIMITS.skew.max)
    return reportFailure(`${words}: what is signed here is refused there.`, "Set both by a time server (timedatectl set-ntp true).");
  return Math.abs(skew) > 30 ? reportWarning(`${words}.`, "Set both by a time server (timedatectl set-ntp true).") : reportOk(`${words}.`);
};

/** Whether the door takes what the operator signs, and by which clock. */
export const checkDoor: Check = async ({ url, secret, now }) => {
  if (secret === undefined)
    return [
      reportWarning("Nothing was signed, as there is no key at hand.", "Set PLENARY_OPERATOR_KEY, and the door is tried by a dry run."),
    ];
  const key = await importSigningKey("operator", secret);
  if (!key) return [reportFailure("The operator's key can't sign.", "It must be whsec_ and the Base64 of 24 to 64 bytes.")];
  const before = now();
  const event = { type: "body.registered", timestamp: new Date(before).toISOString(), dryRun: true, data: DRY_RUN } as const;
  const response = await fetch(`${url}/doctor/events`, await signDelivery(key, createWebhookId(), event, before));
  const clock = checkClock(response.headers.get("date"), before, now());
  const sent = await readAnswer(response);
  return [
    clock,
    sent.ok && sent.value.outcome === "dry run"
      ? reportOk("The door took a signed dry run.")
      : reportFailure(
          `The door refused a signed dry run: ${sent.ok ? sent.value.outcome : `${sent.error.detail} (${sent.error.code})`}`,
          `See ${url}/problems. Is the key that of this service?`,
        ),
  ];
};
