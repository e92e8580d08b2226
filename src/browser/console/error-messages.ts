import type { RefusalCode } from "../../../machines/meeting/refusals.ts";
import type { Warning } from "../../../machines/meeting/warnings.ts";
import { interpolate, type Params } from "../../meeting/interpolate.ts";
import type { SentProblem } from "../../standard-webhooks/client.ts";
import { formatItemNumber } from "../../i18n/item-number.ts";
import { labelSlotNumber } from "./labels.ts";
import type { Meeting } from "./api.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** A list of the service's, each by its name. */
const labelEach = (value: string, name: (one: string) => string, separator: string): string => value.split(", ").map(name).join(separator);

/** Numbers of slots and items, as people name them; lists as the language writes them. */
const labelParams = (values: Params, programme: Meeting["programme"], messages: ConsoleMessages): Params => {
  const { comma, semicolon } = messages.own.punctuation;
  const nameSlot = (number: string): string => labelSlotNumber(number, programme, messages);
  const names: Readonly<Record<string, (value: string) => string>> = {
    slot: nameSlot,
    other: nameSlot,
    slots: (value) => labelEach(value, nameSlot, semicolon),
    item: formatItemNumber,
    items: (value) => labelEach(value, formatItemNumber, comma),
    documents: (value) => labelEach(value, (symbol) => symbol, comma),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names[name]?.(value) ?? value]));
};

export const hasMessage = <Name extends string>(table: Readonly<Record<Name, string>>, name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(table, name);

const isRefusal = (reason: string | undefined, messages: ConsoleMessages): reason is RefusalCode => hasMessage(messages.refusals, reason);

/** Why the door refused, and what to do. Details of fields stay beside the fields. */
export const describeProblem = (problem: SentProblem, programme: Meeting["programme"], messages: ConsoleMessages): string => {
  const { code, reason, detail, values = {} } = problem;
  if (isRefusal(reason, messages)) return interpolate(messages.refusals[reason], labelParams(values, programme, messages));
  if (code === "not-permitted") return `${messages.problems[code]} ${detail}`;
  return hasMessage(messages.problems, code) ? messages.problems[code] : `${messages.problems.other} ${detail}`;
};

export const describeWarning = (
  { code, message, values = {} }: Warning,
  programme: Meeting["programme"],
  messages: ConsoleMessages,
): string =>
  hasMessage(messages.warnings, code) ? interpolate(messages.warnings[code], labelParams(values, programme, messages)) : message;
