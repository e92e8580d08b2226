import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Clock } from "./server-clock.ts";
import type { ConsoleKey } from "./key/key.ts";
import type { Queue } from "./outbox/queue.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { SentEvent } from "./outbox/use-outbox.ts";
import type { DraftBatch } from "./event/draft-event.ts";
import type { Send } from "./send.ts";
import type { HistoryEntry } from "../../reports/history.ts";
import type { Drafts } from "./drafts/use-drafts.ts";
import type { KeyLimits } from "./key/use-limits.ts";
import type { Meeting, MeetingAddress } from "./api.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** What the door says of the key: whether it may speak for this body. */
export type KeyStatus = "unknown" | "enrolled" | "not-enrolled" | "not-permitted" | "unreachable";

/** Everything that the parts of the console share. */
export interface ConsoleContext {
  readonly address: MeetingAddress;
  readonly messages: ConsoleMessages;
  readonly clock: Clock;
  readonly meeting: Meeting;
  readonly history: readonly HistoryEntry[];
  readonly key: ConsoleKey | undefined;
  readonly keyStatus: KeyStatus;
  readonly changeKey: (key: ConsoleKey | undefined) => void;
  readonly checkKey: () => void;
  readonly send: Send | undefined;
  readonly outbox: Outbox;
  readonly queue: Queue;
  /** What left since the page was opened. */
  readonly sent: readonly SentEvent[];
  /** What the key of this browser may; undefined until the service has said so. */
  readonly limits: KeyLimits | undefined;
  readonly drafts: Drafts;
  /** Sends it at once; or shows its form, or its effect, first. */
  readonly startDraft: (draft: DraftBatch) => void;
}

/** What the programme shows and orders: the same while events wait and leave, lest a great programme be drawn anew by each. */
export interface ProgrammeContext extends Pick<ConsoleContext, "meeting" | "messages" | "startDraft"> {
  /** By the clock of the meeting's place. */
  readonly today: string;
}

const Programme = createContext<ProgrammeContext | undefined>(undefined);

export const ProgrammeProvider = Programme.Provider;

export const useProgramme = (): ProgrammeContext => {
  const context = useContext(Programme);
  if (!context) throw new Error("The programme has no context here.");
  return context;
};

const Context = createContext<ConsoleContext | undefined>(undefined);

export const ConsoleProvider = Context.Provider;

export const useConsole = (): ConsoleContext => {
  const context = useContext(Context);
  if (!context) throw new Error("The console has no context here.");
  return context;
};
