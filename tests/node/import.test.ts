import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { draftSource } from "../../src/cli/import/command.ts";
import { PLACES } from "../../src/cli/import/gazetteer.ts";
import { formatRecord } from "../../src/cli/import/kept-files.ts";
import { readSource } from "../../src/cli/import/read-source.ts";
import { isZone } from "../../src/meeting/local-time.ts";
import { FORMS } from "../support/document-forms.ts";

/** From the official document to the record: what ships, and one document of our own for each layout. */

const SHIPPED = "data/meetings/ctoc-cop-wg4-2010.json";
const SUPPLIED = [
  "symbol=CTOC/COP/WG.4/2010/1",
  "body.id=ctoc-cop-wg4",
  "id=2010",
  "shortName=TIP WG",
  "body.documents=https://undocs.org/{symbol}",
];

const draft = async (file: string, settings: readonly string[]) => {
  const source = await readSource({ file, settings });
  if (!source.ok) throw new Error(source.error);
  return draftSource(source.value);
};

describe("the shipped document", () => {
  it.each(["data/documents/ctoc-cop-wg4-2010.txt", "tests/documents/ctoc-cop-wg4-2010.docx"])(
    "%s imports to the shipped record, byte for byte",
    async (file) => {
      const { meeting, warnings } = await draft(file, SUPPLIED);
      expect(warnings).toEqual([]);
      expect(meeting).toEqual(JSON.parse(readFileSync(SHIPPED, "utf8")));
      expect(formatRecord(meeting)).toBe(readFileSync(SHIPPED, "utf8"));
    },
  );

  it.each(["html", "xlsx", "pdf"])("imports to the same record, byte for byte, where it comes as .%s", async (form) => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-forms-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    // Bold and italics are marks in a text, and letters of a font elsewhere.
    const text = readFileSync("data/documents/ctoc-cop-wg4-2010.txt", "utf8").replaceAll(/<\/?i>|\*\*/g, "");
    const file = join(folder, `agenda.${form}`);
    writeFileSync(file, FORMS[form]?.(text) ?? "");
    const { meeting, warnings } = await draft(file, SUPPLIED);
    expect(warnings.filter(({ code }) => code !== "footnote")).toEqual([]);
    expect(formatRecord(meeting)).toBe(readFileSync(SHIPPED, "utf8"));
  });

  it("says what the document lacks and how to supply it", async () => {
    const { meeting, warnings } = await draft("data/documents/ctoc-cop-wg4-2010.txt", []);
    expect(warnings.map(({ code }) => code)).toEqual(["missing-symbol", "missing-body-id", "missing-meeting-id"]);
    expect([meeting.agenda.symbol, meeting.body.id, meeting.body.shortName, meeting.id]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("layouts", () => {
  const documents = readdirSync("tests/documents").filter((name) => /\.(?:txt|html)$/.test(name));

  it.each(documents)("%s gives what it says, with its doubts", async (name) => {
    const { meeting, warnings } = await draft(join("tests/documents", name), []);
    await expect(formatRecord({ meeting, warnings })).toMatchFileSnapshot(`../documents/expected/${name.replace(/\.\w+$/, "")}.json`);
  });

  it("numbers items without numbers only when asked", async () => {
    const { meeting } = await draft("tests/documents/days-without-times.txt", ["numbering=order"]);
    expect(meeting.agenda.items.map(({ number, title }) => `${number} ${JSON.stringify(title)}`)).toEqual([
      '1 "Opening of the meeting"',
      '2 "Adoption of the agenda"',
      '3 "Reef mapping"',
      '4 "Any other business"',
    ]);
  });
});

describe("cities", () => {
  it.each([
    ["Vienna", undefined, "Europe/Vienna"],
    ["Genève", undefined, "Europe/Zurich"],
    ["Вена", undefined, "Europe/Vienna"],
    ["Nueva York", undefined, "America/New_York"],
    ["Montreal", "Canada", "America/Toronto"],
    ["Jeju Island", "Republic of Korea", "Asia/Seoul"],
    ["Gland", "Switzerland", "Europe/Zurich"],
    ["Rome", "Italie", "Europe/Rome"],
    ["Kunming", "China", "Asia/Shanghai"],
    ["London", undefined, "Europe/London"],
    ["Santiago", "Chile", "America/Santiago"],
  ])("%s, %s is in the zone %s", (city, country, zone) => {
    expect(PLACES.findZone(city, country)).toEqual({ kind: "known", zone });
    expect(isZone(zone)).toBe(true);
  });

  it.each([
    ["格拉斯哥", "Europe/London"],
    ["巴厘岛", "Asia/Makassar"],
    ["طشقند", "Asia/Tashkent"],
    ["طهران", "Asia/Tehran"],
    ["Лиссабон", "Europe/Lisbon"],
    ["La Havane", "America/Havana"],
  ])("%s is known by that name alone, in the zone %s", (city, zone) => {
    expect(PLACES.isCity(city)).toBe(true);
    expect(PLACES.findZone(city, undefined)).toEqual({ kind: "known", zone });
  });

  it("asks where several are meant, or none is known", () => {
    expect(PLACES.findZone("San Jose", undefined).kind).toBe("ambiguous");
    expect(PLACES.findZone("Santiago", undefined).kind).toBe("ambiguous");
    expect(PLACES.findZone("Atlantis", undefined).kind).toBe("unknown");
    expect(PLACES.findZone("Springwater", "United States").kind).toBe("unknown");
  });
});

describe("npm run plenary -- import", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-import-"));
  const record = join(folder, "data/meetings/storm-names-5.json");
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync("node", [resolve("src/cli/plenary.ts"), "import", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  const SET = ["--set", "body.id=storm-names", "--set", "id=5"];

  beforeAll(() => {
    cpSync("tests/documents/numbered-meetings.txt", join(folder, "agenda.txt"));
    cpSync("data", join(folder, "data"), { recursive: true });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("writes no record while something is missing, says what, and keeps the draft", () => {
    const { status, stdout, stderr } = run("agenda.txt");
    expect(status).toBe(1);
    expect(stdout).toContain("line 37:");
    expect(stdout).toContain("    | Thursday, 16 July");
    expect(stderr).toContain("body.id: is missing");
    expect(existsSync(record)).toBe(false);
    expect(JSON.parse(readFileSync(join(folder, "agenda.draft.json"), "utf8"))).toMatchObject({ city: expect.any(String) as string });
  });

  it("prints the draft and its doubts as JSON", () => {
    const { status, stdout } = run("agenda.txt", "--json");
    const answer = JSON.parse(stdout) as { meeting: { slots: unknown[] }; warnings: { code: string; line?: number }[] };
    expect(status).toBe(0);
    expect(answer.meeting.slots).toHaveLength(5);
    expect(answer.warnings.find(({ code }) => code === "wrong-weekday")?.line).toBe(37);
  });

  it("writes a complete record, and never over another unless asked", () => {
    expect(run("agenda.txt", ...SET).stdout).toContain("Written: data/meetings/storm-names-5.json");
    expect(run("agenda.txt", ...SET).stdout).toContain("says the same already");
    const before = readFileSync(record, "utf8");
    writeFileSync(
      join(folder, "agenda.txt"),
      readFileSync(join(folder, "agenda.txt"), "utf8").replace("Thursday, 16 July", "Thursday, 17 July"),
    );
    const { stdout } = run("agenda.txt", ...SET);
    expect(stdout).toContain("Thursday, 17 July 2031, 10 a.m. (was Wednesday, 16 July 2031, 10 a.m.)");
    expect(stdout).toContain("was not touched");
    expect(readFileSync(record, "utf8")).toBe(before);
  });

  it("keeps the identity of slots in a revision", () => {
    expect(run("agenda.txt", ...SET, "--revise").stdout).toContain("Replaced: data/meetings/storm-names-5.json");
    const { slots } = JSON.parse(readFileSync(record, "utf8")) as { slots: { number: string; start: string }[] };
    expect(slots.map(({ number, start }) => `${number} ${start}`)).toEqual([
      "1 2031-07-15T10:00",
      "2 2031-07-15T15:00",
      "3 2031-07-16T10:00",
      "5 2031-07-16T15:00",
      "4 2031-07-17T10:00",
    ]);
  });
});
