import { BODY_TABLE } from "./body-table.ts";
import { JOINT_TABLE } from "./joint-table.ts";
import { KEYS_TABLE } from "./keys-table.ts";
import { LISTINGS_TABLE } from "./listings-table.ts";
import { STAGE_TABLE } from "./log-import.ts";
import { LOG_TABLE } from "./log-table.ts";
import { MEETING_TABLES } from "./meeting-tables.ts";
import { MODIFICATION_TABLE } from "./modification-dates.ts";
import { PEER_TABLES } from "./peers-table.ts";

export const BODY_SCHEMA = {
  version: 3,
  tables:
    LOG_TABLE + BODY_TABLE + KEYS_TABLE + MEETING_TABLES + STAGE_TABLE + MODIFICATION_TABLE + JOINT_TABLE + PEER_TABLES + LISTINGS_TABLE,
};
