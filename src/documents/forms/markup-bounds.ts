import { Parser } from "htmlparser2";

/** Elements of a page, or of all parts of an archive, that are read; and how deep they may stand in one another. */
const [MOST_ELEMENTS, DEEPEST] = [400_000, 5_000];
/** Characters after which is looked whether the bounds still hold. */
const SLICE = 16_384;

/** Whether pages or XML files hold no more elements, and none deeper, than any agenda has: a parser is slow in the depth. */
export const isMarkupBounded = (sources: Iterable<string>, xmlMode: boolean): boolean => {
  let count = 0;
  for (const source of sources) {
    let [depth, deepest] = [0, 0];
    const parser = new Parser(
      {
        onopentagname: () => {
          count += 1;
          depth += 1;
          deepest = Math.max(deepest, depth);
        },
        onclosetag: () => {
          depth -= 1;
        },
      },
      { xmlMode },
    );
    for (let at = 0; at < source.length; at += SLICE) {
      parser.write(source.slice(at, at + SLICE));
      if (count > MOST_ELEMENTS || deepest > DEEPEST) return false;
    }
  }
  return true;
};
