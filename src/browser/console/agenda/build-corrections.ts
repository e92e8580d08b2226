import type { Corrections } from "../../../documents/corrections.ts";
import { addRules, makeRule, type Meaning } from "../../../documents/rules/line-rule.ts";
import type { StatedSlot } from "../../../documents/stated-slots.ts";
import type { Line } from "../../../documents/text/line.ts";
import { buildSlot } from "./build-slot.ts";
import type { Edit, Said, SaidSlot } from "./edits.ts";

const NOTHING: Meaning = { kind: "nothing", text: "" };

const buildMeaning = (said: Said): Meaning => {
  if (said.kind === "nothing") return NOTHING;
  if (said.kind === "item") return { kind: "item", text: `${said.number} = ${said.title}` };
  const { date, start, end, items } = said;
  // No line says a sitting without an hour: it is stated beside the line.
  if (start === "") return NOTHING;
  return { kind: "slot", text: `${date} ${start}${end === "" ? "" : `-${end}`}${items === "" ? "" : ` = ${items}`}` };
};

const stateSlot = (said: SaidSlot, former: Edit["former"]): readonly StatedSlot[] => {
  const slot = buildSlot(said, former);
  if (!slot) return [];
  const { number: _number, ...own } = former ?? { number: "" };
  return [{ ...(former && { former: own as StatedSlot["slot"] & object }), slot }];
};

/** What a line that is a sitting can't say itself: where it is held, of what kind it is, and what it is about. */
const stateBeside = (said: SaidSlot): readonly StatedSlot[] => {
  const former = said.start === "" ? undefined : buildSlot({ ...said, venue: "", sitting: "plenary", title: "" });
  const slot = buildSlot(said);
  return slot ? [{ ...(former && { former }), slot }] : [];
};

const listStated = ({ said, former, line }: Edit): readonly StatedSlot[] => {
  if (said.kind === "slot") return line === undefined ? stateSlot(said, former) : stateBeside(said);
  if (said.kind !== "nothing" || !former || line !== undefined) return [];
  const { number: _number, ...own } = former;
  return [{ former: own }];
};

/** Of what is said in words: an item, and a sitting whose items can't be read, of which it is warned. */
const listMeanings = ({ said, line }: Edit): readonly Meaning[] =>
  line === undefined && (said.kind === "item" || (said.kind === "slot" && !buildSlot(said))) ? [buildMeaning(said)] : [];

/** Without those that say what a line is that was said to be something else since. */
const dropSuperseded = (edits: readonly Edit[]): readonly Edit[] =>
  edits.filter(({ line }, at) => line === undefined || !edits.slice(at + 1).some((later) => later.line === line));

/** What was edited, as the importer takes it. @param lines as printed */
export const buildCorrections = (lines: readonly Line[], all: readonly Edit[]): Corrections => {
  const edits = dropSuperseded(all);
  return {
    said: edits.flatMap(listMeanings),
    rules: edits.reduce<Corrections["rules"]>((rules, { line, said }) => {
      const rule = line === undefined ? undefined : makeRule(lines, line, buildMeaning(said), true);
      return rule ? addRules(rules, [rule]) : rules;
    }, []),
    stated: edits.flatMap(listStated),
  };
};
