import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGES = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md"];

const ROOMS = /^(?:src|machines|tests|docs|data|deploy)\//;
const listNamedFiles = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`\s]+)`/g)].flatMap(([, named]) =>
    named !== undefined && ROOMS.test(named) && !/[*{]|BODY/.test(named) ? [named] : [],
  );

const listLinks = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) =>
    link === undefined || /^(?:https?:|#)/.test(link) ? [] : [link.replace(/#.*/, "")],
  );

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(join(ROOT, page), "utf8");

  it("names files that are there", () => {
    expect(listNamedFiles(text).filter((named) => !existsSync(join(ROOT, named)))).toEqual([]);
  });

  it("links to pages that are there", () => {
    expect(listLinks(text).filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });
});

const architecture = readFileSync(join(ROOT, "docs/architecture.md"), "utf8");

it("the architecture has a row for each room of the house", () => {
  const readFolder = (folder: string): readonly string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `| \`${folder}/${name}/\``);
  expect([...readFolder("src"), ...readFolder("machines")].filter((row) => !architecture.includes(row))).toEqual([]);
});

it("the architecture has a row for each table of the store", () => {
  const store = join(ROOT, "src/store");
  const sources = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const tables = sources.flatMap((name) =>
    [...readFileSync(join(store, name), "utf8").matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table),
  );
  expect(tables.length).toBeGreaterThan(0);
  expect(tables.filter((table) => !architecture.includes(`\`${table}\``))).toEqual([]);
});
