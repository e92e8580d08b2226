import type { CheckedFeed } from "./understood.ts";

/** What no parser complains of, each rule with what is wrong where it is broken. */
type Rule = (feed: Raw) => readonly string[];

interface Raw {
  readonly bytes: Uint8Array;
  /** Octets of each line as one character each. */
  readonly lines: readonly string[];
  /** Content lines, unfolded. */
  readonly unfolded: readonly string[];
  readonly entries: number;
}

const found = (isBroken: boolean, what: string): readonly string[] => (isBroken ? [what] : []);

const octets = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Lines are octets to the rules, and text to people. */
const quoted = (line: string): string => JSON.stringify(Buffer.from(line, "latin1").toString());

/** Every line by itself is whole characters, so no fold parts one; surrogates have no place in UTF-8. */
const wholeCharacters: Rule = ({ lines }) =>
  lines.filter((line) => !isUtf8(octets(line))).map((line) => `no whole characters in ${quoted(line)}`);

const LONGEST = 75;
const shortLines: Rule = ({ lines }) =>
  lines.filter((line) => line.length > LONGEST).map((line) => `${line.length} octets: ${quoted(line)}`);

/** An odd number of backslashes at the end of a line escapes what the next line begins with. */
const wholeEscapes: Rule = ({ lines }) =>
  lines.filter((line) => (/\\*$/.exec(line)?.[0].length ?? 0) % 2 === 1).map((line) => `an escape is parted after ${quoted(line)}`);

const crlf: Rule = ({ lines }) => lines.filter((line) => /[\r\n]/.test(line)).map((line) => `CR or LF alone in ${quoted(line)}`);

// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const noControls: Rule = ({ lines }) => lines.filter((line) => CONTROL.test(line)).map((line) => `a control character in ${quoted(line)}`);

/** U+FFFD stands where a character was cut; U+0085, U+2028 and U+2029 end a line for some readers, who lose the rest. */
const noStrays: Rule = ({ lines }) =>
  lines
    .filter((line) => /\xef\xbf\xbd|\xc2\x85|\xe2\x80[\xa8\xa9]/.test(line))
    .map((line) => `a cut character or a stray line end in ${quoted(line)}`);

const TEXT = /^(?:SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|COMMENT)[;:]/;
/** TEXT is escaped: `\` stands before `\`, `;`, `,`, `n` or `N` only (RFC 5545 §3.3.11). */
const knownEscapes: Rule = ({ unfolded }) =>
  unfolded
    .filter((line) => TEXT.test(line) && /(?<!\\)(?:\\\\)*\\(?![\\;,nN])/.test(line))
    .map((line) => `an escape that is none in ${quoted(line)}`);

const oneCalendar: Rule = ({ unfolded }) => {
  const count = unfolded.filter((line) => line === "BEGIN:VCALENDAR").length;
  return found(count !== 1, `${count} calendars in one stream`);
};

const nothingBefore: Rule = ({ lines }) => found(lines[0] !== "BEGIN:VCALENDAR", `it begins with "${lines[0]}"`);
const nothingAfter: Rule = ({ unfolded, bytes }) => [
  ...found(unfolded.at(-1) !== "END:VCALENDAR", `it ends with "${unfolded.at(-1)}"`),
  ...found(bytes.at(-2) !== 13 || bytes.at(-1) !== 10, "the last line does not end"),
];

const notEmpty: Rule = ({ entries }) => found(entries === 0, "it has no entry");

const values = (lines: readonly string[], name: RegExp): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => name.exec(line)?.[1] ?? []));

/** VTIMEZONE for every TZID used and no other, once each. */
const zones: Rule = ({ unfolded }) => {
  const blocks = unfolded.filter((line) => line.startsWith("TZID:"));
  const defined = values(blocks, /^TZID:(.*)$/);
  const used = values(unfolded, /^[A-Z-]+(?:;[^:]*)?;TZID=([^;:]+)/);
  return [
    ...found(blocks.length !== defined.size, "a zone is defined twice"),
    ...[...used.difference(defined)].map((zone) => `${zone} is used and not defined`),
    ...[...defined.difference(used)].map((zone) => `${zone} is defined and not used`),
  ];
};

const COMPONENTS: readonly string[] = ["properties", "BEGIN:VTIMEZONE", "BEGIN:VEVENT"];

/** A calendar's properties come before its components (RFC 5545 §3.6), zones before entries. */
const order: Rule = ({ unfolded }) => {
  const ranks: number[] = [];
  const inner: string[] = [];
  let depth = 0;
  for (const line of unfolded) {
    const isEnd = line.startsWith("END:");
    if (isEnd) depth -= 1;
    else if (depth === 1) ranks.push(line.startsWith("BEGIN:") ? COMPONENTS.indexOf(line) : 0);
    if (line.startsWith("BEGIN:")) {
      if (depth > 1) inner.push(line);
      depth += 1;
    }
  }
  return [
    ...inner.filter((line) => !/^BEGIN:(?:STANDARD|DAYLIGHT)$/.test(line)).map((line) => `${line} inside another component`),
    ...found(depth !== 0, "BEGIN and END do not match"),
    ...found(ranks.includes(-1), "a component that is neither a zone nor an entry"),
    ...found(
      ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0)),
      "properties, zones and entries are mixed",
    ),
  ];
};

/** A line without a name and a value, or an X- property with no value, makes strict clients refuse the whole feed. */
const wholeLines: Rule = ({ unfolded }) =>
  unfolded
    .filter((line) => !/^[A-Z][A-Z0-9-]*(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*:./.test(line))
    .map((line) => `no content line: ${quoted(line)}`);

const RULES: readonly Rule[] = [
  wholeCharacters,
  shortLines,
  wholeEscapes,
  crlf,
  noControls,
  noStrays,
  knownEscapes,
  oneCalendar,
  nothingBefore,
  nothingAfter,
  notEmpty,
  zones,
  order,
  wholeLines,
];

/** What is wrong with a feed's bytes. */
export const brokenRules = ({ file, bytes }: CheckedFeed): readonly string[] => {
  const text = Buffer.from(bytes).toString("latin1");
  const whole = text.endsWith("\r\n") ? text.slice(0, -2) : text;
  const unfolded = whole.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const raw = { bytes, lines: whole.split("\r\n"), unfolded, entries: unfolded.filter((line) => line === "BEGIN:VEVENT").length };
  return RULES.flatMap((rule) => rule(raw)).map((broken) => `${file}: ${broken}`);
};
