import { hasHour } from "./local-time.ts";
import type { Slot } from "./record.ts";

type Placed = Pick<Slot, "start" | "part">;

/** Where a sitting without an hour stands among those of its day: after what is sure of that part of it. */
const LAST_OF_PART = { morning: "11:59", afternoon: "17:59", evening: "23:59" } as const;

const getPlace = ({ start, part }: Placed): string => (hasHour(start) ? start : `${start}T${part ? LAST_OF_PART[part] : "24:00"}`);

/** The order of the programme. */
export const compareSlots = (a: Placed, b: Placed): number => {
  const [one, other] = [getPlace(a), getPlace(b)];
  return one === other ? 0 : one < other ? -1 : 1;
};
