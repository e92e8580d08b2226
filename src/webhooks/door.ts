import { parseEvent, type BodyKey, type FieldError, type PlenaryEvent } from "../meeting/events.ts";
import { problemResponse, type Problem } from "../problems.ts";
import { deliver, hasBody, readKeys } from "../store/bodies.ts";
import type { Answer } from "../store/answer.ts";
import { bodyAnswer, type Receipt } from "../store/body.ts";
import type { Delivery } from "../store/log-table.ts";
import { MAX_OCTETS, readRawBody } from "./raw-body.ts";
import { importPublicKey, importSigningKey, TOLERANCE, verify, type NamedKey } from "./signature.ts";

type Checked<Value> = { readonly kind: "ok"; readonly value: Value } | { readonly kind: "problem"; readonly problem: Problem };

const ok = <Value>(value: Value): Checked<Value> => ({ kind: "ok", value });
const problem = (
  code: Problem["code"],
  detail: string,
  more?: Problem["more"],
): { readonly kind: "problem"; readonly problem: Problem } => ({
  kind: "problem",
  problem: { code, detail, ...(more && { more }) },
});

let operator: { readonly secret: string; readonly key: Promise<NamedKey | undefined> } | undefined;

/** The operator's key, imported once for each secret. */
const operatorKey = (secret: string): Promise<NamedKey | undefined> => {
  if (operator?.secret !== secret) operator = { secret, key: importSigningKey("operator", secret) };
  return operator.key;
};

const imported = new Map<string, Promise<NamedKey | undefined>>();

/** A public key is imported once in this process. */
const publicKeyOf = ({ name, publicKey }: BodyKey): Promise<NamedKey | undefined> => {
  const known = imported.get(name + publicKey);
  if (known) return known;
  const key = importPublicKey(name, publicKey);
  if (imported.size > 1000) imported.clear();
  imported.set(name + publicKey, key);
  return key;
};

/** The keys that may speak for a body: never from the request. */
const trustList = async (env: Env, body: string): Promise<Checked<readonly NamedKey[]>> => {
  if (!env.PLENARY_OPERATOR_KEY)
    return problem("door-shut", "This service has no key yet, so it takes no event. Its operator sets PLENARY_OPERATOR_KEY.");
  const key = await operatorKey(env.PLENARY_OPERATOR_KEY);
  if (!key) return problem("door-shut", "PLENARY_OPERATOR_KEY is not a secret: it must be whsec_ and the Base64 of 24 to 64 bytes.");
  const own = await Promise.all((await readKeys(env, body)).map(publicKeyOf));
  return ok([key, ...own.filter((one) => one !== undefined)]);
};

const readJson = (raw: Uint8Array): Checked<unknown> => {
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw)));
  } catch (error) {
    return problem("not-json", error instanceof SyntaxError ? error.message : "The body is not UTF-8.");
  }
};

const wrongAddress = (field: string, found: string, wanted: string): ReturnType<typeof problem> =>
  problem("wrong-address", `${field} is "${found}", but the event was sent for "${wanted}".`, {
    errors: [{ field, message: `must be "${wanted}"` }],
  });

/** Everything that matters is inside the signature: the event names the body, its record the body and the meeting. */
const checkAddress = (event: PlenaryEvent, body: string): Checked<PlenaryEvent> => {
  if (event.data.body !== body) return wrongAddress("data.body", event.data.body, body);
  if (event.type === "body.registered")
    return event.data.record.id === body ? ok(event) : wrongAddress("data.record.id", event.data.record.id, body);
  if (!("record" in event.data) || !event.data.record) return ok(event);
  const { record, meeting } = event.data;
  if (record.body.id !== body) return wrongAddress("data.record.body.id", record.body.id, body);
  return record.id === meeting ? ok(event) : wrongAddress("data.record.id", record.id, meeting);
};

const MOST_ERRORS = 50;

const wrongFields = (errors: readonly FieldError[]): ReturnType<typeof problem> =>
  problem(
    "not-an-event",
    `${errors
      .slice(0, 3)
      .map(({ field, message }) => `${field}: ${message}`)
      .join("; ")}${errors.length > 3 ? `; and ${errors.length - 3} more` : ""}.`,
    { errors: errors.slice(0, MOST_ERRORS) },
  );

/** What happened can't be later than now, but for clocks that differ. */
const checkTime = (event: PlenaryEvent, now: number): Checked<PlenaryEvent> =>
  Date.parse(event.timestamp) > now + TOLERANCE * 1000
    ? wrongFields([{ field: "timestamp", message: `${event.timestamp} is in the future: it says when the event happened` }])
    : ok(event);

const readEvent = (raw: Uint8Array, body: string, now: number): Checked<PlenaryEvent> => {
  const json = readJson(raw);
  if (json.kind === "problem") return json;
  const parsed = parseEvent(json.value);
  if (parsed.kind === "parsed") {
    const addressed = checkAddress(parsed.value, body);
    return addressed.kind === "problem" ? addressed : checkTime(addressed.value, now);
  }
  return wrongFields(parsed.errors);
};

const sha256 = async (raw: Uint8Array): Promise<string> => new Uint8Array(await crypto.subtle.digest("SHA-256", raw)).toHex();

/** Verify, then parse: nothing unsigned is read. */
const readDelivery = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Delivery>> => {
  const raw = await readRawBody(request);
  if (!raw) return problem("too-large", `An event has at most ${MAX_OCTETS} octets.`);
  const keys = await trustList(env, body);
  if (keys.kind === "problem") return keys;
  const verdict = await verify(request.headers, raw, keys.value, Math.floor(now / 1000));
  if (verdict.kind === "unverified") return problem(verdict.reason, verdict.detail);
  const event = readEvent(raw, body, now);
  return event.kind === "problem" ? event : ok({ ...verdict, raw, digest: await sha256(raw), event: event.value });
};

const answerOf = (receipt: Receipt, { event, id }: Delivery): Checked<Answer> => {
  switch (receipt.kind) {
    case "answered":
      return ok(receipt.answer);
    case "refused": {
      const { refusal, state, version, next } = receipt;
      const { code: reason, message, alsoWithdraw } = refusal;
      return problem("impossible", message, { reason, state, version, next, ...(alsoWithdraw && { alsoWithdraw }) });
    }
    case "invalid":
      return wrongFields(receipt.errors);
    case "no-such-meeting":
      return problem(
        "no-such-meeting",
        `${event.data.body} has no meeting "${"meeting" in event.data ? event.data.meeting : ""}". Send meeting.announced first.`,
      );
    case "not-permitted":
      return problem("not-permitted", receipt.why);
    case "no-such-body":
      return problem("no-such-body", `No body is registered as "${event.data.body}". Send body.registered first.`);
    case "unfoldable":
      return problem(
        "unfoldable",
        "This release can't read the meeting's log, so it takes no event and serves what was last known. Its operator must be told.",
      );
    case "id-reused":
      return problem(
        "id-reused",
        `webhook-id ${id} came before with another body. A retry sends the same bytes; another event needs an id of its own.`,
      );
  }
};

const receive = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Answer>> => {
  const read = await readDelivery(request, body, env, now);
  if (read.kind === "problem") return read;
  const { event } = read.value;
  if (!(await hasBody(env, body))) {
    if (event.type !== "body.registered") return problem("no-such-body", `No body is registered as "${body}". Send body.registered first.`);
    if (event.dryRun) return ok(bodyAnswer("dry run", 1));
  }
  return answerOf(await deliver(env, body, read.value, now), read.value);
};

/** What the store throws at us comes over RPC without its class; in whatever way it failed, its transaction was undone. */
const receiveOrSay = async (request: Request, body: string, env: Env, now: number): Promise<Checked<Answer>> => {
  try {
    return await receive(request, body, env, now);
  } catch (error) {
    console.error(JSON.stringify({ fault: "storage", body, id: request.headers.get("webhook-id"), error: String(error) }));
    return problem("storage-refused", "The event could not be stored, and nothing was changed. Send it again, under the same webhook-id.");
  }
};

/**
 * The one door: verify, parse, apply, answer. Nothing else changes anything.
 * @param now milliseconds of the epoch
 */
export const receiveEvent = async (request: Request, body: string, env: Env, now: number): Promise<Response> => {
  const answered = await receiveOrSay(request, body, env, now);
  return answered.kind === "problem"
    ? problemResponse(answered.problem)
    : Response.json(answered.value, { headers: { "cache-control": "no-store" } });
};
