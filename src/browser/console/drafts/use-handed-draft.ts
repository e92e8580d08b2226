import { useEffect } from "preact/hooks";
import type { DraftBatch } from "../event/draft-event.ts";
import { hasMessage } from "../error-messages.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import { decodeDraft, isDraftFragment } from "./encode-draft.ts";
import { draftPrepared } from "./draft-prepared.ts";

/** Opens the draft in the link by which the console was opened, once; then it leaves the address. */
export const useHandedDraft = ({ drafts, events }: ConsoleMessages, onDraft: (draft: DraftBatch) => void): void => {
  useEffect(() => {
    const open = async (): Promise<void> => {
      const fragment = location.hash.slice(1);
      if (!isDraftFragment(fragment)) return;
      const prepared = await decodeDraft(fragment, (type) => hasMessage(events, type));
      globalThis.history.replaceState(null, "", location.pathname);
      if (prepared) onDraft(draftPrepared(prepared, drafts.handed));
    };
    void open();
  }, []);
};
