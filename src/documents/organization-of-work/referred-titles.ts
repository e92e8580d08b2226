import { cleanTitle, isContinued } from "../expressions/item-heads.ts";
import { readLeadingItems } from "../expressions/item-numbers.ts";
import { ITEM_WORD, NOT_PLENARY, OTHER_ORGAN, PLENARY } from "../languages/expressions.ts";
import { removeBullet } from "../text/typography.ts";
import { callsPlenary } from "./plenary.ts";
import type { Agenda, Segment } from "./segment-readers.ts";

const REFERRED = /^(?<title>\p{L}.{3,200}?)\s?[(（[](?<item>(?:[^()（）[\]]|\([^()]{1,4}\)|(?<=\s[a-z])\)(?=[)）\]])){1,40})[)）\]]\.?$/u;

const isMeeting = (label: string): boolean => [NOT_PLENARY, OTHER_ORGAN, PLENARY].some((meeting) => meeting.test(label));

type Items = Extract<Segment, { readonly kind: "items" }>;

/** A title and, in brackets behind it, the one item that it is: "Nets (item 3)", "General debate [item 8]". */
const parseReferred = (label: string): Items | undefined => {
  const { title = "", item = "" } = REFERRED.exec(removeBullet(label))?.groups ?? {};
  const list = ITEM_WORD.test(item) ? readLeadingItems(item) : undefined;
  if (list?.items.length !== 1 || /\d/.test(item.slice(list.length))) return undefined;
  const continued = isContinued(label) ? list.items.map(({ key }) => key) : list.continued;
  return { kind: "items", items: list.items, continued, title, isReferred: true };
};

/** The same, where no agenda is known: then it may call a meeting. */
export const readReferredTitle = (label: string): Items | undefined => {
  const found = parseReferred(label);
  return found && !isMeeting(found.title) ? found : undefined;
};

/** A label that is the title of an item which the agenda lists: "General debate (continued)", "General debate (item 8)". */
export const readTitle = (label: string, agenda: Agenda): Segment | undefined => {
  const referred = parseReferred(label);
  if (referred?.items[0] && agenda.isTitled(referred.items[0], referred.title)) return { ...referred, title: "" };
  const item = agenda.findTitled(cleanTitle(removeBullet(label)));
  const continued = item && isContinued(label) ? [item.key] : [];
  return item && { kind: "items", items: [{ key: item.key, path: item.path }], continued, title: "", isReferred: true };
};

/** Whether an item is only the title of what stands before: "2 | Nets (continued)", "1 (a)-(c) | Organizational matters". */
export const namesAgain = ({ items: before }: Items, { items: [item], isReferred }: Items): boolean =>
  isReferred === true && item?.path.length === 1 && before.every(({ path: [top] }) => top === item.key);

/** A label, and the items of the cell behind it: "Nets | 3". Of one item it is the title, unless it calls a meeting. */
export const titleByLabel = (label: Segment & { readonly kind: "text" }, items: Items): readonly Segment[] =>
  items.items.length === 1 && !isMeeting(label.text)
    ? [{ ...items, title: removeBullet(label.text), isReferred: true }]
    : [label, { ...items, isReferred: true }];

/** "Committee of the Whole: items 5 and 6", beside the plenary: words before items that are those of another organ. */
export const isOtherOrgan = (label: string): boolean => {
  const name = label.replace(/\s?[:：–—-]\s?$/u, "");
  return name !== label && OTHER_ORGAN.exec(name)?.index === 0 && !callsPlenary(name);
};
