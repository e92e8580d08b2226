import type { Corrections } from "../../../documents/corrections.ts";
import { addRules, makeRule, type Meaning } from "../../../documents/rules/line-rule.ts";
import type { Line } from "../../../documents/text/line.ts";
import type { DraftSlot } from "../../../meeting/draft.ts";
import { getDate } from "../../../meeting/local-time.ts";
import type { Edit, Said } from "./edits.ts";

const buildMeaning = (said: Said): Meaning => {
  if (said.kind === "nothing") return { kind: "nothing", text: "" };
  if (said.kind === "item") return { kind: "item", text: `${said.number} = ${said.title}` };
  const { date, start, end, items } = said;
  return { kind: "slot", text: `${date} ${start}${end === "" ? "" : `-${end}`}${items === "" ? "" : ` = ${items}`}` };
};

const buildDrop = ({ start }: DraftSlot): Meaning => ({ kind: "drop", text: `${getDate(start)} ${start.slice(11)}` });

/** Of what was read: a sitting leaves its time before it stands at another. */
const listMeanings = ({ said, former }: Edit): readonly Meaning[] => [
  ...(former ? [buildDrop(former)] : []),
  ...(said.kind === "nothing" ? [] : [buildMeaning(said)]),
];

/** What was edited, as the importer takes it. @param lines as printed */
export const buildCorrections = (lines: readonly Line[], edits: readonly Edit[]): Corrections => ({
  said: edits.flatMap((edit) => (edit.line === undefined ? listMeanings(edit) : [])),
  rules: edits.reduce<Corrections["rules"]>((rules, { line, said }) => {
    const rule = line === undefined ? undefined : makeRule(lines, line, buildMeaning(said), true);
    return rule ? addRules(rules, [rule]) : rules;
  }, []),
});
