import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const FILES = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
const FILE_NAMES = new Set(FILES.map((file) => basename(file)));
const PAGES = FILES.filter((file) => /^(?:[A-Z]+|docs\/[a-z-]+|deploy\/README)\.md$/.test(file));
const COMMANDS = new Set(FILES.flatMap((file) => /^src\/cli\/commands\/(.+)\.ts$/.exec(file)?.[1] ?? []));

const ROOMS = /^(?:src|machines|tests|docs|data|deploy)\//;
/** What npm does by itself, where no script of that name is in the way. */
const OF_NPM = new Set(["ci", "run", "audit"]);

const listMatches = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);

const listQuoted = (text: string): readonly string[] => listMatches(text, /`([^`\s]+)`/g);

const listNamedFiles = (text: string): readonly string[] =>
  listQuoted(text).filter((named) => ROOMS.test(named) && !/[*{]|BODY/.test(named));

/** A file by its name alone, where its folder was said before. */
const listBareNames = (text: string): readonly string[] => listQuoted(text).filter((named) => /^[a-z-]+\.(?:ts|tsx)$/.test(named));

const listLinks = (text: string): readonly string[] => listMatches(text, /\]\(([^)\s]+)\)/g).filter((link) => !link.startsWith("http"));

/** As the pages' host names its headings. */
const listAnchors = (text: string): readonly string[] =>
  listMatches(text, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, "")
      .replaceAll(" ", "-"),
  );

const isLinkTo = (page: string, link: string): boolean => {
  const [path = "", anchor] = link.split("#");
  const target = path === "" ? page : join(dirname(page), path);
  return existsSync(join(ROOT, target)) && (anchor === undefined || listAnchors(read(target)).includes(anchor));
};

/** "`decide` in `src/store/body/decide.ts`", "`SAY_FIELD` and `SlotChange` in ...": names, each with the file that has them. */
const listNamesOfFiles = (text: string): readonly (readonly [name: string, file: string])[] =>
  [...text.matchAll(/((?:`[A-Za-z_]+`(?:,| and)? )+)in\s+`([^`\s]+\.tsx?)`/g)].flatMap(([, names = "", file = ""]) =>
    listQuoted(names).map((name) => [name, file] as const),
  );

describe.each(PAGES)("%s", (page) => {
  const text = read(page);

  it("names files that are there", () => {
    expect(listNamedFiles(text).filter((named) => !existsSync(join(ROOT, named)))).toEqual([]);
    expect(listBareNames(text).filter((name) => !FILE_NAMES.has(name))).toEqual([]);
  });

  it("looks for names in the files that have them", () => {
    const isThere = (name: string, file: string): boolean => new RegExp(`\\b${name}\\b`).test(read(file));
    const known = listNamesOfFiles(text).filter(([, file]) => existsSync(join(ROOT, file)));
    expect(known.filter(([name, file]) => !isThere(name, file))).toEqual([]);
  });

  it("links to pages, and headings of them, that are there", () => {
    expect(listLinks(text).filter((link) => !isLinkTo(page, link))).toEqual([]);
  });

  it("runs scripts and commands that are there", () => {
    const scripts = listMatches(text, /(?:^|`|&& )npm (?:run )?([a-z][a-z:-]*)/gm).filter((name) => !OF_NPM.has(name));
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
    expect(listMatches(text, /\bplenary -- ([a-z][a-z-]+)\b/g).filter((name) => !COMMANDS.has(name))).toEqual([]);
  });
});

const architecture = read("docs/architecture.md");

it("the architecture has a row for each room of the house", () => {
  const readFolder = (folder: string): readonly string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `| \`${folder}/${name}/\``);
  expect([...readFolder("src"), ...readFolder("machines")].filter((row) => !architecture.includes(row))).toEqual([]);
});

it("the architecture has a row for each table of the store", () => {
  const sources = FILES.filter((file) => file.startsWith("src/store/"));
  const tables = sources.flatMap((file) => listMatches(read(file), /CREATE TABLE (\w+)/g));
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((table) => !architecture.includes(`\`${table}\``))).toEqual([]);
});
