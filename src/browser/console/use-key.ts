import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { newId } from "../../webhooks/sender.ts";
import type { Clock } from "./clock.ts";
import type { KeyStatus } from "./desk.ts";
import { forgetKey, heldKey, keepKey, type HeldKey } from "./key.ts";
import { createSend, type Attempt, type Send } from "./sender.ts";
import type { Place } from "./service.ts";

export interface Signing {
  readonly key: HeldKey | undefined;
  /** Whether it is known already which key this browser holds. */
  readonly isRead: boolean;
  readonly status: KeyStatus;
  /** Whether the browser promised not to clear it. */
  readonly isKept: boolean;
  readonly send: Send | undefined;
  readonly change: (key: HeldKey | undefined) => void;
  readonly check: () => void;
}

/** A signature that is believed is answered by its event: applied, or impossible. */
const statusOf = (attempt: Attempt): KeyStatus => {
  if (attempt.kind === "unreachable") return "unreachable";
  if (attempt.kind === "applied") return "enrolled";
  const { code, status } = attempt.problem;
  if (code === "not-permitted") return "not-permitted";
  return status === 401 ? "not-enrolled" : status >= 500 || status === 429 ? "unreachable" : "enrolled";
};

/** The key of this browser for a body, and what a signed dry run tells of it. */
export const useKey = ({ body, meeting }: Place, clock: Clock): Signing => {
  const [key, setKey] = useState<HeldKey>();
  const [status, setStatus] = useState<KeyStatus>("unknown");
  const [isRead, setRead] = useState(false);
  const [isKept, setKept] = useState(true);
  const send = useMemo(() => key && createSend(body, key, clock), [body, key, clock]);
  const check = useCallback(async () => {
    if (!send) return;
    const attempt = await send(newId(), (now) => ({
      type: "meeting.opened",
      timestamp: new Date(now).toISOString(),
      dryRun: true,
      data: { body, meeting },
    }));
    setStatus(statusOf(attempt));
  }, [send, body, meeting]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      setKey(await heldKey(body));
      setRead(true);
    };
    void read();
  }, [body]);
  useEffect(() => {
    setStatus("unknown");
    void check();
  }, [check]);
  useEffect(() => {
    // Once the service has spoken of the key, only events go out when the line is back: a dry run beside them would be refused.
    if (status !== "unreachable") return undefined;
    globalThis.addEventListener("online", check);
    return () => globalThis.removeEventListener("online", check);
  }, [status, check]);
  const change = (next: HeldKey | undefined): void => {
    setKey(next);
    void (next ? keepKey(body, next).then(setKept) : forgetKey(body));
  };
  return { key, isRead, status, isKept, send, change, check: () => void check() };
};
