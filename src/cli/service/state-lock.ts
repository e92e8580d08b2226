import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const IS_RUNNING = 75;
const LOCK = "lock";

const isInstalled = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

export const canGuard = (): boolean => process.platform === "linux" && isInstalled("flock") && isInstalled("setpriv");

/**
 * Two services writing to one folder would both succeed, silently: the kernel's lock lets one in, and is gone with it.
 * The service also ends with this process, however that ends. Both are util-linux's, so Linux only.
 */
export const guard = (command: readonly string[], state: string): readonly string[] =>
  canGuard()
    ? [
        "setpriv",
        "--pdeathsig",
        "TERM",
        "flock",
        "--nonblock",
        "--no-fork",
        "--conflict-exit-code",
        String(IS_RUNNING),
        join(state, LOCK),
        ...command,
      ]
    : command;

export const WHY_LOCKED = "Plenary is running on this state folder already. Stop it first, or choose another with --state.";

/** Whether another has the lock now. It is taken in earnest by the service itself, which alone can keep it. */
const isLocked = (state: string): boolean =>
  canGuard() &&
  spawnSync("flock", ["--nonblock", "--conflict-exit-code", String(IS_RUNNING), join(state, LOCK), "true"]).status === IS_RUNNING;

/** Throws where a service has the state folder. */
export const requireStopped = (state: string): void => {
  if (isLocked(state)) throw new Error(WHY_LOCKED);
};
