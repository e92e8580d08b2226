import { useCallback, useEffect, useState } from "preact/hooks";
import type { Language } from "../../meeting/text.ts";
import { readHistory, readMeeting, type HistoryEntry, type Meeting, type Place } from "./service.ts";

/** How often a meeting is looked at again while the page is in view, in milliseconds. */
const EVERY = 15_000;

/** The service may read what it shows once a second only: how soon to ask again after an event, in milliseconds, and how often. */
const AGAIN_AFTER = 300;
const PATIENCE = 10;

export interface Followed {
  readonly meeting: Meeting | undefined;
  readonly history: readonly HistoryEntry[];
  /** Whether the service could be reached when it was last asked. */
  readonly isOnline: boolean;
  /** Looks again, until it is at this version at least. */
  readonly refresh: (version?: number) => Promise<void>;
}

/** A meeting as the service has it, looked at again after every event, and when the page or the line is back. */
export const useMeeting = (place: Place, language: Language): Followed => {
  const [meeting, setMeeting] = useState<Meeting>();
  const [history, setHistory] = useState<readonly HistoryEntry[]>([]);
  const [isOnline, setOnline] = useState(true);
  const refresh = useCallback(
    async (version = 0) => {
      try {
        for (let tries = 0; tries < PATIENCE; tries += 1) {
          const [now, past] = await Promise.all([readMeeting(place), readHistory(place, language)]);
          setMeeting((known) => (known?.version === now.version ? known : now));
          setHistory((known) => (known.length === past.length ? known : past));
          setOnline(true);
          if (now.version >= version) return;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
        }
      } catch {
        setOnline(false);
      }
    },
    [place, language],
  );
  useEffect(() => {
    const look = (): void => void (document.visibilityState === "visible" && refresh());
    const lost = (): void => setOnline(false);
    void refresh();
    const timer = setInterval(look, EVERY);
    globalThis.addEventListener("online", look);
    globalThis.addEventListener("offline", lost);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      globalThis.removeEventListener("online", look);
      globalThis.removeEventListener("offline", lost);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh]);
  return { meeting, history, isOnline, refresh };
};
