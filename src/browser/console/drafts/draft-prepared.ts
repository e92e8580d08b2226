import type { DraftBatch } from "../event/draft-event.ts";
import type { PreparedEvent } from "./encode-draft.ts";

/** What was prepared, to be looked at as it is, and sent. */
export const draftPrepared = (events: readonly PreparedEvent[], title: string): DraftBatch => ({ title, events, isSettled: true });
