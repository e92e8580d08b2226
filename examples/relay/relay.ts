import { Webhook } from "standardwebhooks";
import { createReceiver, type DeliveryAnswer, type DeliveryHeaders, type News } from "../news.ts";
import { formatSlackMessage } from "./slack.ts";
import { formatTeamsMessage } from "./teams.ts";

/**
 * Hands news on to what can't read it itself: `PLENARY_SECRET=whsec_... TARGET=https://... npx node examples/relay/relay.ts slack`. What is not taken
 * there is not taken here, so that it comes again, and what comes after it waits.
 */

/** What a target is sent of a piece of news that was verified; undefined where it need not know. */
type Format = (news: News, language: string, raw: string, headers: DeliveryHeaders) => object | undefined;

const FORMATS: Readonly<Record<string, Format>> = {
  slack: formatSlackMessage,
  teams: formatTeamsMessage,
  /** As it came, for a flow, whose own address lets in whoever has it. */
  flow: (news) => news,
  /** An Apps Script is told no headers: it verifies what it finds within. */
  script: (_news, _language, raw, headers) => ({
    raw,
    id: headers["webhook-id"],
    timestamp: headers["webhook-timestamp"],
    signature: headers["webhook-signature"],
  }),
};

export interface Relay {
  /** As `plenary endpoints add` prints it. */
  readonly secret: string;
  readonly target: string;
  /** By name. */
  readonly format: string;
  /** One of those that the endpoint was added with. */
  readonly language?: string;
}

const postTo = async (target: string, message: object): Promise<DeliveryAnswer> => {
  try {
    const response = await fetch(target, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(4000),
    });
    const retryAfter = response.headers.get("retry-after");
    if (response.ok) return { status: 204 };
    return { status: response.status === 429 ? 429 : 502, ...(retryAfter !== null && { retryAfter }) };
  } catch {
    return { status: 504 };
  }
};

/** Throws where it is not what the service signed. */
export const createRelay = ({ secret, target, format: name, language = "en" }: Relay) => {
  const format = FORMATS[name];
  if (!format) throw new Error(`"${name}" is none of ${Object.keys(FORMATS).join(", ")}.`);
  const webhook = new Webhook(secret);
  /** In earnest these stand on disk: what comes twice is said once. */
  const known = new Set<string>();
  return async (raw: string, headers: DeliveryHeaders): Promise<DeliveryAnswer> => {
    webhook.verify(raw, { ...headers });
    const id = headers["webhook-id"] ?? "";
    if (known.has(id)) return { status: 204 };
    const message = format(JSON.parse(raw) as News, language, raw, headers);
    const answer = message ? await postTo(target, message) : { status: 204 };
    if (answer.status === 204) known.add(id);
    return answer;
  };
};

if (import.meta.main) {
  const [format = ""] = process.argv.slice(2);
  const { PLENARY_SECRET: secret = "", TARGET: target = "", PLENARY_LANGUAGE: language = "en", PORT: port = "9000" } = process.env;
  createReceiver(createRelay({ secret, target, format, language })).listen(Number(port), "127.0.0.1");
}
