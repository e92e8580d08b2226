/** What pages and their service worker say to each other. */

/** The address of the worker, the only one that the policy for scripts admits. */
export const WORKER = "/sw.js";

/** Of an answer that was kept: when it came. */
export const KEPT_AT = "x-kept-at";

/** So many pages, and as many files, are kept at most. */
export const MAX_KEPT = 200;

/** Asks the worker to keep what a page was made of. */
export interface KeepRequest {
  readonly addresses: readonly string[];
}
