import { readFileSync } from "node:fs";

/** The parent of a process, as Linux tells it; undefined elsewhere, or once there is none. */
const findParent = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) \S /s, "")
      .split(" ")[0];
  } catch {
    return undefined;
  }
};

const listAncestors = (): string => `${process.ppid} ${findParent(process.ppid) ?? ""}`;

/** npm and its shell may be killed without a word to us: then the service must not live on. Asks twice a second. */
export const watchForOrphaning = (stop: () => void): void => {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const born = listAncestors();
  setInterval(() => {
    if (listAncestors() !== born) stop();
  }, 500).unref();
};
