import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { readCompatibilityDate, V8_FLAGS } from "../../src/cli/service/workerd-config.ts";
import { waitForExit } from "../../src/cli/service/runtime.ts";

/** A Worker of the bench's own, on bare workerd as Plenary is. */
export interface Worker {
  readonly name: string;
  /** File of `tests/bench/rivals`. */
  readonly rival: "raw" | "empty" | "calendar" | "bare-object";
  readonly port: number;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, Uint8Array>>;
  readonly text?: Readonly<Record<string, string>>;
  /** Class of its Durable Object, bound as OBJECT. */
  readonly object?: string;
}

const WORKERD = resolve("node_modules/workerd/bin/workerd");

/** Writes what is bound into files, and says how each is bound. */
const bindings = ({ name, json = {}, data = {}, text = {}, object }: Worker, folder: string): readonly string[] => {
  const kept = (binding: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, `${name}.${binding}`), content);
    return `embed "${name}.${binding}"`;
  };
  return [
    ...Object.entries(json).map(([binding, value]) => `(name = "${binding}", json = ${kept(binding, JSON.stringify(value))})`),
    ...Object.entries(data).map(([binding, value]) => `(name = "${binding}", data = ${kept(binding, value)})`),
    ...Object.entries(text).map(([binding, value]) => `(name = "${binding}", text = ${kept(binding, value)})`),
    ...(object === undefined ? [] : [`(name = "OBJECT", durableObjectNamespace = "${object}")`]),
  ];
};

const stored = (object: string): string => `
  durableObjectNamespaces = [(className = "${object}", uniqueKey = "${object}", enableSql = true)],
  durableObjectStorage = (localDisk = "objects"),`;

const formatConfiguration = (workers: readonly Worker[], folder: string): string => `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [${workers.map(({ name, object }) => `(name = "${name}", worker = .${name})${object === undefined ? "" : ', (name = "objects", disk = (path = "objects", writable = true))'}`).join(", ")}],
  sockets = [${workers.map(({ name, port }) => `(name = "${name}", address = "127.0.0.1:${port}", http = (), service = "${name}")`).join(", ")}],
  v8Flags = ${JSON.stringify(V8_FLAGS)},
);
${workers
  .map(
    (worker) => `
const ${worker.name} :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "${worker.rival}.js")],
  compatibilityDate = "${readCompatibilityDate()}",
  bindings = [${bindings(worker, folder).join(", ")}],${worker.object === undefined ? "" : stored(worker.object)}
);`,
  )
  .join("\n")}
`;

/** Bundles Workers into a folder with the configuration that serves them. */
export const prepareWorkers = async (workers: readonly Worker[], folder: string): Promise<void> => {
  mkdirSync(join(folder, "objects"), { recursive: true });
  await build({
    entryPoints: [...new Set(workers.map(({ rival }) => join(import.meta.dirname, "rivals", `${rival}.ts`)))],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    external: ["cloudflare:workers"],
    logLevel: "error",
  });
  writeFileSync(join(folder, "workerd.capnp"), formatConfiguration(workers, folder));
};

/** Starts workerd on what is prepared in a folder. */
export const spawnWorkerd = (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): ChildProcess =>
  spawn(WORKERD, ["serve", "workerd.capnp", ...options], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...environment },
  });

/** Ends a process and waits until it has. */
export const end = async (child: ChildProcess): Promise<void> => {
  child.kill("SIGTERM");
  await waitForExit(child);
};

export const untilAnswers = async (url: string): Promise<void> => {
  for (let tries = 0; tries < 2400; tries += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await sleep(25);
  }
  throw new Error(`Nothing answers at ${url}.`);
};
