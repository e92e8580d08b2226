import { readdirSync, readFileSync } from "node:fs";

const readStatus = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
};

/** MiB that a process, or the greatest of its children, holds in memory. */
export const readResidentMiB = (pid: number): number => {
  const pids = readdirSync("/proc")
    .map(Number)
    .filter((other) => other > 0);
  const held = [pid, ...pids.filter((other) => readStatus(other).includes(`PPid:\t${pid}\n`))].map(
    (each) => Number(/^VmRSS:\s+(\d+)/m.exec(readStatus(each))?.[1] ?? 0) / 1024,
  );
  return Math.max(0, ...held);
};
