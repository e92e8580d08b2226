import { readdirSync, readFileSync } from "node:fs";

/** Nanoseconds that a process has run, of all threads that it has. */
const readOwn = (pid: number): number => {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((task) => Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]))
      .reduce((sum, time) => sum + time, 0);
  } catch {
    return 0;
  }
};

const isChildOf = (pid: number, other: number): boolean => {
  try {
    return readFileSync(`/proc/${other}/status`, "utf8").includes(`PPid:\t${pid}\n`);
  } catch {
    return false;
  }
};

/** Milliseconds of a processor that a process and its children have taken. */
export const readProcessorMs = (pid: number): number => {
  const others = readdirSync("/proc")
    .map(Number)
    .filter((other) => other > 0 && isChildOf(pid, other));
  return [pid, ...others].reduce((sum, each) => sum + readOwn(each), 0) / 1e6;
};
