import type { Claim, Claimed } from "./offers-table.ts";
import { unwrap } from "./stored.ts";
import { openDirectory } from "./stubs.ts";

/** Milliseconds: the directory is asked no more often which setup links there are, whoever sends. */
const REREAD_AFTER = 1000;

let known: { readonly offers: readonly string[]; readonly at: number } | undefined;

/** Keeps a setup link, good until a time in milliseconds of the epoch. */
export const offerSetup = async (env: Env, id: string, until: number, now: number): Promise<void> => {
  await unwrap(openDirectory(env).offer(id, until, now));
  known = undefined;
};

/** The setup links whose time is not over. */
export const readOffers = async (env: Env, now: number): Promise<readonly string[]> => {
  if (known && Math.abs(now - known.at) < REREAD_AFTER) return known.offers;
  const offers = await unwrap(openDirectory(env).readOffers(now));
  known = { offers, at: now };
  return offers;
};

/** Spends a setup link on a body and a browser's key; `isTried` tells only what that would come to. */
export const claimOffer = (env: Env, offer: string, claim: Claim, isTried: boolean, now: number): Promise<Claimed> =>
  unwrap(openDirectory(env).claim(offer, claim, isTried, now));
