import { useState } from "preact/hooks";
import type { WaitingMail } from "../../../api/schemas/endpoints.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import type { SentProblem } from "../../../standard-webhooks/client.ts";
import { useConsole } from "../context.ts";
import { askOutbox } from "../endpoints/ask-endpoints.ts";
import { describeProblem } from "../error-messages.ts";

/** What came of the last thing that was done with a mail. */
interface Outcome {
  readonly text: string;
  readonly isWrong: boolean;
}

/** The mails that wait for a person, as far as this key may clear them. */
export const useMails = () => {
  const context = useConsole();
  const { messages } = context;
  const [mails, setMails] = useState<readonly WaitingMail[]>();
  const [outcome, setOutcome] = useState<Outcome>();
  const explain = (error: SentProblem | "unreachable"): void =>
    setOutcome({ text: error === "unreachable" ? messages.setup.noLine : describeProblem(error, context), isWrong: true });

  const load = async (): Promise<void> => {
    const listed = await askOutbox<{ readonly mails: readonly WaitingMail[] }>(context, { request: "mails.list" });
    if (listed.ok) setMails(listed.value.mails);
    else explain(listed.error);
  };
  const clear = async (request: "mails.send" | "mails.drop", { name, meeting, position }: WaitingMail): Promise<void> => {
    setOutcome(undefined);
    const cleared = await askOutbox<{ readonly delivered?: boolean; readonly why?: string }>(context, { request, name, meeting, position });
    if (!cleared.ok) explain(cleared.error);
    else if (cleared.value.delivered === false)
      setOutcome({ text: interpolate(messages.mails.notSent, { why: cleared.value.why ?? "" }), isWrong: true });
    else if (cleared.value.delivered) setOutcome({ text: messages.mails.sent, isWrong: false });
    await load();
  };
  return {
    mails,
    outcome,
    load,
    send: (mail: WaitingMail): Promise<void> => clear("mails.send", mail),
    drop: (mail: WaitingMail): Promise<void> => clear("mails.drop", mail),
  };
};
