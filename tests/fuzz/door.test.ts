import { env, exports } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { expect, inject, it, vi } from "vitest";
import { EVENT_DESCRIPTORS } from "../../src/meeting/event-descriptors.ts";
import { hashToken, createToken } from "../../src/standard-webhooks/bearer-token.ts";
import { deriveSecret } from "../../src/standard-webhooks/derived-secret.ts";
import { importSigningKey, signHeaders, type NamedKey } from "../../src/standard-webhooks/signature.ts";
import { announce, BODY, get, MEETING, OPERATOR_KEY, post } from "../support/secretariat.ts";
import { expectDocumented } from "./answers.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { someEvent } from "./events.ts";
import { hostileText, mutatedBytes } from "./hostile.ts";

/** Deliveries by one who has the key, or almost: events spoilt in their fields, their bytes, their headers. */

const { inputs, seed, from } = inject("fuzz");
const PER_BODY = 250;

const TOKEN = createToken();

interface Limits {
  readonly meeting?: string;
  readonly events?: readonly string[];
}

/** The keys of the body's own, with what each may send. */
const KEYS: Readonly<Record<string, Limits>> = {
  phone: { meeting: MEETING, events: ["slot.opened", "slot.adjourned", "item.taken_up", "item.left_open", "item.concluded"] },
  flow: {},
  rooms: { events: EVENT_DESCRIPTORS.map(({ type }) => type).filter((type) => type.startsWith("slot.")) },
  archive: { meeting: "1999" },
};

const signerFor = async (name: string): Promise<NamedKey> => {
  const secret = name === "operator" ? OPERATOR_KEY : await deriveSecret(OPERATOR_KEY, { body: BODY, name, generation: 1 });
  const key = await importSigningKey(name, secret ?? "");
  if (!key) throw new Error("the tests have keys");
  return key;
};
const operator = await signerFor("operator");
const derived = [await signerFor("flow"), await signerFor("rooms"), await signerFor("archive")] as const;

/** The body with its keys: the operator's is not counted, those of its own are. */
const prepare = async (): Promise<void> => {
  await reset();
  await announce();
  for (const [name, limits] of Object.entries(KEYS)) {
    const proof = name === "phone" ? { tokenDigest: await hashToken(TOKEN), until: "2100-01-01T00:00:00Z" } : { generation: 1 };
    const added = await post(
      JSON.stringify({ type: "key.added", timestamp: "2010-01-01T00:00:00Z", data: { body: BODY, key: { name, ...proof, ...limits } } }),
    );
    expect(added.answer["outcome"], name).toBe("applied");
  }
};

/** Signed, mostly by the operator; or with a token in place of a signature. */
const headersOf = async (chance: Chance, id: string, raw: Uint8Array): Promise<Record<string, string>> => {
  if (chance.oneIn(12)) return { authorization: `Bearer ${TOKEN}`, ...(chance.oneIn(2) && { "webhook-id": id }) };
  return signHeaders([chance.oneIn(4) ? chance.of(derived) : operator], id, Math.floor(Date.now() / 1000), raw);
};

/** Header values are Latin-1 without line ends. */
const headerText = (chance: Chance): string => hostileText(chance).replaceAll(/[^\t\x20-\x7e\u00a1-\u00ff]/g, "");

/** Mostly as they were signed. */
const spoiltHeaders = (headers: Record<string, string>, chance: Chance): Record<string, string> => {
  if (!chance.oneIn(4)) return headers;
  const name = chance.of(["webhook-id", "webhook-timestamp", "webhook-signature"]);
  const { [name]: old = "", ...others } = headers;
  const ways: readonly [string | undefined, ...(string | undefined)[]] = [
    undefined,
    headerText(chance),
    `${old} ${old}`,
    old.toUpperCase(),
    old.slice(0, chance.below(old.length)),
    `${"v1,AAAA ".repeat(chance.below(40))}${old}`,
    `v1a,${old.slice(3)}`,
    String(Number(old) + chance.below(2000) - 1000),
    "9".repeat(chance.below(20)),
  ];
  const value = chance.of(ways);
  return {
    ...others,
    ...(value !== undefined && { [name]: value }),
    ...(chance.oneIn(3) && { "content-type": headerText(chance) }),
    ...(chance.oneIn(5) && { "content-encoding": "gzip" }),
    ...(chance.oneIn(5) && { authorization: `Bearer ${headerText(chance)}` }),
  };
};

interface Logged {
  readonly key: string;
  readonly type: string;
  readonly meeting: string | null;
}

/** The last event of the log, as the body keeps it. */
const lastLogged = (): Promise<Logged> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage }) =>
    storage.sql
      .exec<{ key: string; type: string; meeting: string | null }>("SELECT key, type, meeting FROM log ORDER BY position DESC LIMIT 1")
      .one(),
  );

/** Whether the key that an event was taken in by may send it: asked of what is stored, by what the tests know of the keys. */
const isWithinLimits = ({ key, type, meeting }: Logged): boolean => {
  const limits = KEYS[key];
  if (!limits) return key === "operator";
  const isOfItsMeeting = meeting !== null && (limits.meeting ?? meeting) === meeting;
  return isOfItsMeeting && (limits.events ?? [type]).includes(type);
};

/** Everything that the body has stored. */
const stored = (): Promise<string> =>
  runInDurableObject(env.BODIES.getByName(BODY), (_body, { storage }) =>
    JSON.stringify(
      ["log", "meetings", "ledger", "keys", "body"].map((table) => storage.sql.exec(`SELECT * FROM ${table} ORDER BY 1, 2`).toArray()),
      (_name, value: unknown) => (value instanceof ArrayBuffer ? value.byteLength : value),
    ),
  );

const READS = [
  ".json",
  ".ics",
  ".ics?lang=ar&cancelled=text",
  "/log",
  "/log.json",
  "/report.txt",
  "",
  "/slots/3.ics?cancelled=omit",
  "/items/1a.ics?lang=zh",
];

it(`answers ${inputs} deliveries by the table, and what it refuses changes nothing`, { timeout: 7_200_000 }, async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  let ids: string[] = [];
  let before = "";
  const answers = new Map<string, number>();
  const appliedBy = new Set<string>();
  for (let input = from; input < from + inputs; input += 1) {
    if ((input - from) % PER_BODY === 0) {
      await prepare();
      ids = [];
      before = await stored();
    }
    const chance = chanceOf(seed, input);
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input - ((input - from) % PER_BODY)} (input ${input})`;
    const written = new TextEncoder().encode(JSON.stringify(someEvent(chance, ids)));
    const raw = chance.oneIn(6) ? mutatedBytes(written, chance) : written;
    const id = chance.oneIn(20) ? (ids.at(-1) ?? "msg_first") : `msg_fuzz_${input}`;
    const headers = spoiltHeaders(await headersOf(chance, id, raw), chance);
    const body = chance.oneIn(8) ? mutatedBytes(raw, chance) : raw;
    const address = chance.oneIn(30) ? chance.of(["keys/list", "log/export"]) : "events";
    const response = await exports.default.fetch(`https://plenary.example/${BODY}/${address}`, { method: "POST", body, headers });
    const text = await expectDocumented(response, label);
    const { outcome, code = outcome } = JSON.parse(text) as { outcome?: string; code?: string };
    answers.set(code ?? "", (answers.get(code ?? "") ?? 0) + 1);
    const after = await stored();
    if (outcome === "applied" || outcome === "unchanged") {
      ids.push(id);
      const logged = await lastLogged();
      expect(isWithinLimits(logged), `${label}: ${JSON.stringify(logged)}`).toBe(true);
      appliedBy.add(logged.key);
    } else expect(after, `${label}: ${code ?? ""} changed something`).toBe(before);
    before = after;
    if (input % 50 === 49) for (const path of READS) await expectDocumented(await get(`/${BODY}/${MEETING}${path}`), `${label} ${path}`);
  }
  console.info("door", seed, JSON.stringify(Object.fromEntries(answers)));
  for (const code of [
    "applied",
    "dry run",
    "impossible",
    "not-an-event",
    "not-json",
    "bad-signature",
    "not-signed",
    "not-permitted",
    "bad-timestamp",
    "id-reused",
  ])
    expect(answers.get(code) ?? 0, `answers that were ${code}`).toBeGreaterThan(0);
  expect([...appliedBy], "keys by which something was applied").toContain("operator");
  expect([...appliedBy].filter((key) => KEYS[key]?.events).length, "limited ones among them").toBeGreaterThan(0);
});
