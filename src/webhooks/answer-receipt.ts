import type { Answer } from "../api/schemas/answer.ts";
import type { Impossibility } from "../api/schemas/problem.ts";
import { refuse, type Problem } from "../http/problems.ts";
import type { PlenaryEvent } from "../meeting/events.ts";
import { succeed, type Result } from "../meeting/result.ts";
import type { Receipt } from "../store/body/receipt.ts";
import { refuseFields } from "./parse-event.ts";

/** What a sender is told of what its body made of an event. */
export const answerReceipt = (receipt: Receipt, event: PlenaryEvent, id: string): Result<Answer, Problem> => {
  if (receipt.ok) return succeed(receipt.value.answer);
  const { error } = receipt;
  switch (error.kind) {
    case "refused": {
      const { refusal, state, version, next, differences } = error;
      const { code: reason, message, values, alsoWithdraw } = refusal;
      const impossibility: Impossibility = {
        reason,
        ...(values && { values }),
        state,
        version,
        next,
        ...(alsoWithdraw && { alsoWithdraw }),
        ...(differences && { differences }),
      };
      return refuse("impossible", message, { ...impossibility });
    }
    case "invalid":
      return refuseFields(error.errors);
    case "no-such-meeting":
      return refuse(
        "no-such-meeting",
        `${event.data.body} has no meeting "${"meeting" in event.data ? event.data.meeting : ""}". Send meeting.announced first.`,
      );
    case "not-permitted":
      return refuse("not-permitted", error.why);
    case "no-such-body":
      return refuse("no-such-body", `No body is registered as "${event.data.body}". Send body.registered first.`);
    case "unfoldable":
      return refuse(
        "unfoldable",
        "This release can't read the meeting's log, so it takes no event and serves what was last known. Its operator must be told.",
      );
    case "id-reused":
      return refuse(
        "id-reused",
        `webhook-id ${id} came before with another body. A retry sends the same bytes; another event needs an id of its own.`,
      );
  }
};
