import { useState } from "preact/hooks";
import { ROLE_NAMES, type RoleName } from "../../../meeting/roles.ts";
import { useConsole } from "../context.ts";
import { describeProblem } from "../error-messages.ts";
import { makeInvitation, type Invitation } from "./make-invitation.ts";
import { MadeInvitation } from "./made-invitation.tsx";

/** Hours for which a link can be good. */
const PERIODS = ["1", "24", "168"] as const;

/** Invites a colleague's browser: by a link that is good once, for a time, and for what a role does. */
export const InvitePanel = ({ origin }: { readonly origin: string }) => {
  const context = useConsole();
  const { messages, address, send } = context;
  const { invitation: say } = messages;
  const [made, setMade] = useState<Invitation>();
  const [wrong, setWrong] = useState<string>();
  /** Said in full beside its choice, which is cut off on a phone. */
  const [role, setRole] = useState<RoleName>(ROLE_NAMES[0] ?? "secretary");
  const invite = async (form: FormData): Promise<void> => {
    if (!send) return;
    const label = form.get("label");
    const named = typeof label === "string" && label.trim() !== "" && { label: label.trim() };
    const invited = {
      body: address.body,
      role,
      ...named,
      hours: Number(form.get("hours")),
      ...(form.has("alone") && { meeting: address.meeting }),
    };
    const answer = await makeInvitation(invited, send);
    if (answer.ok) setMade(answer.value);
    else setWrong(answer.error === "unreachable" ? messages.setup.noLine : describeProblem(answer.error, context));
  };
  return (
    <details class="invite">
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(undefined);
          void invite(new FormData(event.currentTarget));
        }}
      >
        <div class="field">
          <label for="invited-role">{say.role}</label>
          <select
            id="invited-role"
            name="role"
            aria-describedby="invited-role-hint"
            onChange={({ currentTarget }) => setRole(ROLE_NAMES.find((name) => name === currentTarget.value) ?? role)}
          >
            {ROLE_NAMES.map((name) => (
              <option key={name} value={name}>
                {say.roles[name]}
              </option>
            ))}
          </select>
          <p class="hint" id="invited-role-hint">
            {say.roles[role]}
          </p>
        </div>
        <div class="field">
          <label for="invited-label">{messages.keys.label}</label>
          <input id="invited-label" name="label" type="text" maxLength={80} autocomplete="off" />
        </div>
        <div class="field">
          <label for="invited-hours">{say.goodFor}</label>
          <select id="invited-hours" name="hours">
            {PERIODS.map((hours) => (
              <option key={hours} value={hours}>
                {say.periods[hours]}
              </option>
            ))}
          </select>
        </div>
        <label class="box">
          <input type="checkbox" name="alone" /> <span>{say.thisMeeting}</span>
        </label>
        {wrong !== undefined && (
          <p class="wrong" role="alert">
            {wrong}
          </p>
        )}
        <button type="submit">{say.make}</button>
      </form>
      <div aria-live="polite">
        {made && <MadeInvitation key={made.name} made={made} origin={origin} onRevoked={() => setMade(undefined)} />}
      </div>
    </details>
  );
};
