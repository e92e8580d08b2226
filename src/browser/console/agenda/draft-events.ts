import type { Meeting } from "../api.ts";
import type { DraftBatch } from "../event/draft-event.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import type { ReadAgenda } from "./agenda-reader.ts";

/** As what a complete record can be sent. */
export const draftEvents = (
  { draft, record }: ReadAgenda,
  { record: known, next }: Meeting,
  { agenda }: ConsoleMessages,
): readonly DraftBatch[] => {
  if (!record) return [];
  const isSame = draft.id === known.id;
  const possible = new Set<string>(next.map(({ type }) => type));
  const types = isSame
    ? (["agenda.revised", "agenda.adopted"] as const).filter((type) => possible.has(type))
    : (["meeting.announced"] as const);
  return types.map((type): DraftBatch => ({
    title: agenda.as[type],
    events: [{ type, given: { record } }],
    ...(isSame ? {} : { meeting: record.id }),
  }));
};
