import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
const WRANGLER = resolve("node_modules/wrangler/bin/wrangler.js");
const IS_RUNNING = 75;

/** The same bundle that goes to Cloudflare. */
const build = (outdir: string): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRANGLER, "deploy", "--dry-run", "--minify", "--outdir", outdir], {
    encoding: "utf8",
    // Its build step runs `node`: the project's own, whoever started us.
    env: { ...process.env, PATH: `${BIN}:${process.env["PATH"] ?? ""}`, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG: "warn", CI: "true" },
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
    (name = "assets", disk = (path = "assets")),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "plenary")],
);

const plenary :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "worker/index.js")],
  compatibilityDate = "${compatibilityDate()}",
  bindings = [
    (name = "BODIES", durableObjectNamespace = "BodyObject"),
    (name = "DIRECTORY", durableObjectNamespace = "DirectoryObject"),
    (name = "ASSETS", service = "assets"),
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

const isGuarded = (): boolean => process.platform === "linux" && has("flock") && has("setpriv");

/**
 * Two services writing to one folder would both succeed, silently: the kernel's lock lets one in, and is gone with it.
 * The service also ends with this process, however that ends. Both are util-linux's, so Linux only.
 */
const guarded = (command: readonly string[], state: string): readonly string[] =>
  isGuarded()
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

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/robots.txt`).then(
    () => true,
    () => false,
  );

const untilReady = async (service: ChildProcess, url: string): Promise<void> => {
  for (let tries = 0; tries < 600 && service.exitCode === null && service.signalCode === null; tries += 1) {
    if (await answers(url)) return;
    await sleep(50);
  }
  if (service.exitCode === IS_RUNNING)
    throw new Error("Plenary is running on this state folder already. Stop it first, or choose another with --state.");
  throw new Error("The service did not start; its own words are above.");
};

/** The parent of a process, as Linux tells it; undefined elsewhere, or once there is none. */
const parentOf = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) \S /s, "")
      .split(" ")[0];
  } catch {
    return undefined;
  }
};

const ancestors = (): string => `${process.ppid} ${parentOf(process.ppid) ?? ""}`;

/** npm and its shell may be killed without a word to us: then the service must not live on. Asks twice a second. */
const onOrphaned = (stop: () => void): void => {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const born = ancestors();
  setInterval(() => {
    if (ancestors() !== born) stop();
  }, 500).unref();
};

/** Starts the service on bare workerd and waits until it answers. */
export const startService = async ({ port, state, publicOrigin, operatorKey }: RuntimeOptions): Promise<ChildProcess> => {
  const local = `http://127.0.0.1:${port}`;
  if (await answers(local)) throw new Error(`Something is running at port ${port} already. Stop it first, or choose another with --port.`);
  mkdirSync(join(state, "objects"), { recursive: true });
  build(join(state, "worker"));
  cpSync("dist/assets", join(state, "assets"), { recursive: true });
  writeFileSync(join(state, "workerd.capnp"), configuration(port));
  if (!isGuarded())
    console.warn("This machine has no flock and setpriv (util-linux): see to it that no second service writes to this state folder.");
  const [command = "", ...args] = guarded([join(BIN, "workerd"), "serve", "workerd.capnp"], resolve(state));
  const service = spawn(command, args, {
    cwd: state,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, PUBLIC_ORIGIN: publicOrigin, PLENARY_OPERATOR_KEY: operatorKey },
  });
  onOrphaned(() => service.kill());
  try {
    await untilReady(service, local);
  } catch (error) {
    service.kill();
    throw error;
  }
  return service;
};
