import type { DeadlineKind } from "../meeting/events/notices.ts";
import { chooseText, type Text } from "../meeting/text.ts";
import type { Messages } from "./messages.ts";
import { formatWeekdayAndTime } from "./slot-time.ts";

interface SaidDeadline {
  readonly id: string;
  readonly kind?: DeadlineKind | undefined;
  readonly title?: Text | null | undefined;
  readonly at?: string | undefined;
}

/** `Deadline for draft resolutions, 28 January 2010, 6 p.m.`, as far as it is said; else by its id. */
export const formatDeadline = ({ id, kind, title, at }: SaidDeadline, messages: Messages): string =>
  [
    kind === undefined ? id : messages.deadlines[kind],
    ...(title ? [chooseText(title, messages.language)] : []),
    ...(at === undefined ? [] : [formatWeekdayAndTime(at, messages)]),
  ].join(messages.punctuation.comma);
