import type { ChildProcess } from "node:child_process";
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitForExit, startService } from "../../src/cli/service/runtime.ts";
import type { Reach } from "../../src/cli/service/workerd-config.ts";
import { findFreePort } from "../node/processes.ts";

export const KEY = "whsec_dGhlIGZhdWx0cyBhcmUgc2lnbmVkIHdpdGggdGhpcyBrZXkuLi4=";
export const ORIGIN = "https://plenary.example";

/** One machine that runs the service from a state folder, and may fail in every way. */
export interface Machine {
  readonly url: string;
  readonly state: string;
  /** The file that holds its words, by its descriptor. */
  readonly log: number;
  readonly start: () => Promise<void>;
  /** Ends the process by a signal, and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
  /** Ends it for good, and deletes its state. */
  readonly remove: () => Promise<void>;
}

/** A machine with the service that was built in a folder. */
export const machineWith = async (built: string, reach: Reach = "public"): Promise<Machine> => {
  const state = mkdtempSync(join(tmpdir(), "plenary-faults-"));
  const port = await findFreePort();
  for (const part of ["worker", "assets"]) cpSync(join(built, part), join(state, part), { recursive: true });
  mkdirSync(join(state, "objects"));
  const log = openSync(join(state, "log"), "a");
  let service: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!service) return;
    service.kill(signal);
    await waitForExit(service);
    service = undefined;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    log,
    start: async () => {
      service = await startService({ port, state, publicOrigin: ORIGIN, operatorKey: KEY, output: log, reach });
    },
    end,
    remove: async () => {
      await end("SIGKILL");
      closeSync(log);
      rmSync(state, { recursive: true });
    },
  };
};

/** Another worker for a machine, with a clock that is wrong by so many milliseconds: workerd itself hangs under libfaketime. */
export const installWorker = ({ state }: Machine, built: string, milliseconds = 0): void => {
  const clock = `{ const Right = Date; globalThis.Date = class extends Right {
    constructor(...given) { if (given.length > 0) super(...given); else super(Right.now() + ${milliseconds}); }
    static now() { return Right.now() + ${milliseconds}; }
  }; }\n`;
  writeFileSync(join(state, "worker/index.js"), clock + readFileSync(join(built, "worker/index.js"), "utf8"));
};
