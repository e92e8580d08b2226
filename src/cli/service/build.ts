import { spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";

const BIN = resolve("node_modules/.bin");
const WRANGLER = resolve("node_modules/wrangler/bin/wrangler.js");

/** Where `npm run build` leaves what `npm run serve` serves. */
const BUILT = "dist";
const ASSETS = join(BUILT, "assets");

/** Builds the worker that goes to Cloudflare, and its assets, in a folder. */
export const buildService = (folder: string = BUILT, options: readonly string[] = ["--minify"]): void => {
  const outdir = join(folder, "worker");
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRANGLER, "deploy", "--dry-run", ...options, "--outdir", outdir], {
    encoding: "utf8",
    // Its build step runs `node`: the project's own, whoever started us.
    env: { ...process.env, PATH: `${BIN}:${process.env["PATH"] ?? ""}`, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG: "warn", CI: "true" },
  });
  if (status !== 0) throw new Error(`The worker could not be built.\n${stdout}${stderr}`);
  if (folder !== BUILT) cpSync(ASSETS, join(folder, "assets"), { recursive: true });
};

/** Brings into a folder what was built before. */
export const copyBuilt = (folder: string): void => {
  if (!existsSync(join(BUILT, "worker/index.js"))) throw new Error('The service is not built yet. Run "npm run build" first.');
  for (const part of ["worker", "assets"]) cpSync(join(BUILT, part), join(folder, part), { recursive: true });
};
