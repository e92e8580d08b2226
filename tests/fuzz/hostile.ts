import type { Chance } from "./chance.ts";

const TEXTS = [
  "",
  " ",
  "\u0000",
  "\u0085",
  "\u2028",
  "\u202e",
  "\u2066x",
  "\ud800",
  "\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",
  "\n ATTENDEE:mailto:x@example.org",
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "https://x\u0001y",
  "https://[",
  "https://user@host/{symbol}",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "%00%0d%0aX: y",
  "{slot}",
  "$&$`$'",
  "operator",
  "2010-01-28T25:00",
  "9999-12-31T23:59",
  "0000-01-01",
  "0001-01-01T00:00",
  "2010-02-30",
  "2010-03-28T02:30",
  "-271821-04-20T00:00:00Z",
  "2010-01-27T09:20:00.123456789+23:59",
  "Europe/Vienna",
  "Etc/GMT+12",
  "1(a)",
  "1",
  "0",
  "999",
  "9".repeat(400),
  "x".repeat(3000),
  "ا".repeat(80),
  "e\u0301".repeat(70),
] as const;

/** What programs that read JSON trip over. */
const VALUES = [null, true, false, 0, -1, 1.5, 1e308, -0, 2 ** 53, [], {}, [[]], [null], { "": "" }, ["1", "1"]] as const;

export const hostileText = (chance: Chance): string => chance.of(TEXTS);
export const hostileValue = (chance: Chance): unknown => (chance.oneIn(2) ? hostileText(chance) : chance.of(VALUES));

const isBranch = (value: unknown): value is Record<string, unknown> | unknown[] => typeof value === "object" && value !== null;

/** Changes one place of a JSON value: takes it away, puts something else there, doubles it, or adds a name. */
export const mutated = (value: unknown, chance: Chance): unknown => {
  if (!isBranch(value) || chance.oneIn(12)) return hostileValue(chance);
  const names = Object.keys(value);
  const name = names[chance.below(names.length)];
  if (name === undefined) return hostileValue(chance);
  if (Array.isArray(value)) {
    const at = Number(name);
    if (chance.oneIn(6)) return value.toSpliced(at, 1);
    if (chance.oneIn(6)) return value.toSpliced(at, 0, value[at]);
    return value.with(at, mutated(value[at], chance));
  }
  const { [name]: old, ...others } = value;
  if (chance.oneIn(6)) return others;
  if (chance.oneIn(6)) return Object.fromEntries([...Object.entries(value), [hostileText(chance), hostileValue(chance)]]);
  return { ...value, [name]: mutated(old, chance) };
};

/** Changes bytes, as broken software on the way does. */
export const mutatedBytes = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const at = chance.below(bytes.length + 1);
  const [head, rest] = [[...bytes.subarray(0, at)], [...bytes.subarray(at)]];
  const ways: readonly [() => readonly number[], ...(() => readonly number[])[]] = [
    () => head,
    () => [...head, chance.below(256), ...rest.slice(1)],
    () => [...head, ...new TextEncoder().encode(hostileText(chance)), ...rest],
    () => [...head, 0xff, 0xfe, ...rest],
    () => [0xef, 0xbb, 0xbf, ...head, ...rest],
    () => [...head, ...rest, ...head],
    () => [...head, ...Array<number>(chance.below(64)).fill(0x5b), ...rest],
    () => [...head, ...head.slice(-chance.below(40)), ...rest],
  ];
  return Uint8Array.from(chance.of(ways)());
};
