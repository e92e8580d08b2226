import { formatLocalTime, getDate } from "../../meeting/local-time.ts";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { MoreActions } from "./meeting/actions.tsx";
import { IssuePanel } from "./issue/issue-panel.tsx";
import { LifecycleOrders } from "./meeting/lifecycle-orders.tsx";
import { Programme } from "./meeting/programme.tsx";
import { AgendaPane } from "./agenda/agenda-pane.tsx";
import { createClock } from "./server-clock.ts";
import { ConsoleProvider, ProgrammeProvider, type ConsoleContext, type ProgrammeContext } from "./context.ts";
import { NoticesPanel } from "./house/notices-panel.tsx";
import { KeyPanel } from "./key/key-panel.tsx";
import { parseCode } from "../../standard-webhooks/access-code.ts";
import { AcceptPanel } from "./invitation/accept-panel.tsx";
import { InvitePanel } from "./invitation/invite-panel.tsx";
import { EndpointsPanel } from "./endpoints/endpoints-panel.tsx";
import { MailsPanel } from "./mails/mails-panel.tsx";
import { isStopped } from "./outbox/queue.ts";
import { listToPassOn, MessageToPassOn } from "./outbox/message.tsx";
import { useOutbox } from "./outbox/use-outbox.ts";
import { OutboxBar } from "./outbox/outbox-bar.tsx";
import { PastEvents } from "./meeting/past-events.tsx";
import type { DraftBatch } from "./event/draft-event.ts";
import { enqueueAtOnce } from "./event/enqueue.ts";
import { EventDialog } from "./event/event-dialog.tsx";
import { goesAtOnce } from "./event/sheets.ts";
import { StatusHeader } from "./meeting/status-header.tsx";
import { DraftsPanel } from "./drafts/drafts-panel.tsx";
import { useDrafts } from "./drafts/use-drafts.ts";
import { useHandedDraft } from "./drafts/use-handed-draft.ts";
import type { MeetingAddress } from "./api.ts";
import { KeysPanel } from "./key/keys-panel.tsx";
import { canGive, canMakeKeys, limitMeeting, useLimits } from "./key/use-limits.ts";
import { useKeyRecheck, useKey } from "./key/use-key.ts";
import { useMeeting } from "./meeting/use-meeting.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

interface AppProps {
  readonly address: MeetingAddress;
  readonly messages: ConsoleMessages;
  /** Where the service is, for links in messages. */
  readonly origin: string;
}

export const ConsoleApp = ({ address, messages, origin }: AppProps) => {
  const [, setTick] = useState(0);
  const clock = useMemo(() => createClock(() => setTick((tick) => tick + 1)), []);
  const { meeting, history, isOnline, keptAt, refresh } = useMeeting(address, messages.own.language);
  const { key, isRead, status, isKept, send, change, check } = useKey(address, clock);
  const [draft, setDraft] = useState<DraftBatch>();
  const [code, setCode] = useState(() => (parseCode(location.hash.slice(1)) ? location.hash.slice(1) : undefined));
  const { outbox, sent } = useOutbox(address.body, (answer) => void refresh(answer.version));
  useEffect(() => outbox?.signWith(send), [outbox, send]);
  const waiting = outbox?.readQueue() ?? [];
  useKeyRecheck({ status, check }, waiting.length > 0 && !isStopped(waiting));

  const limits = useLimits(address.body, key, status, clock);
  const drafts = useDrafts(address, limits?.dryRunsOnly === true);
  useHandedDraft(messages, setDraft);
  const limited = useMemo(() => meeting && limitMeeting(meeting, limits), [meeting, limits]);

  const today = limited && getDate(formatLocalTime(clock.now(), limited.record.timezone));
  const start = useRef<ConsoleContext["startDraft"]>(setDraft);
  const shown = useMemo(
    (): ProgrammeContext | undefined =>
      limited && today !== undefined ? { meeting: limited, messages, today, startDraft: (next) => start.current(next) } : undefined,
    [limited, messages, today],
  );
  const programme = useMemo(() => <Programme />, []);

  if (!limited || !shown || !outbox || !isRead) return <p role="status">{isOnline ? messages.loading : messages.connection.down}</p>;
  const context: ConsoleContext = {
    address,
    messages,
    clock,
    meeting: limited,
    history,
    key,
    keyStatus: status,
    changeKey: change,
    checkKey: check,
    send,
    outbox,
    queue: outbox.readQueue(),
    sent,
    limits,
    drafts,
    startDraft: (next) => (key && !drafts.isPreparing && goesAtOnce(next, limited) ? enqueueAtOnce(next, context) : setDraft(next)),
  };
  start.current = context.startDraft;
  // Once it may send it is seldom looked at.
  const isAsked = !key || status === "not-enrolled";
  const keyPanel = <KeyPanel isKept={isKept || !outbox.isKept()} isAsked={isAsked} />;
  const forgetCode = (): void => {
    setCode(undefined);
    globalThis.history.replaceState(null, "", location.pathname);
  };
  const toPassOn = listToPassOn(sent);
  return (
    <ConsoleProvider value={context}>
      <ProgrammeProvider value={shown}>
        <StatusHeader isOnline={isOnline} keptAt={keptAt} />
        <div class="console-grid">
          {isAsked && code !== undefined && <AcceptPanel code={code} onAccepted={forgetCode} />}
          {isAsked && keyPanel}
          <div class="doing">
            {programme}
            {toPassOn.length > 0 && <MessageToPassOn sent={toPassOn} origin={origin} />}
          </div>
          <div class="beside">
            <h2>{messages.groups.meeting}</h2>
            <LifecycleOrders />
            <MoreActions />
            <PastEvents />
            <IssuePanel />
            {limits && <DraftsPanel origin={origin} />}
            {canGive("notice.given", limits) && <NoticesPanel />}
            {canMakeKeys(limits) && <InvitePanel origin={origin} />}
            {canMakeKeys(limits) && <KeysPanel />}
            {limits?.rights?.includes("news") && <MailsPanel />}
            {status === "enrolled" && <EndpointsPanel />}
            {!isAsked && keyPanel}
          </div>
          {!limits?.events && <AgendaPane />}
        </div>
        <div role="status">
          <OutboxBar isOnline={isOnline} />
        </div>
        {draft && <EventDialog draft={draft} onClose={() => setDraft(undefined)} />}
      </ProgrammeProvider>
    </ConsoleProvider>
  );
};
