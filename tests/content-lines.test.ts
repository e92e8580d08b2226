import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, postProcessLines, foldLine } from "../src/feeds/content-lines.ts";

const octets = (line: string): number => new TextEncoder().encode(line).length;
const unfold = (text: string): string => text.replaceAll(/\r\n[ \t]/g, "");

/** Text in the scripts that meetings are held in, with what iCalendar escapes. */
const scripts = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Array.from("abc Žé\\;,:\"'")) },
    { weight: 2, arbitrary: fc.constantFrom(...Array.from("إقرار جدول الأعمال通过议程Утверждение")) },
    { weight: 1, arbitrary: fc.constantFrom("🕊️", "👩🏽‍⚖️", "e\u0301", "\u202b", "𝔸") },
    { weight: 1, arbitrary: fc.constantFrom("\n", "\r\n", "\r") },
  ),
  maxLength: 600,
});

describe("folding (RFC 5545 §3.1)", () => {
  it("keeps every line within 75 octets, splits no character and no escape, and unfolds to the same text", () => {
    fc.assert(
      fc.property(scripts, (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const part of folded.split("\r\n")) {
          expect(octets(part)).toBeLessThanOrEqual(75);
          expect(part.isWellFormed()).toBe(true);
          expect(/(?<!\\)(?:\\\\)*\\$/.test(part), "an escape parted from what it escapes").toBe(false);
        }
        expect(unfold(folded)).toBe(line);
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves a line of 75 octets whole, and folds one of 76", () => {
    expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
    expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  });
});

describe("finishing a stream", () => {
  it("ends the last line and removes what no content line may hold", () => {
    expect(postProcessLines("BEGIN:VCALENDAR\r\nSUMMARY:a\u0000b\u0007\r\nEND:VCALENDAR", [])).toBe(
      "BEGIN:VCALENDAR\r\nSUMMARY:ab\r\nEND:VCALENDAR\r\n",
    );
  });

  it("puts time zones after the calendar's properties", () => {
    const finished = postProcessLines("BEGIN:VCALENDAR\r\nNAME:x\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR", [
      "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE",
    ]);
    expect(finished).toBe(
      "BEGIN:VCALENDAR\r\nNAME:x\r\nBEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    );
  });
});
