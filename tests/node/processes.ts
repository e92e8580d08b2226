import { spawn, type ChildProcess } from "node:child_process";

export { findFreePort } from "../../src/cli/service/find-free-port.ts";

/** Commands of the project, run as a person or a unit runs them. */

export interface Finished {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  readonly output: () => string;
}

/** Runs `plenary` with these words; in a group of its own, so that all of it can be killed at once. */
export const run = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running => {
  const child = spawn("node", ["src/cli/plenary.ts", ...args], { env: { ...process.env, ...environment }, detached: true });
  const parts = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (parts.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (parts.stderr += chunk.toString()));
  const finished = new Promise<Finished>((resolve) => child.once("close", (status) => resolve({ status, ...parts })));
  return { process: child, finished, output: () => parts.stdout + parts.stderr };
};

/** Waits until a command that stays has said this. */
export const untilSaid = async (running: Running, words: string): Promise<Running> => {
  const ended = running.finished.then(({ stderr }) => Promise.reject(new Error(`it ended: ${stderr}`)));
  const said = new Promise<void>((resolve) => running.process.stdout?.on("data", () => running.output().includes(words) && resolve()));
  ended.catch(() => undefined);
  await Promise.race([said, ended]);
  return running;
};
