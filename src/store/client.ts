import type { BodyKey } from "../meeting/body-key.ts";
import type { Endpoint, ListedEndpoint } from "../meeting/endpoint.ts";
import type { Language } from "../meeting/text.ts";
import type { ListedElsewhere } from "./listing.ts";
import type { KeysRequest } from "../standard-webhooks/operator-requests.ts";
import type { Result } from "../meeting/result.ts";
import type { KeyAnswer } from "./body/key-holders.ts";
import type { Imported, Staged } from "./body/log-import.ts";
import type { Delivery } from "./body/log-table.ts";
import type { Receipt } from "./body/receipt.ts";
import type { MailAddress, WaitingNews } from "./body/waiting-mails.ts";
import { expireBodies, expireBody } from "./cached-reads.ts";
import { listAnew, listChange } from "./listing-updates.ts";
import { unwrap } from "./stored.ts";
import { findBody, hasBody, openBody, openDirectory, requireWhole } from "./stubs.ts";

/** The keys of a body's own, beside the operator's; undefined where there is no such body. */
export const readKeys = async (env: Env, id: string): Promise<readonly BodyKey[] | undefined> => {
  const object = await findBody(env, id);
  return object && unwrap(object.readKeys());
};

/** What a holder of a key is told of keys; undefined where there is no such body. */
export const askAboutKeys = async (
  env: Env,
  asked: KeysRequest,
  key: string,
  now: number,
): Promise<Result<KeyAnswer, string> | undefined> => {
  const object = await findBody(env, asked.body);
  return object && unwrap(object.answerHolder(asked, key, now));
};

/** Who asks a body, and when: milliseconds of the epoch. */
interface Asking {
  readonly body: string;
  /** What the log calls the key that signed. */
  readonly key: string;
  readonly now: number;
}

/** Where news of a body is sent to, or why a key may not know; undefined where there is no such body. */
export const readEndpoints = async (
  env: Env,
  { body, key, now }: Asking,
): Promise<Result<readonly ListedEndpoint[], string> | undefined> => {
  const object = await findBody(env, body);
  return object && unwrap(object.readEndpoints(key, now));
};

/** One endpoint of a body, with its address, if there is one of that name. */
export const readEndpoint = async (
  env: Env,
  { body, key, now }: Asking,
  name: string,
): Promise<Result<Endpoint | undefined, string> | undefined> => {
  const object = await findBody(env, body);
  return object && unwrap(object.readEndpoint(name, key, now));
};

/** Mails of a body that wait for a person, or why a key clears none; undefined where there is no such body. */
export const readWaitingMails = async (
  env: Env,
  { body, key, now }: Asking,
): Promise<Result<readonly WaitingNews[], string> | undefined> => {
  const object = await findBody(env, body);
  return object && unwrap(object.readWaitingMails(key, now));
};

/** One of them, if it waits. */
export const readWaitingMail = async (
  env: Env,
  { body, key, now }: Asking,
  mail: MailAddress,
): Promise<Result<WaitingNews | undefined, string> | undefined> => {
  const object = await findBody(env, body);
  return object && unwrap(object.readWaitingMail(mail, key, now));
};

/** Forgets a mail that was sent, or is not to be. */
export const settleMail = (env: Env, body: string, mail: MailAddress): Promise<void> => unwrap(openBody(env, body).settleMail(mail));

/** A WebSocket on which a meeting tells of its changes, by number alone where no language is wanted. */
export const subscribeToMeeting = async (
  env: Env,
  body: string,
  meeting: string,
  language?: Language,
): Promise<WebSocket | "missing" | "full"> => {
  const object = await findBody(env, body);
  if (!object) return "missing";
  const address = `https://body.invalid/${meeting}${language === undefined ? "" : `/${language}`}`;
  const response = await object.fetch(address, { headers: { upgrade: "websocket" } });
  if (response.status === 500) throw new Error(await response.text());
  return response.webSocket ?? (response.status === 404 ? "missing" : "full");
};

/** Hands a verified delivery to its body, which must be registered unless the event does so. */
export const deliver = async (env: Env, body: string, delivery: Delivery, now: number): Promise<Receipt> => {
  const { event } = delivery;
  const registers = event.type === "body.registered" && !event.dryRun;
  if (registers) await unwrap(openDirectory(env).reserve(body));
  const object = (await findBody(env, body)) ?? openBody(env, body);
  const receipt = await unwrap(object.receive(delivery, now));
  if (!receipt.ok && receipt.error.kind === "no-such-body") await requireWhole(env, body);
  if (receipt.ok && receipt.value.change) await listChange(env, receipt.value.change);
  if (registers) expireBodies();
  if (!event.dryRun) expireBody(body, "meeting" in event.data ? event.data.meeting : undefined);
  if (receipt.ok) for (const meeting of receipt.value.redactedToo ?? []) expireBody(body, meeting);
  return receipt;
};

/** The meeting of another body that a body lists under an id: that wakes no body. */
export const readListing = async (env: Env, body: string, id: string): Promise<ListedElsewhere["of"] | undefined> =>
  (await hasBody(env, body)) ? unwrap(openDirectory(env).readListing(body, id)) : undefined;

/** Lines of a body's log, for an export; undefined where there is no such body. */
export const readLogLines = async (env: Env, body: string, after: number, octets: number) =>
  (await hasBody(env, body)) ? unwrap(openBody(env, body).exportLog(after, octets)) : undefined;

/** What calendars were told of a meeting of a body, as lines of an export. */
export const readLedgerLines = async (env: Env, body: string, at: number) =>
  (await hasBody(env, body)) ? unwrap(openBody(env, body).exportLedger(at)) : undefined;

/** Lays lines of an exported log aside for a body that is not there yet. One whose import was cut off at its end is there, and the directory may not know. */
export const stageLog = async (env: Env, body: string, first: number, lines: readonly string[]): Promise<Staged> => {
  await unwrap(openDirectory(env).reserve(body));
  const staged = await unwrap(openBody(env, body).stageLog(first, lines));
  if (!staged.ok && staged.error.kind === "not-empty") await listAnew(env, body);
  return staged;
};

/** Makes a body of the lines that were laid aside, and lets the directory know. */
export const importLog = async (env: Env, body: string, total: number): Promise<Imported> => {
  await unwrap(openDirectory(env).reserve(body));
  const imported = await unwrap(openBody(env, body).importLog(body, total));
  if (imported.ok || imported.error.kind === "not-empty") await listAnew(env, body);
  return imported;
};
