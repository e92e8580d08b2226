import type { Rule, Rulings } from "./rulings.ts";

/** Cells of a table as its rules part them, by columns and rows from 0. */
export interface RuledCell {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** A table whose rules are drawn: where its columns begin from the left, its rows from the top, and both end. */
export interface RuledTable {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
  /** The cell that covers each place, row by row. */
  readonly covering: ReadonlyMap<number, RuledCell>;
}

/** Points by which rules that meet may miss each other. */
const NEAR = 4;
/** Columns and rows of a table. */
const [MOST_COLUMNS, MOST_ROWS] = [40, 200];

const meet = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - NEAR &&
  vertical.at <= horizontal.to + NEAR &&
  horizontal.at >= vertical.from - NEAR &&
  horizontal.at <= vertical.to + NEAR;

/** Rules that meet, and those that meet them. */
const groupRulings = ({ horizontal, vertical }: Rulings): readonly Rulings[] => {
  const left = new Set([...horizontal, ...vertical]);
  const isAcross = new Set(horizontal);
  const groups: Rulings[] = [];
  for (const first of horizontal) {
    if (!left.delete(first)) continue;
    const [across, down, open]: [Rule[], Rule[], Rule[]] = [[first], [], [first]];
    for (let rule = open.pop(); rule; rule = open.pop()) {
      for (const other of isAcross.has(rule) ? vertical : horizontal) {
        if (!left.has(other) || !(isAcross.has(rule) ? meet(rule, other) : meet(other, rule))) continue;
        left.delete(other);
        (isAcross.has(rule) ? down : across).push(other);
        open.push(other);
      }
    }
    groups.push({ horizontal: across, vertical: down });
  }
  return groups;
};

/** Places that are apart, in order. */
const listPlaces = (places: readonly number[]): readonly number[] => {
  const apart: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) if (apart.length === 0 || place - (apart.at(-1) ?? 0) > NEAR) apart.push(place);
  return apart;
};

/** Whether a rule stands at a place, beside what lies at `beside`. */
const isRuled = (rules: readonly Rule[], place: number, beside: number): boolean =>
  rules.some(({ at, from, to }) => Math.abs(at - place) <= NEAR && from <= beside && to >= beside);

const findMiddle = (places: readonly number[], at: number): number => ((places[at] ?? 0) + (places[at + 1] ?? 0)) / 2;

const partCells = ({ horizontal, vertical }: Rulings, xs: readonly number[], ys: readonly number[]): RuledTable => {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const isRuledRight = (column: number, row: number): boolean => isRuled(vertical, xs[column + 1] ?? 0, findMiddle(ys, row));
  const isRuledBelow = (column: number, row: number): boolean => isRuled(horizontal, ys[row + 1] ?? 0, findMiddle(xs, column));
  const covering = new Map<number, RuledCell>();
  const cells: RuledCell[] = [];
  for (let at = 0; at < width * height; at += 1) {
    if (covering.has(at)) continue;
    const [column, row] = [at % width, Math.floor(at / width)];
    let [columns, rows] = [1, 1];
    while (column + columns < width && !covering.has(at + columns) && !isRuledRight(column + columns - 1, row)) columns += 1;
    const across = Array.from({ length: columns }, (_, index) => column + index);
    const goesOn = (below: number): boolean =>
      across.every((one) => !isRuledBelow(one, below - 1)) && across.slice(1).every((one) => !isRuledRight(one - 1, below));
    while (row + rows < height && goesOn(row + rows)) rows += 1;
    const cell = { column, row, columns, rows };
    for (let below = 0; below < rows; below += 1) for (const one of across) covering.set((row + below) * width + one, cell);
    cells.push(cell);
  }
  return { xs, ys, cells, covering };
};

/** The tables that rules draw: of two columns at least, as a frame has one. */
export const findRuledTables = (rulings: Rulings): readonly RuledTable[] =>
  groupRulings(rulings).flatMap((group) => {
    const { horizontal, vertical } = group;
    const xs = listPlaces([...vertical.map(({ at }) => at), ...horizontal.flatMap(({ from, to }) => [from, to])]);
    const ys = listPlaces([...horizontal.map(({ at }) => at), ...vertical.flatMap(({ from, to }) => [from, to])]).toReversed();
    const isTable = vertical.length > 0 && xs.length > 2 && ys.length > 1 && xs.length <= MOST_COLUMNS && ys.length <= MOST_ROWS;
    return isTable ? [partCells(group, xs, ys)] : [];
  });
