import { spawn, spawnSync } from "node:child_process";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever that is. */
export const run = ([command = "", ...args]: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    const parts = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (parts.stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (parts.stderr += chunk));
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, ...parts }));
  });

export const succeeds = ([command = "", ...args]: readonly string[]): boolean => spawnSync(command, args, { stdio: "ignore" }).status === 0;
