import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** A complete copy of a state folder, and when it was made, milliseconds of the epoch. */
export interface DatedBackup {
  readonly folder: string;
  readonly madeAt: number;
}

const NAME = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)$/;

/** The newest backup in a folder of them, or undefined where there is none. */
export const newestBackup = (backups: string): DatedBackup | undefined => {
  const [newest] = existsSync(backups)
    ? readdirSync(backups)
        .filter((name) => NAME.test(name))
        .toSorted()
        .toReversed()
    : [];
  return newest === undefined ? undefined : { folder: join(backups, newest), madeAt: Date.parse(newest.replace(NAME, "$1$2:$3:$4Z")) };
};

/** An age in words. @param age milliseconds */
export const ageWords = (age: number): string => {
  const hours = Math.max(0, Math.round(age / 3_600_000));
  return hours < 48 ? `${hours} ${hours === 1 ? "hour" : "hours"}` : `${Math.round(hours / 24)} days`;
};
