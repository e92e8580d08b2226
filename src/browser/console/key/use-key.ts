import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { createWebhookId } from "../../../standard-webhooks/client.ts";
import type { Clock } from "../server-clock.ts";
import type { KeyStatus } from "../context.ts";
import { isTransient } from "../outbox/queue.ts";
import { forgetKey, readKey, storeKey, type ConsoleKey } from "./key.ts";
import { createSend, type SendResult, type Send } from "../send.ts";
import type { MeetingAddress } from "../api.ts";

export interface Signing {
  readonly key: ConsoleKey | undefined;
  /** Whether it is known already which key this browser holds. */
  readonly isRead: boolean;
  readonly status: KeyStatus;
  /** Whether the browser promised not to clear it. */
  readonly isKept: boolean;
  readonly send: Send | undefined;
  readonly change: (key: ConsoleKey | undefined) => void;
  readonly check: () => void;
}

/** How soon a service that could not be asked is asked again, in milliseconds. */
const ASK_AGAIN_AFTER = 30_000;

/** A signature that is believed is answered by its event: applied, or impossible. */
const deriveKeyStatus = (result: SendResult): KeyStatus => {
  if (result.ok) return "enrolled";
  const { error: problem } = result;
  if (problem === "unreachable") return "unreachable";
  if (problem.code === "not-permitted") return "not-permitted";
  return isTransient(problem) ? "unreachable" : problem.status === 401 ? "not-enrolled" : "enrolled";
};

/** Whether the service has yet to speak of the key. */
const isUndecided = (status: KeyStatus): boolean => status === "unknown" || status === "unreachable";

/** The key of this browser for a body, and what a signed dry run tells of it. */
export const useKey = ({ body, meeting }: MeetingAddress, clock: Clock): Signing => {
  const [key, setKey] = useState<ConsoleKey>();
  const [status, setStatus] = useState<KeyStatus>("unknown");
  const [isRead, setRead] = useState(false);
  const [isKept, setKept] = useState(true);
  const ask = useMemo(() => key && createSend(body, key, clock), [body, key, clock]);
  // Whatever is sent tells of the key by its answer.
  const send = useMemo((): Send | undefined => {
    if (!ask) return undefined;
    return async (id, eventAt) => {
      const result = await ask(id, eventAt);
      setStatus((before) => (isUndecided(before) ? deriveKeyStatus(result) : before));
      return result;
    };
  }, [ask]);
  const check = useCallback(async () => {
    if (!ask) return;
    const result = await ask(createWebhookId(), (now) => ({
      type: "meeting.opened",
      timestamp: new Date(now).toISOString(),
      dryRun: true,
      data: { body, meeting },
    }));
    setStatus(deriveKeyStatus(result));
  }, [ask, body, meeting]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      setKey(await readKey(body));
      setRead(true);
    };
    void read();
  }, [body]);
  useEffect(() => {
    setStatus("unknown");
    void check();
  }, [check]);
  const change = (next: ConsoleKey | undefined): void => {
    setKey(next);
    void (next ? storeKey(body, next).then(setKept) : forgetKey(body));
  };
  const askNow = useCallback(() => void check(), [check]);
  return { key, isRead, status, isKept, send, change, check: askNow };
};

/** Asks about the key again while the service could not be asked: not beside events that wait, which tell of it, and would be upset. */
export const useKeyRecheck = ({ status, check }: Pick<Signing, "status" | "check">, isWaiting: boolean): void => {
  useEffect(() => {
    if (status !== "unreachable" || isWaiting) return undefined;
    const timer = setInterval(check, ASK_AGAIN_AFTER);
    globalThis.addEventListener("online", check);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener("online", check);
    };
  }, [status, check, isWaiting]);
};
