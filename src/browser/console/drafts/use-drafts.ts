import { createStore, get, set } from "idb-keyval";
import { useEffect, useState } from "preact/hooks";
import { formatMeetingPath } from "../../../calendar/addresses.ts";
import type { MeetingAddress } from "../api.ts";
import type { PreparedEvent } from "./encode-draft.ts";

/** What was put aside here of a meeting, and whether orders are put aside now. */
export interface Drafts {
  readonly events: readonly PreparedEvent[];
  readonly change: (events: readonly PreparedEvent[]) => void;
  readonly isPreparing: boolean;
  readonly prepare: (isPreparing: boolean) => void;
}

const store = createStore("plenary-drafts", "drafts");

/** @param isPreparer whether this browser's key sends nothing */
export const useDrafts = ({ body, meeting }: MeetingAddress, isPreparer: boolean): Drafts => {
  const [events, setEvents] = useState<readonly PreparedEvent[]>([]);
  const [isPreparing, setPreparing] = useState(false);
  const key = formatMeetingPath(body, meeting);
  useEffect(() => {
    const read = async (): Promise<void> => {
      try {
        setEvents((await get<readonly PreparedEvent[]>(key, store)) ?? []);
      } catch {
        // Where the browser keeps nothing, nothing was put aside.
      }
    };
    void read();
  }, [key]);
  return {
    events,
    change: (next) => {
      setEvents(next);
      void set(key, next, store).catch(() => undefined);
    },
    isPreparing: isPreparer || isPreparing,
    prepare: setPreparing,
  };
};
