import type { FieldError } from "../meeting/parse.ts";
import { LIMITS } from "../meeting/limits.ts";

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]/g;

/** An object or an array that is being read: where it is in, and of an object the names that it has. */
interface Level {
  readonly names: Set<string> | undefined;
  at: string | number;
}

const joinPath = (levels: readonly Level[]): string => levels.map(({ at }) => at).join(".");

/**
 * What `JSON.parse` lets pass and two readers of the same signed bytes may understand differently: a name that stands
 * twice in an object (RFC 7493 §2.3), or nesting beyond the limit. For text that is JSON.
 */
export const findAmbiguities = (text: string): readonly FieldError[] => {
  const levels: Level[] = [];
  const duplicates: FieldError[] = [];
  let last = '""';
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      if (levels.length === LIMITS.depth.max)
        return [{ field: joinPath(levels), message: `must not be nested deeper than ${LIMITS.depth.max} levels` }];
      levels.push(token === "{" ? { names: new Set(), at: "" } : { names: undefined, at: 0 });
    } else if (token === "}" || token === "]") levels.pop();
    else if (token === ":" && level) {
      const name = String(JSON.parse(last));
      level.at = name;
      if (level.names?.has(name)) duplicates.push({ field: joinPath(levels), message: "stands twice" });
      level.names?.add(name);
    } else if (token === "," && typeof level?.at === "number") level.at += 1;
    else last = token;
  }
  return duplicates;
};
