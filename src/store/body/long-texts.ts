/**
 * What does not fit into the rows of the log: the platform holds 2 MB in one, and the bytes of an event may take most of it. A text of the
 * log begins in its own row, and nearly all end there.
 */
export const RESTS_TABLE = `
  CREATE TABLE rests (
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    part INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (position, name, part)
  ) WITHOUT ROWID;`;

/** Texts of a row of the log that may be long. */
type LongText = "answer" | "changed" | "named";

/** Units of a part, of which each takes three octets at most. */
const PART = 32_768;

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** A text in parts of which none begins or ends within a character; of one part at least. */
export const splitText = (text: string, most: number): readonly string[] => {
  const parts: string[] = [];
  let from = 0;
  do {
    const end = Math.min(text.length, from + most);
    const to = end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
    parts.push(text.slice(from, to));
    from = to;
  } while (from < text.length);
  return parts;
};

/** Saves what follows the beginning of a text, in place of what was there, and gives the beginning for its row. */
export const saveRest = (sql: SqlStorage, position: number, name: LongText, text: string): string => {
  const [first = "", ...rest] = splitText(text, PART);
  sql.exec("DELETE FROM rests WHERE position = ? AND name = ?", position, name);
  for (const [part, more] of rest.entries())
    sql.exec("INSERT INTO rests (position, name, part, text) VALUES (?, ?, ?, ?)", position, name, part, more);
  return first;
};

/** A text of the log, given its beginning. */
export const readWhole = (sql: SqlStorage, position: number, name: LongText, first: string): string =>
  // A part may be shorter by one, for the sake of a character of two units.
  first.length < PART - 1
    ? first
    : [
        first,
        ...sql
          .exec<{ text: string }>("SELECT text FROM rests WHERE position = ? AND name = ? ORDER BY part", position, name)
          .toArray()
          .map(({ text }) => text),
      ].join("");
