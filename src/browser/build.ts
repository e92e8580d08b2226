import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const HERE = import.meta.dirname;
const DIST = resolve(HERE, "../../dist");

/** What pages ask for by name; what these import comes along. */
const ENTRIES = ["style.css", "page.ts"];

/**
 * Makes the files for the reader's browser: `dist/assets/NAME-HASH.EXT`, and `dist/assets.json`, which says where each is
 * served. Equal sources, equal names.
 */
export const buildBrowser = (): void => {
  rmSync(join(DIST, "assets"), { recursive: true, force: true });
  const { metafile } = buildSync({
    entryPoints: ENTRIES.map((name) => join(HERE, name)),
    outdir: join(DIST, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target: "es2022",
    metafile: true,
    logLevel: "warning",
  });
  const addresses = Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
    entryPoint === undefined ? [] : [[basename(entryPoint), `/assets/${basename(output)}`]],
  );
  mkdirSync(DIST, { recursive: true });
  writeFileSync(join(DIST, "assets.json"), `${JSON.stringify(Object.fromEntries(addresses), null, 2)}\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) buildBrowser();
