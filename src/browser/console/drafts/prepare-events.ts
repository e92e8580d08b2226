import type { ConsoleContext } from "../context.ts";
import { buildEvents, type FilledDraft } from "../event/dry-run.ts";
import type { PreparedEvent } from "./encode-draft.ts";

/** What a form says, to be sent later: when it happens, and of which version, is not known yet. */
export const prepareEvents = (filled: FilledDraft, context: ConsoleContext): readonly PreparedEvent[] =>
  buildEvents(filled, context, context.clock.now()).flatMap(({ data: { body: _body, meeting, ...given } }, at) => {
    const type = filled.draft.events[at]?.type;
    const isElsewhere = typeof meeting === "string" && meeting !== context.address.meeting;
    return type === undefined ? [] : [{ type, given, ...(isElsewhere && { meeting }) }];
  });
