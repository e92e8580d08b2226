import { useId } from "preact/hooks";
import { interpolate } from "../../../meeting/interpolate.ts";
import { getSlotKind, type Slot } from "../../../meeting/record.ts";
import { chooseText } from "../../../meeting/text.ts";
import { listOwnNames } from "../../../i18n/slot-name.ts";
import { formatFollowing, formatHours, formatWeekdayAndTime } from "../../../i18n/slot-time.ts";
import { useProgramme } from "../context.ts";
import { labelSlot, labelSlotNumber } from "../labels.ts";
import type { Meeting } from "../api.ts";
import type { ConsoleMessages } from "../messages/messages.ts";
import { isSpent } from "./days.ts";
import { ItemRow } from "./item-row.tsx";
import { MoreOrders, OrderButtons } from "./order-buttons.tsx";
import { listDelays, listSlotOrders } from "./slot-orders.ts";
import type { Possible } from "./possible.ts";

/** `10 a.m.-1 p.m.`, or what it follows. */
const describeHours = (slot: Slot, { programme }: Meeting, messages: ConsoleMessages): string => {
  const { own } = messages;
  const { after } = slot;
  const named = after && ("slot" in after ? { slot: labelSlotNumber(after.slot, programme, messages) } : after);
  return formatHours(slot, named && formatFollowing(named, own), own);
};

interface SittingRowProps {
  readonly slot: Slot;
  readonly titles: ReadonlyMap<string, string>;
  readonly possible: Possible;
  /** Whether it stands under no day. */
  readonly isDated?: boolean;
}

/** A sitting: when and where, how it stands, what can be done with it now, and its items. */
export const SittingRow = ({ slot, titles, possible, isDated = false }: SittingRowProps) => {
  const { meeting, messages } = useProgramme();
  const { own, page, programme } = messages;
  const about = useId();
  const delays = useId();
  const status = meeting.slots[slot.number] ?? "scheduled";
  const kind = getSlotKind(slot);
  const venue = slot.venue ?? meeting.record.venue;
  const until = meeting.suspendedUntil[slot.number];
  const late = listDelays(slot, possible, messages);
  const { first, listMore } = listSlotOrders(slot, status, possible, messages);
  const particulars = [
    ...listOwnNames(slot, own),
    ...(kind === "plenary" ? [] : [own.kinds[kind]]),
    ...(venue === undefined ? [] : [chooseText(venue, own.language)]),
  ];
  const items = slot.items.map((number) => (
    <ItemRow key={number} number={number} title={titles.get(number) ?? number} slot={slot} possible={possible} />
  ));
  return (
    <li class={`sitting ${status}`}>
      <h3 id={about}>
        <span class="name">{isDated ? labelSlot(slot, messages) : own.dates.slotName(slot.start, slot.part)}</span>
        {own.punctuation.comma}
        <bdi>{describeHours(slot, meeting, messages)}</bdi> <span class={`tag ${status}`}>{page.slotStatus[status]}</span>
      </h3>
      {particulars.length > 0 && (
        <p class="soft">
          <bdi>{particulars.join(own.punctuation.comma)}</bdi>
        </p>
      )}
      {until !== undefined && <p class="soft">{interpolate(page.resumes, { when: formatWeekdayAndTime(until, own) })}</p>}
      <div class="orders">
        <OrderButtons orders={first} about={about} />
        {late.length > 0 && (
          <div class="late" role="group" aria-labelledby={delays}>
            <span id={delays}>{programme.startsLate}</span>
            <OrderButtons orders={late} about={about} />
          </div>
        )}
        <MoreOrders {...(listMore && { listMore })} about={about} label={programme.more} />
      </div>
      {isSpent(slot, meeting) && items.length > 0 ? (
        <details class="more-orders">
          <summary aria-describedby={about}>{messages.fields.items}</summary>
          <ol class="item-rows">{items}</ol>
        </details>
      ) : (
        <ol class="item-rows">{items}</ol>
      )}
    </li>
  );
};
