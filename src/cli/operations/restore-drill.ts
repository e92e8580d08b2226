import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkBackupAge, findNewestBackup } from "./backups.ts";
import { checkWhole, listDatabases, readHeads, type Heads } from "./backup.ts";
import { copyBuilt } from "../service/build.ts";
import { checkRestored } from "./drill-checks.ts";
import { reportFailure, reportOk, type Finding } from "./finding.ts";
import { findFreePort } from "../service/find-free-port.ts";
import { createSecret } from "../service/create-secret.ts";
import { LOOPBACK_ADDRESS } from "../../meeting/loopback.ts";
import { startService, stop } from "../service/runtime.ts";

/** What the copy says is no finding. */
const STDERR = 2;

const startAndRead = async (state: string, heads: Heads): Promise<readonly Finding[]> => {
  const port = await findFreePort();
  const url = `http://${LOOPBACK_ADDRESS}:${port}`;
  // A key of this drill alone: nothing is sent, but the logs are asked for.
  const secret = createSecret();
  copyBuilt(state);
  const service = await startService({ port, state, publicOrigin: url, operatorKey: secret, output: STDERR, reach: "nowhere" });
  try {
    return await checkRestored({ url, secret }, join(state, "objects"), heads);
  } finally {
    await stop(service);
  }
};

const drill = async (folder: string): Promise<readonly Finding[]> => {
  const state = mkdtempSync(join(tmpdir(), "plenary-drill-"));
  try {
    const objects = join(state, "objects");
    cpSync(join(folder, "objects"), objects, { recursive: true });
    const databases = listDatabases(objects);
    for (const file of databases) checkWhole(join(objects, file));
    return [reportOk(`${folder}: ${databases.length} databases, each whole.`), ...(await startAndRead(state, readHeads(folder)))];
  } catch (error) {
    return [
      reportFailure(
        `${folder} can't be restored: ${error instanceof Error ? error.message : String(error)}`,
        "Restore an older backup, and see what damaged this one.",
      ),
    ];
  } finally {
    if (existsSync(state)) rmSync(state, { recursive: true });
  }
};

/** Restores the newest backup in a folder of its own, reads all of it, and deletes the folder. */
export const restoreDrill = async (backups: string, now: number): Promise<readonly Finding[]> => {
  const newest = findNewestBackup(backups);
  const age = checkBackupAge(backups, now);
  return newest ? [age, ...(await drill(newest.folder))] : [age];
};
