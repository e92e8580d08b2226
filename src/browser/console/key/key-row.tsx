import { useId, useState } from "preact/hooks";
import type { ListedKey } from "../../../meeting/body-key.ts";
import { findRole } from "../../../meeting/roles.ts";
import { interpolate } from "../../../meeting/interpolate.ts";
import { useConsole } from "../context.ts";
import { hasMessage } from "../error-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";

/** What a key may: by the office whose limits it has, or event by event. */
const describeLimits = (listed: ListedKey, { invitation, events, own }: ConsoleMessages): string => {
  const role = findRole(listed);
  if (role) return invitation.roles[role];
  return (listed.events ?? []).map((type) => (hasMessage(events, type) ? events[type] : type)).join(own.punctuation.semicolon);
};

interface KeyRowProps {
  readonly listed: ListedKey;
  /** Whether it is this browser's. */
  readonly isOwn: boolean;
  readonly until: string;
  readonly used: string;
  readonly onRevoke: () => void;
}

/** A key, by whose it is and what it may. */
export const KeyRow = ({ listed, isOwn, until, used, onRevoke }: KeyRowProps) => {
  const { messages } = useConsole();
  const { keys: say, invitation, key: own } = messages;
  const [isSure, setSure] = useState(false);
  const about = useId();
  const { name, label, meeting, invites } = listed;
  return (
    <li>
      <div id={about}>
        <p class="what">
          <strong>
            <bdi>{label ?? name}</bdi>
          </strong>{" "}
          {isOwn && <span class="tag">{own.title}</span>}
        </p>
        <p>{invites ? say.invites : describeLimits(listed, messages)}</p>
        <p class="soft">
          {[until, ...(invites ? [] : [used]), ...(meeting === undefined ? [] : [interpolate(say.meeting, { meeting })])].join(" ")}
        </p>
      </div>
      {/* Who would end their own could not take it back. */}
      {!isOwn && (
        <button type="button" class="quiet ending" aria-describedby={about} onClick={() => (isSure ? onRevoke() : setSure(true))}>
          {isSure ? say.sure : invitation.revoke}
        </button>
      )}
    </li>
  );
};
