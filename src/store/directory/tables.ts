import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { FINDING_COLUMNS } from "./findings-table.ts";

/**
 * `position` is the length of a body's log as far as the directory was told, `listing` the last change of what lists say that it took,
 * `machine` in whose words, and `registered` how often the record came: so each revision rises with what it is of, and with nothing else.
 * A row of `listings` is a meeting of another body that a body lists, as that one's row in `meetings` says it.
 * `sequence` and `stamp` are those of a meeting's entry in the calendar of all bodies.
 */
export const DIRECTORY_SCHEMA = {
  version: 3,
  tables: `
    CREATE TABLE bodies (
      id TEXT PRIMARY KEY,
      record TEXT,
      registered INTEGER NOT NULL DEFAULT 0,
      position INTEGER NOT NULL DEFAULT 0,
      listing INTEGER NOT NULL DEFAULT 0,
      machine INTEGER NOT NULL DEFAULT ${MACHINE_VERSION},
      ${FINDING_COLUMNS}
    ) WITHOUT ROWID;
    CREATE INDEX bodies_by_registration ON bodies (registered);
    CREATE INDEX bodies_by_inspection ON bodies (inspected);
    CREATE INDEX bodies_at_fault ON bodies (id) WHERE faults <> '[]';
    CREATE TABLE meetings (
      body TEXT NOT NULL,
      id TEXT NOT NULL,
      opens_on TEXT NOT NULL,
      closes_on TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      stamp INTEGER NOT NULL,
      overview TEXT NOT NULL,
      PRIMARY KEY (body, id)
    ) WITHOUT ROWID;
    CREATE INDEX meetings_latest ON meetings (body, opens_on DESC, id);
    CREATE INDEX meetings_by_end ON meetings (closes_on);
    CREATE TABLE listings (body TEXT NOT NULL, id TEXT NOT NULL, of_body TEXT NOT NULL, of_meeting TEXT NOT NULL, PRIMARY KEY (body, id)) WITHOUT ROWID;`,
};
