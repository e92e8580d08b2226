import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { backup as copyDatabase, DatabaseSync } from "node:sqlite";

/** The directory before the bodies: a body that it does not name yet is sent again, but one that it names must be there. */
const compareOrder = (a: string, b: string): number =>
  Number(b.includes("directory")) - Number(a.includes("directory")) || a.localeCompare(b);

/** Every database of a state folder, as a path below it. */
export const listDatabases = (objects: string): readonly string[] =>
  readdirSync(objects, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sqlite"))
    .toSorted(compareOrder);

/** Makes sure that a copy of a database, used by nothing else, is whole. Throws where it is not. */
export const checkWhole = (file: string): void => {
  const copy = new DatabaseSync(file);
  try {
    copy.exec("PRAGMA journal_mode = DELETE");
    const verdict = copy.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    if (verdict !== "ok") throw new Error(`${file} is not whole: ${String(verdict)}`);
  } finally {
    copy.close();
  }
};

/** Copies one database as of one moment, though it is being written to, and makes sure that the copy is whole. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  mkdirSync(dirname(to), { recursive: true });
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    await copyDatabase(source, to);
  } finally {
    source.close();
  }
  checkWhole(to);
};

export interface Backup {
  readonly folder: string;
  readonly files: number;
}

/**
 * Copies every object of a state folder, running or not, to `{backups}/{time}/objects`: put in the place of `objects` of a state
 * folder, it is that state again. A folder with a time for its name is complete.
 */
export const backUp = async (state: string, backups: string, now: Date): Promise<Backup> => {
  const folder = join(backups, now.toISOString().replaceAll(":", "-").slice(0, 19));
  const unfinished = join(backups, `.${basename(folder)}`);
  const objects = join(state, "objects");
  const databases = listDatabases(objects);
  for (const file of databases) await copyWhole(join(objects, file), join(unfinished, "objects", file));
  renameSync(unfinished, folder);
  return { folder, files: databases.length };
};
