import type { RefusalCode } from "../../../machines/refusals.ts";
import type { Warning } from "../../../machines/warnings.ts";
import { fill, type Values } from "../../meeting/fill.ts";
import type { SentProblem } from "../../webhooks/sender.ts";
import { printedNumber } from "../../words/entry-texts.ts";
import { slotNameOf } from "./naming.ts";
import type { Meeting } from "./service.ts";
import type { ConsoleWords } from "./words/words.ts";

/** Numbers of slots and items, as people name them. */
const named = (values: Values, programme: Meeting["programme"], words: ConsoleWords): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === "slot" || name === "other") return [name, slotNameOf(value, programme, words)];
      if (name === "slots")
        return [
          name,
          value
            .split(", ")
            .map((number) => slotNameOf(number, programme, words))
            .join("; "),
        ];
      return [name, name === "item" ? printedNumber(value) : value];
    }),
  );

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
