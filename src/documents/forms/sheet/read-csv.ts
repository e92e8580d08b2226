import { makeDocument, type SourceDocument } from "../../model/document.ts";
import { groupPieces, makeSheetRow, type Piece } from "../../model/pieces.ts";
import { cleanText } from "../../text/typography.ts";

const SEPARATORS = [",", ";"] as const;

/** The records of a text with separated values (RFC 4180), each with the line on which it begins. */
const splitRecords = (text: string, separator: string): readonly { readonly line: number; readonly fields: readonly string[] }[] => {
  const records: { line: number; fields: string[] }[] = [];
  let [fields, field, isQuoted, line, start]: [string[], string, boolean, number, number] = [[], "", false, 1, 1];
  const endRecord = (): void => {
    records.push({ line: start, fields: [...fields, field] });
    [fields, field, start] = [[], "", line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (letter === "\n") line += 1;
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || field === "")) isQuoted = !isQuoted;
    else if (!isQuoted && letter === separator) [fields, field] = [[...fields, field], ""];
    else if (!isQuoted && letter === "\n") endRecord();
    else if (letter !== "\r") field += letter;
  }
  if (field !== "" || fields.length > 0) endRecord();
  return records.filter((record) => record.fields.some((one) => one.trim() !== ""));
};

/** Rows and columns that a table has at least, and the share of rows that have as many columns as most. */
const [FEWEST_ROWS, FEWEST_COLUMNS, ALIKE] = [3, 3, 0.9];
const WIDEST = 60;

const isTable = (records: ReturnType<typeof splitRecords>): boolean => {
  const [columns, rows] = [...Map.groupBy(records, ({ fields }) => fields.length)]
    .map(([width, { length }]) => [width, length] as const)
    .toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return records.length >= FEWEST_ROWS && columns >= FEWEST_COLUMNS && columns <= WIDEST && rows >= ALIKE * records.length;
};

/** Reads a text as separated values, if it is one: nearly all its lines have as many fields. */
export const readCsv = (text: string): SourceDocument | undefined => {
  for (const separator of SEPARATORS) {
    const records = splitRecords(text, separator);
    if (!isTable(records)) continue;
    const pieces = records.map(({ line, fields }): Piece => {
      const cells = fields.map((field) => ({ text: field.split("\n").map(cleanText).filter(Boolean).join("\n"), columns: 1, rows: 1 }));
      return makeSheetRow(line, cells);
    });
    return makeDocument(groupPieces(pieces));
  }
  return undefined;
};
