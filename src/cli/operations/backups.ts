import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { reportFailure, reportOk, type Finding } from "./finding.ts";

/** A complete copy of a state folder, and when it was made, milliseconds of the epoch. */
export interface DatedBackup {
  readonly folder: string;
  readonly madeAt: number;
}

const NAME = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)$/;

/** The newest backup in a folder of them, or undefined where there is none. */
export const findNewestBackup = (backups: string): DatedBackup | undefined => {
  const [newest] = existsSync(backups)
    ? readdirSync(backups)
        .filter((name) => NAME.test(name))
        .toSorted()
        .toReversed()
    : [];
  return newest === undefined ? undefined : { folder: join(backups, newest), madeAt: Date.parse(newest.replace(NAME, "$1$2:$3:$4Z")) };
};

/** An age in words. @param age milliseconds */
const describeAge = (age: number): string => {
  const hours = Math.max(0, Math.round(age / 3_600_000));
  return hours < 48 ? `${hours} ${hours === 1 ? "hour" : "hours"}` : `${Math.round(hours / 24)} days`;
};

const OLDEST = 2 * 86_400_000;

/** Whether there is a backup of the last two days. */
export const checkBackupAge = (backups: string, now: number): Finding => {
  const newest = findNewestBackup(backups);
  if (!newest) return reportFailure(`${backups} has no backup.`, "systemctl start plenary-backup, and see that its timer is enabled.");
  const age = now - newest.madeAt;
  const words = `The newest backup is ${describeAge(age)} old.`;
  return age > OLDEST ? reportFailure(words, "See why the timer did not make one: journalctl -u plenary-backup.") : reportOk(words);
};
