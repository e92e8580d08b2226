import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Clock } from "./server-clock.ts";
import type { HeldKey } from "./key/key.ts";
import type { Letters } from "./outbox/queue.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Proposal } from "./event/draft-event.ts";
import type { Send } from "./send.ts";
import type { HistoryEntry, Meeting, Place } from "./api.ts";
import type { ConsoleWords } from "./words/words.ts";

/** What the door says of the key: whether it may speak for this body. */
export type KeyStatus = "unknown" | "enrolled" | "not-enrolled" | "not-permitted" | "unreachable";

/** Everything that the parts of the console share. */
export interface Desk {
  readonly place: Place;
  readonly words: ConsoleWords;
  readonly clock: Clock;
  readonly meeting: Meeting;
  readonly history: readonly HistoryEntry[];
  readonly key: HeldKey | undefined;
  readonly keyStatus: KeyStatus;
  readonly useKey: (key: HeldKey | undefined) => void;
  readonly checkKey: () => void;
  readonly send: Send | undefined;
  readonly outbox: Outbox;
  readonly letters: Letters;
  readonly propose: (proposal: Proposal) => void;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There is no desk here.");
  return desk;
};
