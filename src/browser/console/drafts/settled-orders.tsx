import { useConsole } from "../context.ts";
import type { DraftBatch } from "../event/draft-event.ts";
import { describeOrder } from "../outbox/describe-sent.ts";

/** The orders of a draft that was prepared, one a line. */
export const SettledOrders = ({ draft }: { readonly draft: DraftBatch }) => {
  const { messages, meeting } = useConsole();
  return (
    <ol class="orders-settled">
      {draft.events.map(({ type, given = {} }, at) => (
        <li key={at}>{describeOrder(type, given, meeting, messages)}</li>
      ))}
    </ol>
  );
};
