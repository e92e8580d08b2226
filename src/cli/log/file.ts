import { readFileSync, renameSync, writeFileSync } from "node:fs";

/** The file of an exported log: its lines, and how many they are, so that a file that was cut is known for one. */
export const formatLog = (lines: readonly string[]): string =>
  [...lines, JSON.stringify({ end: lines.length })].map((line) => `${line}\n`).join("");

export const writeLogFile = (file: string, lines: readonly string[]): void => {
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, formatLog(lines), { mode: 0o600 });
  renameSync(unfinished, file);
};

/** The lines of an exported log. Throws where the file is not whole. */
export const readLogFile = (file: string): readonly string[] => {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  const end = lines.pop();
  if (end !== JSON.stringify({ end: lines.length })) throw new Error(`${file} is not whole: its last line does not count those before it.`);
  return lines;
};
