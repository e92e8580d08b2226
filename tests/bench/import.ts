import { readFileSync, readdirSync } from "node:fs";
import { composeDraft } from "../../src/documents/draft.ts";
import { readPasted } from "../../src/documents/forms/read-pasted.ts";

/**
 * Shows that an import takes time in proportion to its document: `npm run bench:import`. Each text is read at four lengths,
 * each twice the one before; "growth" is what a doubling costs on average, 2.0 where time is linear and 4.0 where it is quadratic.
 * Exits with 1 where it is over 2.8.
 */

const FOLDER = "tests/documents";
const documents = readdirSync(FOLDER)
  .filter((name) => /\.(?:txt|html)$/.test(name))
  .map((name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")] as const);

const decimals = (items: number): string =>
  Array.from({ length: items }, (_, at) => `${(at % 90) + 1}.${Math.floor(at / 90) % 90}.${Math.floor(at / 8100)} Title\n`).join("");

const agenda = (items: number): string =>
  [
    "Vienna, 1-5 June 2015",
    "Provisional agenda",
    ...Array.from({ length: items }, (_, at) => `${at + 1}. Item of the agenda (A/CN.9/${at})`),
  ].join("\n");

/** Texts that patterns and loops could stumble over. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ["spaces", " "],
  ["letters", "A"],
  ["digits", "1"],
  ["brackets", "("],
  ["slashes", "A/"],
  ["symbols", "A/CN.9/1 "],
  ["items on one line", "1 (a), "],
  ["items", "1. Opening\n"],
  ["marks", "(a) Title\n"],
  ["times", "10 a.m.-1 p.m.\n1\n"],
  ["days", "Monday, 1 June\n"],
  ["dates on one line", "1-5 June 2015, "],
  ["flat items", ". 1. Opening a) Title; "],
  ["tabs", "\t1"],
  ["rows", "10.00-13.00\t1 (a)\tOpening\n"],
  ["grid", "Time\tPlenary\tCommittee A\n"],
  ["cells", "<td>1"],
  ["tables", "<table><tr><td>1"],
  ["lists", "<ol><li>Opening"],
  ["raised", "<p><sup>1</sup>"],
  ["tags", "<"],
  ["paragraphs in a cell", "<p>Opening</p>"],
  ["capitals", "Rome, Italy, "],
  ["labels", "Remarks of the chair\n"],
  ["headings", "Provisional agenda\n"],
  ["paragraphs", "1. Opening\nIt goes on\n\nand on"],
  ["session", "twenty-fourth session of "],
];

const START = 20_000;
const LENGTHS = [1, 2, 4, 8].map((factor) => START * factor);
const TOO_MUCH = 2.8;
/** Below this many milliseconds a growth says nothing. */
const NOISE = 15;

const milliseconds = (text: string): number => {
  const runs = [0, 1, 2].map(() => {
    const before = performance.now();
    composeDraft(readPasted(text));
    return performance.now() - before;
  });
  return Math.min(...runs);
};

const repeated = (piece: string, length: number, head = ""): string =>
  head + piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const HEAD = "A/CN.9/1\nVienna, 1-5 June 2015\nProvisional agenda\n1. Opening\n2. Report\nAnnex\nTimetable\nMonday, 1 June\n";

const texts: readonly (readonly [string, (length: number) => string])[] = [
  ...documents.map(([name, text]) => [name, (length: number) => repeated(`${text}\n`, length)] as const),
  ["an agenda of many items", (length) => agenda(length / 40)],
  ["decimals in a timetable", (length) => `${HEAD}10 a.m.\n${decimals(length / 12)}`],
  ["a long annotation", (length) => `${HEAD.replace("Annex", "Annotations\n1. Opening")}${repeated("and so it goes on\n\n", length)}`],
  ["labels of one time", (length) => `${HEAD}10 a.m.\n${repeated("Remarks\n", length)}`],
  ...HOSTILE.map(([name, piece]) => [`${name} alone`, (length: number) => repeated(piece, length)] as const),
  ...HOSTILE.map(([name, piece]) => [`${name} in a timetable`, (length: number) => repeated(piece, length, HEAD)] as const),
];

console.log(`${"text".padEnd(36)}${LENGTHS.map((length) => `${length / 1000} kB`.padStart(10)).join("")}    growth`);
for (const [name, text] of texts) {
  milliseconds(text(START));
  const took = LENGTHS.map((length) => milliseconds(text(length)));
  const first = took[0] ?? 0;
  const last = took.at(-1) ?? 0;
  const growth = (last / first) ** (1 / (LENGTHS.length - 1));
  const isSlow = last > NOISE && growth > TOO_MUCH;
  if (isSlow) process.exitCode = 1;
  console.log(
    `${name.padEnd(36)}${took.map((time) => time.toFixed(1).padStart(10)).join("")}${growth.toFixed(1).padStart(10)}${isSlow ? "  NOT LINEAR" : ""}`,
  );
}
