import type { Finding } from "./finding.ts";

/** A service that is looked at. */
export interface CheckTarget {
  /** As the public addresses it, without a slash at the end. */
  readonly url: string;
  /** The operator's key, if it is at hand. */
  readonly secret: string | undefined;
  /** The folder of the backups, where they are on this machine. */
  readonly backups: string | undefined;
  /** The folder of nginx's configuration, if nginx is on this machine. */
  readonly nginx: string;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
}

/** A look at one thing. Throws where it comes to no end. */
export type Check = (target: CheckTarget) => Promise<readonly Finding[]>;
