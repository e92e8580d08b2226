import { checkDoor } from "./door-check.ts";
import { reportFailure, type Finding } from "./finding.ts";
import type { Check, CheckTarget } from "./check-target.ts";
import { checkConnections } from "./proxy-check.ts";
import { fetchIn } from "./public-site.ts";
import { checkBackups, checkCertificate, checkFeeds, checkHealth, checkRoom, checkSession } from "./service-checks.ts";

/** Each with what it means where it comes to no end. */
const OF_SERVICE: readonly (readonly [Check, string])[] = [
  [checkHealth, "Its health is not told"],
  [checkDoor, "The door could not be tried"],
  [checkFeeds, "The feeds could not be read"],
  [checkRoom, "The meetings could not be read"],
  [checkSession, "The meetings could not be read"],
  [checkConnections, "nginx's configuration could not be read"],
];
const OF_MACHINE: readonly (readonly [Check, string])[] = [[checkBackups, "The backups could not be read"]];

const describeError = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
};

const runCheck = async (check: Check, target: CheckTarget, otherwise: string): Promise<readonly Finding[]> => {
  try {
    return await check(target);
  } catch (error) {
    return [reportFailure(`${otherwise}: ${describeError(error)}`, "See what the service says of it, and what stands in front of it.")];
  }
};

/** A stranger must get nothing that is signed, so it is made sure first that this is Plenary. */
const checkIdentity: Check = async ({ url }) => {
  const response = await fetchIn(`${url}/healthz`);
  const told: unknown = await response.json().catch(() => undefined);
  return typeof told === "object" && told !== null && "storage" in told && "faults" in told
    ? []
    : [
        reportFailure(
          `${url}/healthz answered ${response.status}, not as Plenary does.`,
          "Is the address right? See what stands in front of it.",
        ),
      ];
};

/** Looks at a service from outside, changes nothing, and tells what it found. One that is down, or is not Plenary, is not asked any further. */
export const examineService = async (target: CheckTarget): Promise<readonly Finding[]> => {
  const certificate = await runCheck(checkCertificate, target, "There is no certificate that can be trusted");
  const stranger = await runCheck(checkIdentity, target, `Nothing answers at ${target.url}`);
  const findings: Finding[] = [...certificate, ...stranger];
  for (const [check, otherwise] of [...(stranger.length > 0 ? [] : OF_SERVICE), ...OF_MACHINE])
    findings.push(...(await runCheck(check, target, otherwise)));
  return findings;
};
