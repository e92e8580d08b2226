import { useState } from "preact/hooks";
import { useProgramme } from "../context.ts";
import { goesAtOnce } from "../event/sheets.ts";
import { isFirstTap } from "../first-tap.ts";
import type { Order, Orders } from "./orders.ts";

interface OrdersProps {
  readonly orders: readonly Order[];
  /** The id of what says whom or what they are about. */
  readonly about: string;
}

/** One button an order; those that show something first end in an ellipsis. */
export const OrderButtons = ({ orders, about }: OrdersProps) => {
  const { meeting, startDraft } = useProgramme();
  return (
    <>
      {orders.map(({ label, draft, isEnding }) => (
        <button
          key={label}
          type="button"
          class={isEnding ? "ending" : undefined}
          aria-describedby={about}
          onClick={(event) => isFirstTap(event) && startDraft(draft)}
        >
          {goesAtOnce(draft, meeting) ? label : `${label.replace(/…$/, "")}…`}
        </button>
      ))}
    </>
  );
};

interface MoreProps extends Pick<Orders, "listMore">, Pick<OrdersProps, "about"> {
  readonly label: string;
}

/** What else is possible, made once someone looks. */
export const MoreOrders = ({ listMore, about, label }: MoreProps) => {
  const [isOpen, setOpen] = useState(false);
  if (!listMore) return null;
  return (
    <details class="more-orders" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-describedby={about}>{label}</summary>
      {isOpen && (
        <div class="orders">
          <OrderButtons orders={listMore()} about={about} />
        </div>
      )}
    </details>
  );
};
