import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, type BuildOptions } from "esbuild";
import { buildEventsJsonSchema } from "../meeting/event-descriptors.ts";
import { buildOpenApi } from "../api/openapi.ts";
import { PAGE_MESSAGES } from "../i18n/pages/all.ts";

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, "../..");
const DIST = join(ROOT, "dist");

/** What pages ask for by name; what these import comes along. */
const ENTRIES = ["style.css", "icon.svg", "touch-icon.png", "page.ts", "console.css", "console.tsx", "setup.tsx"];

/** By itself: a service worker imports nothing. */
const WORKER = "sw.ts";

type Files = ReadonlyMap<string, Uint8Array>;

const bundle = (entries: readonly string[], form: Pick<BuildOptions, "splitting" | "format">) =>
  buildSync({
    ...form,
    entryPoints: entries.map((name) => join(HERE, name)),
    outdir: join(DIST, "assets"),
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    loader: { ".svg": "copy", ".png": "copy" },
    bundle: true,
    minify: true,
    charset: "utf8",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "warning",
  });

/** Scripts and styles, each under a name that changes with its bytes; and where each entry is served. */
const bundleForBrowsers = (): { readonly files: Files; readonly addresses: Record<string, string> } => {
  const bundles = [bundle(ENTRIES, { splitting: true, format: "esm" }), bundle([WORKER], { format: "iife" })];
  const addresses = bundles.flatMap(({ metafile }) =>
    Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[basename(entryPoint), `/assets/${basename(output)}`]],
    ),
  );
  return {
    files: new Map(bundles.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [basename(path), contents] as const))),
    addresses: Object.fromEntries(addresses) as Record<string, string>,
  };
};

const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The version of this release, as `package.json` has it. */
const readVersion = (): string => (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { readonly version: string }).version;

/** The operator's own, which is no part of the project. */
const LOGO = join(ROOT, "operator/logo.svg");
const readLogo = (): Files => new Map(existsSync(LOGO) ? [["logo.svg", readFileSync(LOGO)]] : []);

/** What programs read to know what goes over the wire. */
const describeApi = (): Files =>
  new Map([
    ["events.schema.json", encodeJson(buildEventsJsonSchema())],
    ["openapi.json", encodeJson(buildOpenApi(readVersion()))],
  ]);

/** Makes a folder hold these files and no others. What is right already is left alone: another process may be reading it. */
const fillFolder = (folder: string, files: Files): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes);
  }
  for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name), { recursive: true });
};

/**
 * Makes what is served as it is: `dist/assets`, with the files for the reader's browser, the words of pages, the JSON Schema of
 * events and the description of the API; and `dist/addresses/assets.json`, by which pages find them. Equal sources, equal names.
 */
export const buildAssets = (): void => {
  const { files, addresses } = bundleForBrowsers();
  const messages = Object.entries(PAGE_MESSAGES).map(([language, table]) => [`words-${language}.json`, encodeJson(table)] as const);
  fillFolder(join(DIST, "assets"), new Map([...files, ...messages, ...describeApi(), ...readLogo()]));
  fillFolder(join(DIST, "addresses"), new Map([["assets.json", encodeJson(addresses)]]));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) buildAssets();
