import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Language } from "../../../meeting/text.ts";
import { connectSocket, isSameVersion, isUpTo, type LiveVersion } from "../../reconnecting-socket.ts";
import { formatLivePath } from "../../../calendar/addresses.ts";
import type { HistoryEntry } from "../../../reports/history.ts";
import { fetchHistory, fetchMeeting, type Meeting, type MeetingAddress } from "../api.ts";

/** The service may read what it shows once a second only: how soon to ask again after an event, in milliseconds, and how often. */
const AGAIN_AFTER = 300;
const PATIENCE = 10;

interface Followed {
  readonly meeting: Meeting | undefined;
  readonly history: readonly HistoryEntry[];
  /** Whether the service could be reached when it was last asked. */
  readonly isOnline: boolean;
  /** When what is shown was kept, where there is no line: milliseconds of the epoch. */
  readonly keptAt: number | undefined;
  /** Looks again, until it is at this version at least. */
  readonly refresh: (version?: number, joint?: number) => Promise<void>;
}

/** A meeting as the service has it, followed live. */
export const useMeeting = (address: MeetingAddress, language: Language): Followed => {
  const [meeting, setMeeting] = useState<Meeting>();
  const [history, setHistory] = useState<readonly HistoryEntry[]>([]);
  const [isOnline, setOnline] = useState(true);
  const [keptAt, setKeptAt] = useState<number>();
  const seen = useRef<LiveVersion>({ version: 0, joint: 0 });
  const refresh = useCallback(
    async (version = 0, joint = 0) => {
      try {
        for (let tries = 0; tries < PATIENCE; tries += 1) {
          const [{ value: now, keptAt: since }, past] = await Promise.all([fetchMeeting(address), fetchHistory(address, language)]);
          const there = { version: now.version, joint: now.joint ?? 0 };
          if (!isUpTo(seen.current, there)) {
            setMeeting(now);
            setHistory(past);
            seen.current = there;
          }
          setOnline(since === undefined);
          setKeptAt(since);
          if (since !== undefined || isUpTo(there, { version, joint })) return;
          await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
        }
      } catch {
        setOnline(false);
      }
    },
    [address, language],
  );
  useEffect(() => {
    const follow = async (): Promise<void> => {
      await refresh();
      connectSocket(formatLivePath(address.body, address.meeting), {
        onVersion: (told) => {
          if (isSameVersion(told, seen.current)) return setOnline(true);
          // Lower than before, where the service was restored from a copy.
          const { version, joint } = seen.current;
          seen.current = { version: Math.min(version, told.version - 1), joint: Math.min(joint, told.joint) };
          void refresh(told.version, told.joint);
        },
        // Where only the live line is lost, this looks again each time that it is tried.
        onLost: () => void refresh(),
      });
    };
    void follow();
  }, [refresh, address]);
  return { meeting, history, isOnline, keptAt, refresh };
};
