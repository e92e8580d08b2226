import { env, exports } from "cloudflare:workers";
import { listDurableObjectIds, reset } from "cloudflare:test";
import { expect, inject, it, vi } from "vitest";
import { announce, BODY, MEETING } from "../support/secretariat.ts";
import { expectDocumented, expectNoInsides } from "./answers.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { hostileText } from "./hostile.ts";

/** Anyone's requests: addresses, options, methods and headers, right and wrong. */

const { inputs, seed, from } = inject("fuzz");

const SEGMENTS = [
  BODY,
  MEETING,
  `${BODY}.ics`,
  `${MEETING}.ics`,
  `${MEETING}.json`,
  "slots",
  "items",
  "3.ics",
  "1a.ics",
  "1(a)",
  "log",
  "log.json",
  "report.txt",
  "events",
  "events.schema.json",
  "problems",
  "healthz",
  "robots.txt",
  "assets",
  "calendar.ics",
  "fr",
  "en",
  "keys",
  "nobody",
  "..",
  ".",
  "",
  "%2e%2e",
  "%00",
  "%",
  "%E0%A4%A",
  "\\evil.example",
  "%2fevil.example",
  "%5cevil.example",
  "(",
] as const;
const QUERIES = [
  "lang=fr",
  "lang=xx",
  "cancelled=omit",
  "cancelled=",
  "version=1",
  "version=-1",
  "version=1e9",
  "version=NaN",
  "download",
  "a=%",
  "lang=fr&lang=ar",
] as const;
const HEADERS: readonly [Record<string, string>, ...Record<string, string>[]] = [
  { "if-none-match": '"x"' },
  { "if-none-match": "*" },
  { "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT" },
  { "if-modified-since": "never" },
  { "accept-encoding": "gzip;q=0" },
  { "accept-language": "ar;q=2,,;" },
  { range: "bytes=0-" },
  { host: "evil.example", "x-forwarded-host": "evil.example" },
  { origin: "https://evil.example" },
  { upgrade: "websocket" },
];
const METHODS = ["GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"] as const;

const path = (chance: Chance): string =>
  Array.from({ length: 1 + chance.below(4) }, () =>
    chance.oneIn(8) ? encodeURIComponent(hostileText(chance).toWellFormed()) : chance.of(SEGMENTS),
  ).join(chance.oneIn(20) ? "//" : "/");

const query = (chance: Chance): string =>
  chance.oneIn(2) ? "" : `?${chance.of(QUERIES)}${chance.oneIn(4) ? `&${chance.of(QUERIES)}` : ""}`;

it(`answers ${inputs} requests by the table, changes nothing and makes no object`, { timeout: 7_200_000 }, async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  await reset();
  await announce();
  const objects = async () => [(await listDurableObjectIds(env.BODIES)).length, (await listDurableObjectIds(env.DIRECTORY)).length];
  const json = async () => (await exports.default.fetch(`https://plenary.example/${BODY}/${MEETING}.json`)).text();
  const [made, said] = [await objects(), await json()];
  for (let input = from; input < from + inputs; input += 1) {
    const chance = chanceOf(seed, input);
    const address = `https://plenary.example/${path(chance)}${query(chance)}`;
    const method = chance.of(METHODS);
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input} ${method} ${address}`;
    const headers = chance.oneIn(3) ? chance.of(HEADERS) : undefined;
    const request = new Request(address, { method, redirect: "manual", ...(headers && { headers }) });
    const response = await exports.default.fetch(request);
    const to = response.headers.get("location");
    if (to !== null) expect(new URL(to, "https://plenary.example").origin, label).toBe("https://plenary.example");
    const text = await expectDocumented(response, label);
    if (response.status >= 400) expectNoInsides(text, label);
    expect(text, label).not.toContain("evil.example/");
    if (input % 1000 === 999) {
      expect(await objects(), label).toEqual(made);
      expect(await json(), label).toBe(said);
    }
  }
  console.info("addresses", seed, inputs);
  expect(await objects()).toEqual(made);
});
