import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The databases of the objects of one kind, as paths: workerd's own book of them is none. */
export const listObjects = (objects: string, kind: "plenary-body" | "plenary-directory"): readonly string[] => {
  const folder = join(objects, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".sqlite") && file !== "metadata.sqlite")
    .map((file) => join(folder, file));
};

const queryDirectory = <Value>(objects: string, use: (directory: DatabaseSync) => Value): Value | undefined => {
  const [file] = listObjects(objects, "plenary-directory");
  if (file === undefined) return undefined;
  const directory = new DatabaseSync(file);
  try {
    return use(directory);
  } finally {
    directory.close();
  }
};

const countListed = (objects: string): number =>
  queryDirectory(objects, (directory) => {
    const has = directory.prepare("SELECT 1 FROM sqlite_master WHERE name = 'bodies'").get();
    return has ? Number(directory.prepare("SELECT count(*) AS bodies FROM bodies").get()?.["bodies"]) : 0;
  }) ?? 0;

/** Throws where bodies are stored and no directory names one: it would be as if there had never been any, and calendars would be deleted. */
export const requireDirectory = (objects: string): void => {
  const stored = listObjects(objects, "plenary-body").length;
  if (stored > 0 && countListed(objects) === 0)
    throw new Error(
      `${stored} bodies are stored in ${objects}, and none is known to the directory: it is lost. Restore a backup (docs/operating.md).`,
    );
};

/** Lets a body be what is left of it: the directory no longer knows how far its log went. False where it knows no such body. */
export const acceptLoss = (objects: string, body: string): boolean =>
  queryDirectory(
    objects,
    (directory) => Number(directory.prepare("UPDATE bodies SET position = 0, listing = -1 WHERE id = ?").run(body).changes) > 0,
  ) ?? false;
