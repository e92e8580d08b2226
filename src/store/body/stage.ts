import { fail, succeed, type Result } from "../../meeting/result.ts";
import type { LogLines } from "../../log-file/log-lines.ts";
import { splitText } from "./long-texts.ts";

/** Lines of a log on their way in: nothing is read of them before the last has come. The line 0 stands here from when they are brought in until the body is there. */
export const STAGE_TABLE = `
  CREATE TABLE staged (
    line INTEGER NOT NULL,
    part INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL,
    PRIMARY KEY (line, part)
  );`;
/** Units of a part of a line, of which each takes three octets at most: a row holds 2 MB. */
const PART = 500_000;

export const STAGE = { table: "staged", number: "line", text: "text" } as const;

/** A page is missing: so many lines came before it. */
interface Gap {
  readonly kind: "gap";
  readonly lines: number;
}

export const countStagedLines = (sql: SqlStorage): number =>
  sql.exec<{ lines: number }>("SELECT coalesce(max(line), 0) AS lines FROM staged").one().lines;

/** Lays lines aside, from the one numbered `first`, and tells how many there are; the first of all throws an earlier attempt away. */
export const stageLines = (sql: SqlStorage, first: number, lines: readonly string[]): Result<number, Gap> => {
  if (first === 1) sql.exec("DELETE FROM staged");
  const before = countStagedLines(sql);
  if (first > before + 1) return fail({ kind: "gap", lines: before });
  sql.exec("DELETE FROM staged WHERE line >= ? AND line < ?", first, first + lines.length);
  for (const [at, line] of lines.entries())
    for (const [part, text] of splitText(line, PART).entries())
      sql.exec("INSERT INTO staged (line, part, text) VALUES (?, ?, ?)", first + at, part, text);
  return succeed(countStagedLines(sql));
};

const readStagedLine = (sql: SqlStorage, line: number): string =>
  sql
    .exec<{ text: string }>("SELECT text FROM staged WHERE line = ? ORDER BY part", line)
    .toArray()
    .map(({ text }) => text)
    .join("");

/** Each is asked for by itself: others are let in on the way, while no cursor may be open. */
export const openStagedLines = (sql: SqlStorage): LogLines => ({
  *[Symbol.iterator]() {
    const lines = countStagedLines(sql);
    for (let line = 1; line <= lines; line += 1) yield readStagedLine(sql, line);
  },
  at: (line) => readStagedLine(sql, line + 1),
});

export const noteComingIn = (sql: SqlStorage): void => {
  sql.exec("INSERT INTO staged (line, text) VALUES (0, '')");
};

/** Whether what the tables have is of a log that is still coming in: there is no body yet. */
export const isComingIn = (sql: SqlStorage): boolean => sql.exec("SELECT 1 FROM staged WHERE line = 0").toArray().length > 0;
