import type { DraftMeeting } from "../../meeting/draft.ts";
import { chooseText, type Text } from "../../meeting/text.ts";
import type { Draft } from "../draft.ts";
import { findDates } from "../expressions/dates.ts";
import { findSymbols } from "../expressions/symbols.ts";
import type { SourceDocument } from "../model/document.ts";
import { flattenBlocks } from "../model/lines.ts";
import { findLines, formatMeaning, type LineRule } from "../rules/line-rule.ts";
import { formatPrinted } from "../sections/places.ts";
import { readHeading } from "../sections/sections.ts";
import { normalizeText, type Line } from "../text/line.ts";
import type { WarningCode } from "../warnings.ts";

/** What a line of a document became in its draft. */
export type Use =
  | { readonly kind: "field"; readonly field: Field }
  | { readonly kind: "heading" }
  | { readonly kind: "day"; readonly date?: string }
  | { readonly kind: "slot"; readonly number: string }
  | { readonly kind: "item"; readonly number: string }
  | { readonly kind: "annotation"; readonly item: string }
  | { readonly kind: "document"; readonly symbol: string }
  | { readonly kind: "said"; readonly meaning: string }
  | { readonly kind: "doubt"; readonly code: WarningCode };

type Field = "body" | "parent" | "title" | "symbol" | "issuedOn" | "city" | "venue" | "dates";

export interface ExplainedLine {
  readonly line: number;
  readonly text: string;
  /** Empty where nothing was taken of it. */
  readonly uses: readonly Use[];
}

type Uses = readonly (readonly [line: number, use: Use])[];

const readText = (text: Text | undefined): string | undefined => text && chooseText(text, "en");

/** What the masthead names, each name perhaps on several lines. */
const listNames = ({ body, title, agenda, city, venue }: DraftMeeting): readonly (readonly [Field, string | undefined])[] => [
  ["body", body.name],
  ["parent", body.parent],
  ["title", readText(title)],
  ["symbol", agenda.symbol],
  ["city", readText(city)],
  ["venue", readText(venue)],
];
/** Letters of a part of a name: a shorter word says nothing by itself. */
const FEWEST = 4;

const saysName = (line: string, name: string): boolean =>
  name !== "" && (` ${line} `.includes(` ${name} `) || (line.length >= FEWEST && ` ${name} `.includes(` ${line} `)));

const saysDate = (text: string, date: string | undefined): boolean =>
  date !== undefined && findDates(text).some(({ from }) => formatPrinted(from) === date);

const findFields = ({ text }: Line, meeting: DraftMeeting): readonly Field[] => {
  const printed = normalizeText(text);
  return [
    ...listNames(meeting).flatMap(([field, name]) => (saysName(printed, normalizeText(name ?? "")) ? [field] : [])),
    ...(saysDate(text, meeting.opensOn) ? (["dates"] as const) : []),
    ...(saysDate(text, meeting.agenda.issuedOn) ? (["issuedOn"] as const) : []),
  ];
};

const listBetween = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

const listUses = ({ meeting, origins, warnings }: Draft): Uses => [
  ...origins.masthead.flatMap((line) => findFields(line, meeting).map((field) => [line.number, { kind: "field", field }] as const)),
  ...origins.items.flatMap(({ key, line, until = line }) =>
    listBetween(line, until).map((number) => [number, { kind: "item", number: key }] as const),
  ),
  ...origins.notes.flatMap(({ item, lines, isDocumentation }) =>
    isDocumentation ? [] : lines.map((line) => [line, { kind: "annotation", item: item.key }] as const),
  ),
  ...[...origins.days].map(([line, date]) => [line, { kind: "day", ...(date !== undefined && { date }) }] as const),
  ...origins.slots.flatMap(({ number, lines }) => lines.map((line) => [line, { kind: "slot", number }] as const)),
  ...origins.leftOut.flatMap((sitting) =>
    sitting.warnings.flatMap(({ code }) => sitting.lines.map((line) => [line, { kind: "doubt", code }] as const)),
  ),
  ...warnings.flatMap(({ line, code }) => (line === undefined ? [] : [[line, { kind: "doubt", code }] as const])),
];

/** What a line says by itself: a heading, documents, and what a person said of it. */
const listOwnUses = (line: Line, symbols: ReadonlySet<string>, rules: readonly LineRule[]): readonly Use[] => [
  ...(readHeading(line) === undefined ? [] : [{ kind: "heading" } as const]),
  ...findSymbols(line.text).flatMap(({ symbol }) => (symbols.has(symbol) ? [{ kind: "document", symbol } as const] : [])),
  ...rules.map(({ meaning }) => ({ kind: "said", meaning: formatMeaning(meaning) }) as const),
];

/** For each line of a document, what it became in its draft. */
export const explainLines = (source: SourceDocument, draft: Draft): readonly ExplainedLine[] => {
  const lines = flattenBlocks(source.blocks);
  const symbols = new Set(draft.meeting.documents.map(({ symbol }) => symbol));
  const uses = Map.groupBy(listUses(draft), ([line]) => line);
  const said = Map.groupBy(
    draft.rules.flatMap((rule) => findLines(lines, rule).map((at) => ({ at, rule }))),
    ({ at }) => at,
  );
  return lines.map((line, at) => ({
    line: line.number,
    text: line.text,
    uses: [
      ...listOwnUses(line, symbols, said.get(at)?.map(({ rule }) => rule) ?? []),
      ...(uses.get(line.number)?.map(([, use]) => use) ?? []),
    ],
  }));
};
