import { readOnlyItems } from "../../../documents/expressions/item-numbers.ts";
import type { StatedSlot } from "../../../documents/stated-slots.ts";
import type { DraftSlot } from "../../../meeting/draft.ts";
import { addDays } from "../../../meeting/local-time.ts";
import type { Text } from "../../../meeting/text.ts";
import { omitUndefined } from "../event/read-form.ts";
import type { SaidSlot } from "./edits.ts";

type OwnSlot = NonNullable<StatedSlot["slot"]>;

/** Words in several languages stay where one of them is said again. */
const keepText = (known: Text | undefined, said: string): Text | undefined => {
  if (said === "") return undefined;
  return typeof known === "object" && Object.values(known).includes(said) ? known : said;
};

/** The sitting that a form states; undefined where its items can't be read. What the form does not ask for stays as it was. */
export const buildSlot = ({ date, start, end, items, venue, sitting, title }: SaidSlot, former?: DraftSlot): OwnSlot | undefined => {
  const list = items === "" ? { items: [], continued: [] } : readOnlyItems(items);
  if (!list) return undefined;
  const { number: _number, part, after, ...rest } = former ?? { number: "", start: "", items: [] };
  const hasHour = start !== "";
  return omitUndefined({
    ...rest,
    start: hasHour ? `${date}T${start}` : date,
    end: hasHour && end !== "" ? `${end > start ? date : addDays(date, 1)}T${end}` : undefined,
    // What it is called or follows is said of a sitting whose hour is not known.
    ...(!hasHour && { part, after }),
    items: list.items.map(({ key }) => key),
    continued: list.continued.length > 0 ? [...list.continued] : undefined,
    venue: keepText(former?.venue, venue),
    kind: sitting === "plenary" ? undefined : sitting,
    title: keepText(former?.title, title),
  }) as OwnSlot;
};
