import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A document that is half understood, made whole on the command line: no JSON is opened. */

const AGENDA = [
  "1. Opening of the session",
  "2. Adoption of the agenda",
  "3. State of the reefs",
  "4. Moorings",
  "five: Budget",
  "6. Adoption of the report",
];
const PROGRAMME = [
  ["Monday, 2 June", "10 a.m.-1 p.m.", "Items 1 and 2", "two to five in the afternoon", "Item 3"],
  ["Tuesday, 3 June", "10 a.m.-1 p.m.", "Item 4", "2-5 p.m.", "Budget working lunch, then item 5"],
  ["Wednesday, 4 June", "from ten o'clock: adoption of the report"],
].flat();
const write = (symbol: string, ...more: readonly string[]): string =>
  [
    symbol,
    "",
    "Coral Reef Commission",
    "",
    "Twelfth session",
    "",
    "Suva, 2-4 June 2031",
    "",
    "PROVISIONAL AGENDA",
    "",
    ...AGENDA,
    ...more,
    "",
    "PROGRAMME",
    "",
    ...PROGRAMME,
  ].join("\n");

const folder = mkdtempSync(join(tmpdir(), "plenary-steps-"));
const record = join(folder, "data/meetings/reefs-12.json");
const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync("node", [resolve("src/cli/plenary.ts"), "import", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};
const SET = ["--set", "body.id=reefs", "--set", "id=12"];
const readRecord = () =>
  JSON.parse(readFileSync(record, "utf8")) as {
    agenda: { items: { number: string; title: string }[] };
    slots: { start: string; end?: string; items: string[] }[];
  };
const slots = () => readRecord().slots.map(({ start, end, items }) => `${start.slice(8)}-${end?.slice(11) ?? ""} ${items.join(" ")}`);
const WHOLE = ["02T10:00-13:00 1 2", "02T14:00-17:00 3", "03T10:00-13:00 4", "03T14:00-17:00 5", "04T10:00-12:00 6"];

beforeAll(() => {
  mkdirSync(join(folder, "data/meetings"), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "reefs.txt"), write("REEF/12/1"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The number of a line, as the account of lines gives it. */
const findLine = (account: string, text: string): string => {
  const found = account.split("\n").find((line) => line.endsWith(`| ${text}`));
  return found?.trim().split(" ", 1)[0] ?? "";
};

describe("a document that is read at half", () => {
  it("is whole in three steps", () => {
    const { stdout: account } = run("reefs.txt", "--lines");
    const say = (text: string, meaning: string): readonly string[] => ["--line", `${findLine(account, text)} = ${meaning}`];
    const first = run(
      "reefs.txt",
      ...say("five: Budget", "item 5 = Budget"),
      ...say("two to five in the afternoon", "slot 2 June 14:00-17:00"),
      ...say("from ten o'clock: adoption of the report", "slot 4 June 10:00-12:00 = 6"),
    );
    expect(first.stderr).toContain("The draft is kept in reefs.draft.json");
    // What was said of lines need not be said again.
    const second = run("reefs.txt", ...SET, "--slot", "3 June 14:00-17:00 = 5");
    expect(second.stdout).toContain("Written: data/meetings/reefs-12.json");
    expect(slots()).toEqual(WHOLE);
    expect(readRecord().agenda.items.map(({ number, title }) => `${number} ${title}`)).toContain("5 Budget");
  });

  it("has what was said kept beside its record, as a text", () => {
    expect(readFileSync(join(folder, "data/meetings/reefs-12.rules.txt"), "utf8")).toContain("line: two to five in the afternoon");
    expect(existsSync(join(folder, "reefs.rules.txt"))).toBe(false);
  });

  it("has it applied to its next revision", () => {
    writeFileSync(join(folder, "revised.txt"), write("REEF/12/1/Rev.1", "7. Other matters"));
    expect(run("revised.txt", ...SET, "--revise").stdout).toContain("Replaced: data/meetings/reefs-12.json");
    expect(slots()).toEqual(WHOLE);
    expect(readRecord().agenda.items).toHaveLength(7);
  });

  it("is read without it where that is asked for", () => {
    expect(run("revised.txt", ...SET, "--forget").stdout).toContain("was not touched");
    expect(run("revised.txt", ...SET, "--forget", "--json").stdout).not.toContain("2031-06-04T10:00");
  });

  it("is refused where what was said can't be read", () => {
    writeFileSync(join(folder, "reefs.rules.txt"), "line: five\nmeans: 5\n");
    expect(run("reefs.txt").stderr).toContain("reefs.rules.txt can't be read");
    rmSync(join(folder, "reefs.rules.txt"));
  });

  it("is told of a line that there is none of", () => {
    expect(run("reefs.txt", "--line", "9000 = nothing").stdout).toContain("unknown-line");
    expect(run("reefs.txt", "--line", "12 = perhaps").stdout).toContain("unknown-line");
  });
});
