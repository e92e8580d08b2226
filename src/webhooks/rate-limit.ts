import { createLruCache } from "../cache/lru-cache.ts";
import { LIMITS } from "../meeting/limits.ts";

const MINUTE = 60_000;

interface TokenBucket {
  readonly tokens: number;
  /** Milliseconds of the epoch. */
  readonly at: number;
}

/** Whether a sender may send once more at a time, in milliseconds of the epoch. */
type RateLimiter = (sender: string, now: number) => boolean;

/** Senders that are remembered; those that were not heard longest go first. */
const MAX_SENDERS = 10_000;

/** A token bucket for each sender: as many at once as in a minute, and no more than that in any minute after. */
export const createRateLimiter = (perMinute: number): RateLimiter => {
  const buckets = createLruCache<TokenBucket>(MAX_SENDERS);
  return (sender, now) => {
    const { tokens, at } = buckets.get(sender) ?? { tokens: perMinute, at: now };
    const filled = Math.min(perMinute, tokens + (Math.max(0, now - at) / MINUTE) * perMinute);
    buckets.set(sender, { tokens: filled < 1 ? filled : filled - 1, at: now }, 1);
    return filled >= 1;
  };
};

const limitKey = createRateLimiter(LIMITS.perKey.max);
const limitAddress = createRateLimiter(LIMITS.perAddress.max);

const allows = async (platform: RateLimit | undefined, own: RateLimiter, sender: string, now: number): Promise<boolean> =>
  platform ? (await platform.limit({ key: sender })).success : own(sender, now);

/** Whether a key of a body may send once more. The operator's may always: it is what lifts all other limits. */
export const allowsKey = async ({ RATE_BY_KEY }: Env, body: string, key: string, now: number): Promise<boolean> =>
  key === "operator" || allows(RATE_BY_KEY, limitKey, `${body}/${key}`, now);

/** Who holds an address of IPv6 holds all of its first 64 bits. */
const findNetwork = (address: string): string => {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  return [...groups, ...Array<string>(zeros).fill("0"), ...after]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ""))
    .join(":");
};

/** Whether an address may send once more. An address is believed only from the header that the operator says its proxy sets. */
export const allowsAddress = async (headers: Headers, { PLENARY_ADDRESS_HEADER, RATE_BY_ADDRESS }: Env, now: number): Promise<boolean> => {
  const address = PLENARY_ADDRESS_HEADER ? headers.get(PLENARY_ADDRESS_HEADER) : null;
  return !address || allows(RATE_BY_ADDRESS, limitAddress, findNetwork(address), now);
};
