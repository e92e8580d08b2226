import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";

/** Versions of one document in several languages, as one record. */

const ENGLISH = [
  "REEF/12/1",
  "",
  "Coral Reef Committee",
  "",
  "Twelfth session",
  "",
  "Vienna, 2-4 June 2031",
  "",
  "Provisional agenda",
  "",
  "1. Opening of the session",
  "2. Moorings",
  "3. Adoption of the report",
  "",
  "Organization of work",
  "",
  "Monday, 2 June",
  "10 a.m.-1 p.m.",
  "Items 1 and 2",
  "3-6 p.m.",
  "Item 3",
];
const FRENCH = [
  "REEF/12/1",
  "",
  "Comité des récifs",
  "",
  "Douzième session",
  "",
  "Vienne, 2-4 juin 2031",
  "",
  "Ordre du jour provisoire",
  "",
  "1. Ouverture de la session",
  "2. Mouillages",
  "3. Adoption du rapport",
  "",
  "Organisation des travaux",
  "",
  "Lundi 2 juin",
  "10 h-13 h",
  "Points 1 et 2",
  "15 h-18 h",
  "Point 3",
];
const SPANISH = [
  "REEF/12/1",
  "",
  "Comité de Arrecifes",
  "",
  "12º período de sesiones",
  "",
  "Viena, 2 a 4 de junio de 2031",
  "",
  "Programa provisional",
  "",
  "1. Apertura del período de sesiones",
  "2. Fondeaderos",
  "3. Aprobación del informe",
  "",
  "Organización de los trabajos",
  "",
  "Lunes 2 de junio",
  "10.00 a 13.00 horas",
  "Temas 1 y 2",
  "15.00 a 18.00 horas",
  "Tema 3",
];

const folder = mkdtempSync(join(tmpdir(), "plenary-languages-"));
const record = join(folder, "record.json");
const run = (text: readonly string[], ...args: readonly string[]) => {
  writeFileSync(join(folder, "document.txt"), text.join("\n"));
  const { status, stdout, stderr } = spawnSync("node", [resolve("src/cli/plenary.ts"), "import", "document.txt", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const { stdout } = run(ENGLISH, "--json", "--set", "body.id=reefs", "--set", "id=12");
  writeFileSync(record, JSON.stringify((JSON.parse(stdout) as { meeting: object }).meeting));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("import --language --into", () => {
  it("adds the titles of each language to the record, and changes no sitting", () => {
    const before = readRecordFile(record).slots;
    expect(run(FRENCH, "--language", "fr", "--into", "record.json").stderr).toBe("");
    expect(run(SPANISH, "--language", "es", "--into", "record.json").stderr).toBe("");
    const { agenda, slots } = readRecordFile(record);
    expect(agenda.items.map(({ title }) => title)).toMatchObject([
      { en: "Opening of the session", fr: "Ouverture de la session", es: "Apertura del período de sesiones" },
      { en: "Moorings", fr: "Mouillages", es: "Fondeaderos" },
      { en: "Adoption of the report", fr: "Adoption du rapport", es: "Aprobación del informe" },
    ]);
    expect(slots).toEqual(before);
  });

  it("writes nothing where items or sittings differ, and says which", () => {
    const before = readFileSync(record, "utf8");
    const other = FRENCH.map((line) => line.replace("15 h-18 h", "14 h-17 h")).toSpliced(13, 0, "4. Divers");
    const { status, stderr } = run(other, "--language", "fr", "--into", "record.json");
    expect(status).toBe(1);
    expect(stderr).toContain("Only in this document: item 4");
    expect(stderr).toContain("Only in the record: sitting 2031-06-02T15:00/18:00: 3");
    expect(stderr).toContain("Only in this document: sitting 2031-06-02T14:00/17:00: 3");
    expect(readFileSync(record, "utf8")).toBe(before);
  });
});
