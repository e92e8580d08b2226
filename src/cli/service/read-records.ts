import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { MeetingRecord } from "../../meeting/record.ts";
import { readRecordFile } from "../send/announce.ts";

const FOLDER = join(import.meta.dirname, "../../../data/meetings");

/** The record that ships, of which a rehearsal is made; others come beside it by `import`. */
const SHIPPED = "ctoc-cop-wg4-2010.json";

/** The shipped record first, then those that were imported. */
export const readRecords = (folder = FOLDER): readonly [MeetingRecord, ...MeetingRecord[]] => {
  const imported = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== SHIPPED);
  return [readRecordFile(join(folder, SHIPPED)), ...imported.toSorted().map((file) => readRecordFile(join(folder, file)))];
};
