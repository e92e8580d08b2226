import type { RefusalCode } from "../../../machines/meeting/refusals.ts";
import type { Warning } from "../../../machines/meeting/warnings.ts";
import { fill, type Values } from "../../meeting/fill.ts";
import type { SentProblem } from "../../standard-webhooks/client.ts";
import { printedNumber } from "../../i18n/entry-text.ts";
import { slotNameOf } from "./naming.ts";
import type { Meeting } from "./api.ts";
import type { ConsoleWords } from "./words/words.ts";

/** A list of the service's, each by its name. */
const listed = (value: string, name: (one: string) => string, separator: string): string => value.split(", ").map(name).join(separator);

/** Numbers of slots and items, as people name them; lists as the language writes them. */
const named = (values: Values, programme: Meeting["programme"], words: ConsoleWords): Values => {
  const { comma, semicolon } = words.own.punctuation;
  const slot = (number: string): string => slotNameOf(number, programme, words);
  const names: Readonly<Record<string, (value: string) => string>> = {
    slot,
    other: slot,
    slots: (value) => listed(value, slot, semicolon),
    item: printedNumber,
    items: (value) => listed(value, printedNumber, comma),
    documents: (value) => listed(value, (symbol) => symbol, comma),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names[name]?.(value) ?? value]));
};

export const has = <Name extends string>(table: Readonly<Record<Name, string>>, name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(table, name);

const isRefusal = (reason: string | undefined, words: ConsoleWords): reason is RefusalCode => has(words.refusals, reason);

/** Why the door refused, and what to do. Details of fields stay beside the fields. */
export const problemText = (problem: SentProblem, programme: Meeting["programme"], words: ConsoleWords): string => {
  const { code, reason, detail, values = {} } = problem;
  if (isRefusal(reason, words)) return fill(words.refusals[reason], named(values, programme, words));
  if (code === "not-permitted") return `${words.problems[code]} ${detail}`;
  return has(words.problems, code) ? words.problems[code] : `${words.problems.other} ${detail}`;
};

export const warningText = ({ code, message, values = {} }: Warning, programme: Meeting["programme"], words: ConsoleWords): string =>
  has(words.warnings, code) ? fill(words.warnings[code], named(values, programme, words)) : message;
