/** Content lines of iCalendar (RFC 5545 §3.1): what the writing library leaves to be finished. */

const MAX_OCTETS = 75;

/** TEXT (RFC 5545 §3.3.11), for the properties that the library writes as they are. */
export const escapeText = (value: string): string => value.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);

const countOctets = (codePoint: number): number => {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
};

/** What must stay on one line: an escape with what it escapes, or a single character. */
const splitUnits = (line: string): readonly string[] => line.match(/\\.|./gsu) ?? [];

/** Folds at 75 octets of UTF-8, never inside a character, a surrogate pair or an escape. */
export const foldLine = (line: string): string => {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const unit of splitUnits(line)) {
    const size = Array.from(unit, (character) => countOctets(character.codePointAt(0) ?? 0)).reduce((sum, next) => sum + next, 0);
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += unit;
    octets += size;
  }
  return [...lines, current].join("\r\n");
};

// oxlint-disable-next-line no-control-regex -- control characters are what this removes (RFC 5545 §3.1 allows HTAB)
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** They end a line in Unicode, not in iCalendar: some readers lose what follows, others the whole property. */
const STRAY_LINE_ENDS = /[\u0085\u2028\u2029]/g;

const finishLine = (line: string): string =>
  `${foldLine(line.replaceAll(CONTROL, "").replaceAll(STRAY_LINE_ENDS, " ").toWellFormed())}\r\n`;

/**
 * Undoes the library's folding, which may part an escape, puts properties and time zones that it does not write between the
 * calendar's own and its first entry (RFC 5545 §3.6), folds anew, and ends the last line.
 */
export const postProcessLines = (stream: string, blocks: readonly string[]): string => {
  const lines = stream.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const firstComponent = lines.findIndex((line) => line === "END:VCALENDAR" || (line.startsWith("BEGIN:") && line !== "BEGIN:VCALENDAR"));
  const added = blocks.flatMap((block) => block.split("\r\n"));
  return lines
    .toSpliced(firstComponent, 0, ...added)
    .map(finishLine)
    .join("");
};
