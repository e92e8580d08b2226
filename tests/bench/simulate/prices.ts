import type { Month } from "./crowd.ts";

/** When the prices below were read, from archived copies of the pages; in US dollars a month. */
export const PRICES_READ = "24 November 2026";

const MILLION = 1e6;

/** Workers Paid (developers.cloudflare.com/workers/platform/pricing, /durable-objects/platform/pricing, /workers/cache). */
const CLOUDFLARE = {
  subscription: 5,
  /** Hits of Workers Cache count as requests too. */
  requests: { included: 10 * MILLION, price: 0.3 / MILLION },
  cpuMilliseconds: { included: 30 * MILLION, price: 0.02 / MILLION },
  objectRequests: { included: 1 * MILLION, price: 0.15 / MILLION },
  gigabyteSeconds: { included: 400_000, price: 12.5 / MILLION },
} as const;

/** A small machine (DigitalOcean, Basic, 2 vCPU, 4 GiB, with 4,000 GiB to send: its prices since July 2022). */
const MACHINE = { price: 24, gibibytes: { included: 4000, price: 0.01 } } as const;

/** Assumptions. CPU of one invocation, and how long an object is at work for one request. */
const CPU_MILLISECONDS = 1;
const OBJECT_SECONDS = 0.005;
const OBJECT_GIGABYTES = 0.128;
/** Octets of a poll: a compressed feed, its headers, and a new TLS connection. */
const POLL_OCTETS = 8000;

const beyond = (used: number, { included, price }: { readonly included: number; readonly price: number }): number =>
  Math.max(0, used - included) * price;

/** Dollars a month on Cloudflare's network. */
export const cloudflareCost = ({ polls, invocations, objectRequests }: Month): number =>
  CLOUDFLARE.subscription +
  beyond(polls, CLOUDFLARE.requests) +
  beyond(invocations * CPU_MILLISECONDS, CLOUDFLARE.cpuMilliseconds) +
  beyond(objectRequests, CLOUDFLARE.objectRequests) +
  beyond(objectRequests * OBJECT_SECONDS * OBJECT_GIGABYTES, CLOUDFLARE.gigabyteSeconds);

/** Dollars a month on one machine: its price, and what it sends. */
export const machineCost = ({ polls }: Month): number => MACHINE.price + beyond((polls * POLL_OCTETS) / 2 ** 30, MACHINE.gibibytes);
