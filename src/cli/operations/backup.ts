import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { hashRow, LAST_ENTRY, type HashedRow } from "../../log-file/entry-hash.ts";
import type { BodyRecord } from "../../meeting/record.ts";
import { listObjects } from "./stored-objects.ts";

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

/**
 * Copies one database as of one moment, though it is being written to, without what was deleted from it, which pages may still hold;
 * and makes sure that the copy is whole.
 */
const copyWhole = async (from: string, to: string): Promise<void> => {
  mkdirSync(dirname(to), { recursive: true });
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    source.prepare("VACUUM INTO ?").run(to);
  } finally {
    source.close();
  }
  checkWhole(to);
};

/** The heads of the logs that a backup has, by body: who keeps them elsewhere can tell that no event is gone from its end. */
const HEADS = "heads.json";
export type Heads = Readonly<Record<string, string>>;

const readHead = (file: string): readonly [string, string] | undefined => {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const body = copy.prepare("SELECT record FROM body").get()?.["record"];
    const last = copy.prepare(LAST_ENTRY).get() as HashedRow | undefined;
    return body === undefined ? undefined : [(JSON.parse(String(body)) as BodyRecord).id, hashRow(last)];
  } finally {
    copy.close();
  }
};

/** The heads that were written down with a backup; none by an earlier release. */
export const readHeads = (folder: string): Heads => {
  const file = join(folder, HEADS);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Heads) : {};
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
  const heads = listObjects(join(unfinished, "objects"), "plenary-body").map(readHead);
  writeFileSync(join(unfinished, HEADS), `${JSON.stringify(Object.fromEntries(heads.filter((head) => head !== undefined)), null, 2)}\n`);
  renameSync(unfinished, folder);
  return { folder, files: databases.length };
};
