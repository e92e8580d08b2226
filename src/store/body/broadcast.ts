import type { Language } from "../../meeting/text.ts";
import { broadcastSentences, broadcastVersion, listFollowedLanguages, type Notification, type Sentences } from "./subscribers.ts";
import type { UntoldEvent } from "./untold-event.ts";

interface BroadcastContext {
  readonly ctx: DurableObjectState;
  readonly readUntold: (position: number) => UntoldEvent;
  /** Puts an event into words: the store has none. */
  readonly describe: (event: UntoldEvent, languages: readonly Language[]) => Promise<Sentences>;
}

/** None where it said what was so already; nor where they can't be had, since the number tells enough. */
const findSentences = async (
  { describe }: BroadcastContext,
  event: UntoldEvent | undefined,
  languages: readonly Language[],
): Promise<Sentences> => {
  if (!event || event.told.isUnchanged || languages.length === 0) return {};
  try {
    return await describe(event, languages);
  } catch (error) {
    console.error(JSON.stringify({ fault: "unexpected", body: event.body, error: String(error) }));
    return {};
  }
};

/**
 * Tells subscribers to a meeting that it changed, and those who want words what happened: one event after the other, however long the words
 * of one take.
 */
export const createBroadcast = (context: BroadcastContext): ((notification: Notification, position?: number) => void) => {
  const { ctx, readUntold } = context;
  let earlier: Promise<void> = Promise.resolve();
  return (notification, position) => {
    broadcastVersion(ctx, notification);
    const languages = listFollowedLanguages(ctx, notification.meeting);
    if (languages.length === 0) return;
    const sentences = findSentences(context, position === undefined ? undefined : readUntold(position), languages);
    earlier = Promise.all([sentences, earlier]).then(([found]) => broadcastSentences(ctx, notification, found));
    ctx.waitUntil(earlier);
  };
};
