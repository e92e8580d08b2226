import { useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { acceptInvitation } from "./accept-invitation.ts";

/** What someone sees who opened an invitation: one button, which enrols this browser. */
export const AcceptPanel = ({ code, onAccepted }: { readonly code: string; readonly onAccepted: () => void }) => {
  const context = useConsole();
  const { messages, address, key, clock, changeKey } = context;
  const { invitation: say } = messages;
  const [wrong, setWrong] = useState<string>();
  const accept = async (): Promise<void> => {
    const accepted = await acceptInvitation(code, address.body, key, clock);
    if (accepted.ok) {
      onAccepted();
      changeKey(accepted.value);
      return;
    }
    const { error } = accepted;
    if (error === "no-key") setWrong(messages.key.notHere);
    else if (error === "unreachable") setWrong(messages.setup.noLine);
    // One that was spent, revoked or is over signs for nothing.
    else setWrong(error.status === 401 ? say.spent : describeProblem(error, context));
  };
  return (
    <section class="invited" aria-labelledby="invited">
      <h2 id="invited">{say.invited}</h2>
      <p>{say.invitedHint}</p>
      {wrong !== undefined && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <button type="button" class="go" onClick={() => void accept()}>
        {say.accept}
      </button>
    </section>
  );
};
