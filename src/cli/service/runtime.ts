import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { requireDirectory } from "../operations/stored-objects.ts";
import { LOOPBACK_ADDRESS } from "../../meeting/loopback.ts";
import { watchForOrphaning } from "./orphaning.ts";
import { formatConfiguration, type Reach } from "./workerd-config.ts";
import { IS_RUNNING, canGuard, guard, WHY_LOCKED, requireStopped } from "./state-lock.ts";

/** How the service is to run on this machine. */
export interface RuntimeOptions {
  readonly port: number;
  /** Where everything is kept, beside the service that was built there. Delete it to begin anew. */
  readonly state: string;
  readonly publicOrigin: string;
  readonly operatorKey: string;
  /** Where its own words go, if not where ours do: a file's descriptor, or a function, line by line. */
  readonly output?: number | ((line: string) => void);
  /** How far news may go, if not as the operator's environment says. */
  readonly reach?: Reach;
  /** Where mail goes, if not as the operator's environment says. */
  readonly mailServer?: string | undefined;
  /** Brings what is to be served into the state folder: not before it is known that no other service has it. */
  readonly prepare?: () => void;
}

const BIN = resolve("node_modules/.bin");

const isReachable = (url: string): Promise<boolean> =>
  fetch(`${url}/robots.txt`).then(
    () => true,
    () => false,
  );

const waitUntilReady = async (service: ChildProcess, url: string): Promise<void> => {
  for (let tries = 0; tries < 600 && service.exitCode === null && service.signalCode === null; tries += 1) {
    if (await isReachable(url)) return;
    await sleep(50);
  }
  if (service.exitCode === IS_RUNNING) throw new Error(WHY_LOCKED);
  throw new Error("The service did not start; its own words are above.");
};

/** Hands on what a service says, from either of its streams. */
const passLines = (service: ChildProcess, print: (line: string) => void): void => {
  for (const input of [service.stdout, service.stderr]) if (input) createInterface({ input }).on("line", print);
};

/** Starts what was built in the state folder on bare workerd, and waits until it answers. */
export const startService = async ({
  port,
  state,
  publicOrigin,
  operatorKey,
  output,
  prepare,
  reach = process.env["PLENARY_NEWS_LOOPBACK"] === "allowed" ? "loopback" : "public",
  mailServer = reach === "nowhere" ? undefined : process.env["PLENARY_MAIL_SERVER"],
}: RuntimeOptions): Promise<ChildProcess> => {
  const local = `http://${LOOPBACK_ADDRESS}:${port}`;
  if (await isReachable(local))
    throw new Error(`Something is running at port ${port} already. Stop it first, or choose another with --port.`);
  mkdirSync(join(state, "objects"), { recursive: true });
  requireStopped(state);
  requireDirectory(join(state, "objects"));
  prepare?.();
  writeFileSync(join(state, "workerd.capnp"), formatConfiguration(port, reach, mailServer));
  if (!canGuard())
    console.warn("This machine has no flock and setpriv (util-linux): see to it that no second service writes to this state folder.");
  const [command = "", ...args] = guard([join(BIN, "workerd"), "serve", "workerd.capnp"], resolve(state));
  const stream = typeof output === "function" ? "pipe" : (output ?? "inherit");
  const service = spawn(command, args, {
    cwd: state,
    stdio: ["ignore", stream, stream],
    env: {
      ...process.env,
      PUBLIC_ORIGIN: publicOrigin,
      PLENARY_OPERATOR_KEY: operatorKey,
      ...(reach === "loopback" && { PLENARY_NEWS_LOOPBACK: "allowed" }),
    },
  });
  if (typeof output === "function") passLines(service, output);
  watchForOrphaning(() => service.kill());
  try {
    await waitUntilReady(service, local);
  } catch (error) {
    service.kill();
    throw error;
  }
  return service;
};

/** Milliseconds that requests in flight have to be answered; what is open for ever, such as a WebSocket, is then cut off. */
const GRACE = 10_000;

/** Lets the service answer what it has begun, and end. */
const requestStop = (service: ChildProcess): void => {
  service.kill("SIGTERM");
  setTimeout(() => service.kill("SIGKILL"), GRACE).unref();
};

/** Once a process that this one started has ended. */
export const waitForExit = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};

/** Stops a service that this process started, and waits until it has ended. */
export const stop = async (service: ChildProcess): Promise<void> => {
  requestStop(service);
  await waitForExit(service);
};

/** The exit status of a service, once it has ended: 0 where it was stopped by a signal to this process. */
export const runUntilExit = (service: ChildProcess): Promise<number> =>
  new Promise((resolved) => {
    let isStopped = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => {
        isStopped = true;
        requestStop(service);
      });
    const end = (code: number | null): void => resolved(isStopped ? 0 : code || 1);
    service.once("exit", end);
    if (service.exitCode !== null || service.signalCode !== null) end(service.exitCode);
  });
