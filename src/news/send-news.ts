import { explainForbiddenAddress, isLoopbackAddress } from "../meeting/news-address.ts";
import { fail, succeed } from "../meeting/result.ts";
import { signHeaders } from "../standard-webhooks/signature.ts";
import type { NewsFailure } from "../store/body/outbox-tries.ts";
import type { Language } from "../meeting/text.ts";
import type { NewsOutcome, NewsPost, PostOutcome } from "../store/body/news-drain.ts";
import type { WrittenNews, UntoldNews } from "../store/body/news-messages.ts";
import { buildNews } from "./build-news.ts";
import { loadAllCatalogs } from "./catalogs.ts";
import { deriveNewsId } from "./news-id.ts";
import { importEndpointKeys } from "./signing-keys.ts";

/** Milliseconds in which a receiver must answer. */
const PATIENCE = 5000;

/** Milliseconds after which no further message is posted in one go. */
const IN_ONE_GO = 1000;

/** Hours after which a receiver is tried again, whatever it asked for. */
const LONGEST_WAIT = 24;

/** Whether news may go to this machine: for whoever develops a receiver. */
export const allowsLoopback = ({ PLENARY_NEWS_LOOPBACK: setting }: Env): boolean => setting === "allowed";

/** Why nothing is sent to an address, though it was taken: the rules, or the operator's setting, may have changed. */
const explainAddress = (env: Env, url: string): string | undefined =>
  isLoopbackAddress(url) && !allowsLoopback(env) ? "is of this machine" : explainForbiddenAddress(url);

/** Milliseconds that `Retry-After` asks for (RFC 9110 §10.2.3). */
const readRetryAfter = (text: string | null, now: number): number | undefined => {
  if (text === null) return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return wait > 0 ? Math.min(wait, LONGEST_WAIT * 3_600_000) : undefined;
};

const describeFailure = ({ status, headers }: Response, now: number): NewsFailure => {
  const retryAfter = readRetryAfter(headers.get("retry-after"), now);
  return {
    why: status >= 300 && status < 400 ? `${status}, and redirects are not followed` : String(status),
    ...(status === 410 && { isGone: true }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
};

/** Posts a message to an endpoint, signed for it. What went wrong is said without its address, which may let in whoever has it. */
export const postMessage = async (
  env: Env,
  { body, endpoint }: Pick<NewsPost, "body" | "endpoint">,
  { id, text }: WrittenNews,
  now: number,
): Promise<NewsOutcome> => {
  const { url } = endpoint;
  const forbidden = explainAddress(env, url);
  if (forbidden !== undefined) return fail({ why: `its address ${forbidden}` });
  const raw = new TextEncoder().encode(text);
  const headers = await signHeaders(await importEndpointKeys(env, body, endpoint), id, Math.floor(now / 1000), raw);
  try {
    // On bare workerd all else has no way out, and this one none to private addresses.
    const response = await (env.OUTSIDE ?? { fetch }).fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Plenary", ...headers },
      body: raw,
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    return response.ok ? succeed(undefined) : fail(describeFailure(response, now));
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return fail({ why: isLate ? `no answer within ${PATIENCE / 1000} seconds` : "nothing answers there, or nothing that may be reached" });
  }
};

/** Puts a piece of news into words, the same for all who read it in the same languages. */
export const writeNews = async (env: Env, news: UntoldNews, languages: readonly Language[]): Promise<WrittenNews> => {
  const catalogs = await loadAllCatalogs(env, languages);
  return {
    id: deriveNewsId(news.body, news.told.id),
    text: JSON.stringify(buildNews(news, env.PUBLIC_ORIGIN.replace(/\/+$/, ""), catalogs)),
  };
};

/** Posts messages one after the other, until one is not taken or some time has passed: what was taken is to be written down. */
export const postNews = async (env: Env, post: NewsPost): Promise<PostOutcome> => {
  const until = Date.now() + IN_ONE_GO;
  let taken = 0;
  for (const message of post.messages) {
    const now = Date.now();
    if (taken > 0 && now > until) break;
    const outcome = await postMessage(env, post, message, now);
    if (!outcome.ok) return { taken, failure: outcome.error };
    taken += 1;
  }
  return { taken };
};
