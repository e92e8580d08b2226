import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Machine } from "./machine.ts";
import type { Outcome, Scene } from "./scene.ts";

/** What the faults of disks share: the folder of the objects is a file system of its own, which root alone can mount. */

export const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

export const objectsOf = ({ state }: Machine): string => join(state, "objects");

export const isWritable = (machine: Machine): boolean => {
  const file = join(objectsOf(machine), "tried");
  try {
    writeFileSync(file, "");
    rmSync(file);
    return true;
  } catch {
    return false;
  }
};

export const clear = (machine: Machine): void => void succeeds("umount", objectsOf(machine));

export const NOT_TRIED: Outcome = {
  runs: 0,
  events: 0,
  lost: 0,
  halfApplied: 0,
  differing: 0,
  ineffective: 0,
  note: "not tried: mounting needs root",
};

export const feedsOf = async ({ machine, witness }: Scene): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(witness.feeds().map(async (path) => [path, await (await fetch(machine.url + path)).text()] as const)));
