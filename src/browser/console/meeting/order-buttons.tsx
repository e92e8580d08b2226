import { useState } from "preact/hooks";
import { useConsole } from "../context.ts";
import { goesAtOnce } from "../event/sheets.ts";
import { isFirstTap } from "../first-tap.ts";
import type { Order } from "./orders.ts";

interface OrdersProps {
  readonly orders: readonly Order[];
  /** The id of what says whom or what they are about. */
  readonly about: string;
}

/** One button an order; those that show something first end in an ellipsis. */
export const OrderButtons = ({ orders, about }: OrdersProps) => {
  const { meeting, startDraft } = useConsole();
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

interface MoreProps extends OrdersProps {
  readonly label: string;
}

/** What else is possible, made once someone looks. */
export const MoreOrders = ({ orders, about, label }: MoreProps) => {
  const [isOpen, setOpen] = useState(false);
  if (orders.length === 0) return null;
  return (
    <details class="more-orders" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-describedby={about}>{label}</summary>
      {isOpen && (
        <div class="orders">
          <OrderButtons orders={orders} about={about} />
        </div>
      )}
    </details>
  );
};
