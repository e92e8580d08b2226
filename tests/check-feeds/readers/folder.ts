import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../understood.ts";

/** Prints what a reader makes of each feed in the folder that the command line names. */
export const readFolder = (read: (feed: string) => Omit<Reading, "feed">): void => {
  const folder = process.argv.at(-1) ?? ".";
  for (const feed of readdirSync(folder).toSorted()) {
    try {
      console.log(JSON.stringify({ feed, ...read(readFileSync(join(folder, feed), "utf8")) }));
    } catch (error) {
      console.log(JSON.stringify({ feed, entries: [], errors: [String(error)], warnings: [] }));
    }
  }
};
