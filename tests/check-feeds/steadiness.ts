import type { CheckedFeed } from "./understood.ts";
import type { Step } from "./whole-stories.ts";

const STAMPS = /^(?:SEQUENCE|DTSTAMP|LAST-MODIFIED):.*\r\n/gm;
const ENTRY = /BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g;

/** The entries of a feed by their UIDs, without their stamps. */
const readEntries = (bytes: Uint8Array) =>
  new Map(
    (new TextDecoder().decode(bytes).replaceAll("\r\n ", "").match(ENTRY) ?? []).map((entry) => [
      /^UID:(.*)\r\n/m.exec(entry)?.[1] ?? "",
      { text: entry.replaceAll(STAMPS, ""), sequence: Number(/^SEQUENCE:(\d+)/m.exec(entry)?.[1]) },
    ]),
  );

/** What is wrong with a feed after one step more: an entry that left, or whose SEQUENCE does not rise with what it says and by that alone. */
export const findUnsteady = (before: CheckedFeed, after: CheckedFeed, { isRefused }: Step): readonly string[] => {
  const later = readEntries(after.bytes);
  return [
    ...(isRefused && !Buffer.from(before.bytes).equals(after.bytes) ? [`${after.file} changed by what was refused`] : []),
    ...[...readEntries(before.bytes)].flatMap(([uid, { text, sequence }]) => {
      const entry = later.get(uid);
      if (!entry) return [`${after.file} ${uid} has left`];
      const expected = sequence + Number(entry.text !== text);
      return entry.sequence === expected ? [] : [`${after.file} ${uid} sequence\n  expected ${expected}\n  got      ${entry.sequence}`];
    }),
  ];
};
