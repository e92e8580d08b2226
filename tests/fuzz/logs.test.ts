import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { expect, inject, it, vi } from "vitest";
import type { BodyObject } from "../../src/store/body/body.ts";
import { foldLines } from "../../src/log-file/fold.ts";
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
