import { getResolvedPDFJS } from "unpdf";

/** A rule of a table: where it stands across its direction, and from where to where it goes, in points. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rulings {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

type Point = readonly [x: number, y: number];
type Matrix = readonly [number, number, number, number, number, number];
/** What a page paints, operation by operation, as the reader of PDFs lists it. */
interface Painted {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Shorter lines are letters or corners, thicker ones are fields; lines so near to one another are one. */
const [SHORTEST, THICKEST, NEAR] = [6, 3, 3];
/** Rules of one direction on a page, and all that it paints: more are a drawing. */
const [MOST, MOST_BOXES] = [600, 20_000];

const multiply = ([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix => [
  a * p + c * q,
  b * p + d * q,
  a * r + c * s,
  b * r + d * s,
  a * t + c * u + e,
  b * t + d * u + f,
];

const isMatrix = (value: unknown): value is Matrix => Array.isArray(value) && value.length === 6;

/** The corners of each figure of a path; how many numbers belong to each step of it. */
const POINTS = [2, 2, 6, 4, 0];
const CLOSE = 4;

const listFigures = (path: ArrayLike<number>, [a, b, c, d, e, f]: Matrix): readonly (readonly Point[])[] => {
  const figures: Point[][] = [];
  for (let at = 0; at < path.length;) {
    const step = path[at] ?? 0;
    const length = POINTS[step] ?? 0;
    const [x, y] = [path[at + length - 1] ?? 0, path[at + length] ?? 0];
    if (step === 0 || figures.length === 0) figures.push([]);
    const figure = figures.at(-1) ?? [];
    if (step !== CLOSE) figure.push([a * x + c * y + e, b * x + d * y + f]);
    else if (figure[0]) figure.push(figure[0]);
    at += length + 1;
  }
  return figures;
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const measure = (points: readonly Point[]): Box => ({
  left: points.reduce((least, [x]) => Math.min(least, x), Number.POSITIVE_INFINITY),
  right: points.reduce((most, [x]) => Math.max(most, x), Number.NEGATIVE_INFINITY),
  bottom: points.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY),
  top: points.reduce((most, [, y]) => Math.max(most, y), Number.NEGATIVE_INFINITY),
});

/** Rules that overlap or touch, in one. */
const joinRules = (rules: readonly Rule[]): readonly Rule[] => {
  const bands: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const band = bands.at(-1);
    if (band?.[0] && rule.at - band[0].at <= NEAR) band.push(rule);
    else bands.push([rule]);
  }
  return bands.flatMap((band) => {
    const joined: Rule[] = [];
    for (const rule of band.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && rule.from - last.to <= NEAR) joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      else joined.push({ ...rule, at: band[0]?.at ?? rule.at });
    }
    return joined;
  });
};

const isThin = (thickness: number, length: number): boolean => thickness <= THICKEST && length >= SHORTEST;

const makeRulings = (boxes: readonly Box[]): Rulings => {
  const horizontal = boxes.filter(({ left, right, bottom, top }) => isThin(top - bottom, right - left));
  const vertical = boxes.filter(({ left, right, bottom, top }) => isThin(right - left, top - bottom));
  const rulings = {
    horizontal: joinRules(horizontal.map(({ left, right, bottom, top }) => ({ at: (bottom + top) / 2, from: left, to: right }))),
    vertical: joinRules(vertical.map(({ left, right, bottom, top }) => ({ at: (left + right) / 2, from: bottom, to: top }))),
  };
  return Math.max(rulings.horizontal.length, rulings.vertical.length) > MOST ? { horizontal: [], vertical: [] } : rulings;
};

/** What is filled is as large as its figure, what is stroked as each of its sides. */
const listBoxes = (figures: readonly (readonly Point[])[], isFilled: boolean, isStroked: boolean): readonly Box[] => [
  ...(isFilled ? figures.map(measure) : []),
  ...(isStroked ? figures.flatMap((figure) => figure.slice(1).map((point, at) => measure([figure[at] ?? point, point]))) : []),
];

/** The rules that a page paints, be they lines or thin fields. */
export const readRulings = async ({ fnArray, argsArray }: Painted, left: number): Promise<Rulings> => {
  const { OPS } = await getResolvedPDFJS();
  const stroked = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke]);
  const filled = new Set([OPS.fill, OPS.eoFill]);
  const boxes: Box[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, -left, 0];
  for (const [at, operation] of fnArray.entries()) {
    const values = argsArray[at];
    const [first, second]: readonly unknown[] = Array.isArray(values) ? values : [];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) kept.push(matrix);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    if (operation === OPS.transform && isMatrix(values)) matrix = multiply(matrix, values);
    if (operation === OPS.paintFormXObjectBegin && isMatrix(first)) matrix = multiply(matrix, first);
    const [path]: readonly unknown[] = operation === OPS.constructPath && Array.isArray(second) ? second : [];
    if (!(path instanceof Float32Array) || typeof first !== "number") continue;
    for (const box of listBoxes(listFigures(path, matrix), filled.has(first), stroked.has(first))) boxes.push(box);
    if (boxes.length > MOST_BOXES) return { horizontal: [], vertical: [] };
  }
  return makeRulings(boxes);
};
