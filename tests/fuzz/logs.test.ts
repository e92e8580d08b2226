import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { expect, inject, it, vi } from "vitest";
import type { BodyObject } from "../../src/store/body/body.ts";
import { foldLines } from "../../src/log-file/fold.ts";
import { computeSha256 } from "../../src/standard-webhooks/digest.ts";
import { unwrap } from "../../src/store/stored.ts";
import { announce, BODY, send } from "../support/secretariat.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { mutated, mutatedBytes } from "./hostile.ts";

/** The reader of exported logs, on lines that were spoilt on their way, or by one who hoped for something. */

const { inputs, seed, from } = inject("fuzz");

const exported = async (): Promise<readonly string[]> => {
  await reset();
  await announce();
  for (const [type, data] of [
    ["meeting.opened", {}],
    ["agenda.adopted", { note: "Without a vote" }],
    ["slot.rescheduled", { slot: "3", start: "2010-01-28T15:00" }],
    ["item.deferred", { item: "7" }],
  ] as const)
    await send(type, { data });
  return runInDurableObject(env.BODIES.getByName(BODY), async (body: BodyObject) => [
    ...(await unwrap(body.exportLog(0, 1_000_000))).lines,
    ...(await unwrap(body.exportLedger(0))).lines,
  ]);
};

/** The event that a line holds is spoilt, and its line made to fit. */
const withSpoiltEvent = (line: string, chance: Chance): string => {
  const read = JSON.parse(line) as Record<string, unknown>;
  if (typeof read["raw"] !== "string") return JSON.stringify(mutated(read, chance));
  const event: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(read["raw"])));
  return JSON.stringify({ ...read, raw: new TextEncoder().encode(JSON.stringify(mutated(event, chance))).toBase64() });
};

const spoiltLine = (line: string, chance: Chance): string =>
  chance.of([
    () => withSpoiltEvent(line, chance),
    () => JSON.stringify(mutated(JSON.parse(line), chance)),
    () => new TextDecoder().decode(mutatedBytes(new TextEncoder().encode(line), chance)),
  ])();

const spoilt = (lines: readonly string[], chance: Chance): readonly string[] => {
  const at = chance.below(lines.length);
  const line = lines[at] ?? "";
  const ways: readonly [() => readonly string[], ...(() => readonly string[])[]] = [
    () => lines.with(at, spoiltLine(line, chance)),
    () => lines.with(at, spoiltLine(line, chance)),
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(at, 0, line),
    () => lines.slice(0, at),
  ];
  return chance.of(ways)();
};

/** Says which input it was that made it throw. A spy could too, but vitest keeps each with all that it returned, until memory is full. */
const foldedAs = (label: string, log: readonly string[]): ReturnType<typeof foldLines> => {
  try {
    return foldLines(BODY, log);
  } catch (cause) {
    throw new Error(label, { cause });
  }
};

/** A value of a line, another than it was, of the same kind. */
const changeValue = (value: unknown, chance: Chance): unknown => {
  if (typeof value === "number") return value + chance.of([-1, 1, -2, 1000]);
  if (typeof value === "string") return value === "" ? "0".repeat(64) : `${value.slice(1)}${value.startsWith("a") ? "b" : "a"}`;
  return Array.isArray(value) ? (value.length > 0 ? value.slice(1) : [{ uid: "x", number: "1", start: "", sequence: 1 }]) : { "1": "2" };
};

/** What one may do to a log who can't sign: what its senders were told is no part of what happened. */
const rearrange = (lines: readonly string[], chance: Chance): readonly string[] => {
  const [at, to] = [chance.below(lines.length), chance.below(lines.length)];
  const line = JSON.parse(lines[at] ?? "") as Readonly<Record<string, unknown>>;
  const fields = Object.keys(line).filter((name) => name !== "answer" && name !== "redactedBy");
  const field = fields[chance.below(fields.length)] ?? "";
  const renumber = (all: readonly string[]): readonly string[] =>
    all.map((text, index) => {
      const { answer, ...rest } = JSON.parse(text) as { readonly answer: object };
      return JSON.stringify({ ...rest, position: index + 1, answer: { ...answer, position: index + 1 } });
    });
  const without = lines.toSpliced(at, 1);
  const ways: readonly [() => readonly string[], ...(() => readonly string[])[]] = [
    () => without,
    () => renumber(without),
    () => lines.slice(0, at),
    () => without.toSpliced(to, 0, lines[at] ?? ""),
    () => renumber(without.toSpliced(to, 0, lines[at] ?? "")),
    () => lines.toSpliced(to, 0, lines[at] ?? ""),
    () => lines.with(at, JSON.stringify({ ...line, [field]: changeValue(line[field], chance) })),
    () => lines.with(at, JSON.stringify({ ...line, [field]: changeValue(line[field], chance) })),
    () => lines.map((text) => JSON.stringify({ ...(JSON.parse(text) as object), machine: chance.of([0, 1, 2]) })),
  ];
  return chance.of(ways)();
};

const isAsSigned = async (text: string): Promise<boolean> => {
  const { raw, digest } = JSON.parse(text) as { readonly raw: string; readonly digest: string };
  return (await computeSha256(Uint8Array.fromBase64(raw))) === digest;
};

it(`catches ${inputs} removals, reorderings and changes of a log by its head`, { timeout: 7_200_000 }, async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const lines = (await exported()).filter((text) => "raw" in (JSON.parse(text) as object));
  const whole = foldLines(BODY, lines);
  if (!whole.ok) throw new Error(whole.error.why);
  for (let input = from; input < from + inputs; input += 1) {
    const log = rearrange(lines, chanceOf(seed, input));
    if (log.join("\n") === lines.join("\n")) continue;
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input}`;
    const folded = foldedAs(label, log);
    const isCaught = !folded.ok || folded.value.head !== whole.value.head || !(await Promise.all(log.map(isAsSigned))).every(Boolean);
    expect(isCaught, label).toBe(true);
  }
});

it(`folds ${inputs} exported logs, or says which line is broken`, { timeout: 7_200_000 }, async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const lines = await exported();
  expect(foldLines(BODY, lines).ok).toBe(true);
  const seen = new Set<boolean>();
  for (let input = from; input < from + inputs; input += 1) {
    const chance = chanceOf(seed, input);
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input}`;
    const log = spoilt(chance.oneIn(4) ? lines.toSpliced(chance.below(lines.length), 1) : lines, chance);
    const folded = foldedAs(label, log);
    seen.add(folded.ok);
    if (!folded.ok) expect(folded.error.why, label).toMatch(/\S/);
  }
  expect(seen).toEqual(new Set([true, false]));
});
