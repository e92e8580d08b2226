import { hasMessage } from "../console/error-messages.ts";
import type { ConsoleMessages } from "../console/messages/messages.ts";
import type { SetupFault } from "./set-up-body.ts";

/** What is wrong with fields of a form, by their names, as the service says it. */
export const listFieldFaults = (fault: SetupFault | undefined): ReadonlyMap<string, string> =>
  new Map(
    typeof fault === "object"
      ? (fault.errors ?? []).map(({ field, message }) => [field === "data.body" ? "id" : (field.split(".").at(-1) ?? field), message])
      : [],
  );

/** Why it did not come to pass. */
export const describeFault = (fault: SetupFault, { setup, key, refusals, problems }: ConsoleMessages): string => {
  if (fault === "not-a-code") return setup.notACode;
  if (fault === "no-key") return key.notHere;
  if (fault === "unreachable") return setup.noLine;
  const { code, reason = "", detail } = fault;
  if (hasMessage(refusals, reason)) return refusals[reason];
  // A code that signs for nothing that is offered is as good as none.
  if (fault.status === 401) return refusals["setup-link-used"];
  return hasMessage(problems, code) ? problems[code] : `${problems.other} ${detail}`;
};
