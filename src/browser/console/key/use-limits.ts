import { useEffect, useState } from "preact/hooks";
import type { ListedKey } from "../../../meeting/body-key.ts";
import type { Meeting } from "../api.ts";
import { askAboutKeys } from "../ask.ts";
import type { KeyStatus } from "../context.ts";
import type { Clock } from "../server-clock.ts";
import { keepLimits, readKeptLimits } from "./kept-limits.ts";
import type { ConsoleKey } from "./key.ts";

/** What the key of this browser may, of those limits that it has; without any, everything. */
export type KeyLimits = Partial<ListedKey>;

const ALL: KeyLimits = { rights: ["keys", "replace", "endpoints", "news"] };

/** What the service says that this browser's key may, or said when it could be asked last; undefined where it never said so. */
export const useLimits = (body: string, key: ConsoleKey | undefined, status: KeyStatus, clock: Clock): KeyLimits | undefined => {
  const [limits, setLimits] = useState<KeyLimits>();
  useEffect(() => {
    let isGone = false;
    setLimits(undefined);
    const read = async (): Promise<void> => {
      const kept = key && (await readKeptLimits(body, key));
      if (!isGone) setLimits((before) => before ?? kept);
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [body, key]);
  useEffect(() => {
    if (!key) return;
    const learn = (told: KeyLimits | undefined): void => {
      setLimits(told);
      void keepLimits(body, key, told);
    };
    if (status === "not-enrolled") return learn(undefined);
    if (status !== "enrolled" && status !== "not-permitted") return;
    const ask = async (): Promise<void> => {
      const own = await askAboutKeys<{ readonly key?: ListedKey }>(key, { request: "keys.own", body }, clock);
      // The operator's has none.
      if (own.ok) learn(own.value.key ?? ALL);
    };
    void ask();
  }, [body, key, status, clock]);
  return limits;
};

export const canMakeKeys = (limits: KeyLimits | undefined): boolean => limits?.rights?.includes("keys") ?? false;

/** Whether a key may send an event, as far as the service has said. */
export const canGive = (type: string, limits: KeyLimits | undefined): boolean =>
  limits !== undefined && !limits.dryRunsOnly && (limits.events?.includes(type) ?? true);

/** A meeting with the orders that a key may give: who may give few sees no others. */
export const limitMeeting = (meeting: Meeting, limits: KeyLimits | undefined): Meeting => {
  const { events } = limits ?? {};
  return events ? { ...meeting, next: meeting.next.filter(({ type }) => events.includes(type)) } : meeting;
};
