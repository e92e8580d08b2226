import { useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import { localizePath } from "../../../i18n/paths.ts";
import { useConsole } from "../context.ts";
import { revokeInvitation, type Invitation } from "./make-invitation.ts";
import { QrImage } from "./qr-image.tsx";

interface MadeProps {
  readonly made: Invitation;
  readonly origin: string;
  readonly onRevoked: () => void;
}

/** An invitation to hand over: its code to be photographed, its link to be sent, and the way to take it back. */
export const MadeInvitation = ({ made, origin, onRevoked }: MadeProps) => {
  const { messages, address, send } = useConsole();
  const { invitation: say, message, own } = messages;
  const [isCopied, setCopied] = useState(false);
  const page = `${origin}${localizePath(own.language, `${formatMeetingPath(address.body, address.meeting)}/console`)}`;
  const url = `${page}#${made.code}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  const revoke = async (): Promise<void> => {
    if (send && (await revokeInvitation(address.body, made, send))) onRevoked();
  };
  return (
    <div class="made">
      <p>{say.made}</p>
      <QrImage text={url} label={say.qr} />
      <p>
        <code dir="ltr">{url}</code>
      </p>
      <div class="bar">
        <button type="button" onClick={() => void copy()}>
          {isCopied ? messages.page.copied : messages.page.copy}
        </button>
        {"share" in navigator && (
          <button type="button" class="quiet" onClick={() => void navigator.share({ url }).catch(() => undefined)}>
            {message.share}
          </button>
        )}
        <button type="button" class="quiet ending" onClick={() => void revoke()}>
          {say.revoke}
        </button>
      </div>
    </div>
  );
};
