import { getOwn } from "../../../meeting/get-own.ts";
import { useId } from "preact/hooks";
import type { Slot } from "../../../meeting/record.ts";
import { useProgramme } from "../context.ts";
import { MoreOrders, OrderButtons } from "./order-buttons.tsx";
import { listItemOrders } from "./item-orders.ts";
import type { Possible } from "./possible.ts";

interface ItemRowProps {
  readonly number: string;
  readonly title: string;
  /** The sitting in whose row it stands. */
  readonly slot?: Slot;
  readonly possible: Possible;
}

/** An item, where it stands, and what can be done with it now. */
export const ItemRow = ({ number, title, slot, possible }: ItemRowProps) => {
  const { meeting, messages } = useProgramme();
  const about = useId();
  const status = getOwn(meeting.items, number) ?? "pending";
  const { first, listMore } = listItemOrders(number, slot, possible, meeting, messages);
  return (
    <li class={`item-row ${status}`}>
      <p id={about}>
        <bdi>{title}</bdi> {status !== "pending" && <span class={`tag ${status}`}>{messages.page.itemStatus[status]}</span>}
      </p>
      <div class="orders">
        <OrderButtons orders={first} about={about} />
        <MoreOrders {...(listMore && { listMore })} about={about} label={messages.programme.more} />
      </div>
    </li>
  );
};
