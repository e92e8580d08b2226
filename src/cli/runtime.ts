import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How the service is to run on this machine. */
export interface RuntimeOptions {
  readonly port: number;
  /** Where everything is kept: delete it to begin anew. */
  readonly state: string;
  readonly publicOrigin: string;
  readonly operatorKey: string;
}

const BIN = resolve("node_modules/.bin");
const IS_RUNNING = 75;

/** The same bundle that goes to Cloudflare. */
const build = (outdir: string): void => {
  const { status, stdout, stderr } = spawnSync(join(BIN, "wrangler"), ["deploy", "--dry-run", "--minify", "--outdir", outdir], {
    encoding: "utf8",
    env: { ...process.env, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG: "warn", CI: "true" },
  });
  if (status !== 0) throw new Error(`The worker could not be built.\n${stdout}${stderr}`);
};

const compatibilityDate = (): string => {
  const date = /^compatibility_date = "([\d-]+)"/m.exec(readFileSync("wrangler.toml", "utf8"))?.[1];
  if (!date) throw new Error("wrangler.toml has no compatibility_date.");
  return date;
};

/** workerd's configuration; secrets come from its environment, so that none stands in a file. */
const configuration = (port: number): string => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "plenary", worker = .plenary),
    (name = "objects", disk = (path = "objects", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "plenary")],
);

const plenary :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "worker/index.js")],
  compatibilityDate = "${compatibilityDate()}",
  bindings = [
    (name = "BODIES", durableObjectNamespace = "BodyObject"),
    (name = "DIRECTORY", durableObjectNamespace = "DirectoryObject"),
    (name = "PUBLIC_ORIGIN", fromEnvironment = "PUBLIC_ORIGIN"),
    (name = "PLENARY_OPERATOR_KEY", fromEnvironment = "PLENARY_OPERATOR_KEY"),
  ],
  durableObjectNamespaces = [
    (className = "BodyObject", uniqueKey = "plenary-body", enableSql = true),
    (className = "DirectoryObject", uniqueKey = "plenary-directory", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
);
`;

const has = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

/**
 * Two services writing to one folder would both succeed, silently: the kernel's lock lets one in, and is gone with it.
 * The service also ends with this process, however that ends. Both are util-linux's, so Linux only.
 */
const guarded = (command: readonly string[], state: string): readonly string[] =>
  process.platform === "linux" && has("flock") && has("setpriv")
    ? [
        "setpriv",
        "--pdeathsig",
        "TERM",
        "flock",
        "--nonblock",
        "--no-fork",
        "--conflict-exit-code",
        String(IS_RUNNING),
        join(state, "lock"),
        ...command,
      ]
    : command;

const untilReady = async (service: ChildProcess, url: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (service.exitCode === IS_RUNNING)
      throw new Error("Plenary is running on this state folder already. Stop it first, or choose another with --state.");
    if (service.exitCode !== null) throw new Error("The service did not start; its own words are above.");
    const isUp = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error("The service did not answer within half a minute.");
};

/** Starts the service on bare workerd and waits until it answers. */
export const startService = async ({ port, state, publicOrigin, operatorKey }: RuntimeOptions): Promise<ChildProcess> => {
  mkdirSync(join(state, "objects"), { recursive: true });
  build(join(state, "worker"));
  writeFileSync(join(state, "workerd.capnp"), configuration(port));
  const [command = "", ...args] = guarded([join(BIN, "workerd"), "serve", "workerd.capnp"], resolve(state));
  const service = spawn(command, args, {
    cwd: state,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PUBLIC_ORIGIN: publicOrigin, PLENARY_OPERATOR_KEY: operatorKey },
  });
  try {
    await untilReady(service, `http://127.0.0.1:${port}`);
  } catch (error) {
    service.kill();
    throw error;
  }
  return service;
};
