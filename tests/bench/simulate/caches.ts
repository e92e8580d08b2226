/** Where a service runs, as far as polls can tell. Times in seconds. */
export interface Deployment {
  readonly name: string;
  /** Until when a copy that was filled at a time is served; absent where nothing stands in front of the Worker. */
  readonly freshUntil?: (filled: number) => number;
  /** On average, how long a copy is served. */
  readonly lifetime: number;
  /** Processes of the Worker, each with a memory of its own. */
  readonly isolates: number;
  /** Whether an event is taken by the process that answers reads: it then knows at once. */
  readonly isOneProcess: boolean;
}

/** How long the Worker goes by the version that it was told last. */
export const LOOKUP = 1;
const MAX_AGE = 60;

/** nginx counts in whole seconds, and serves what is valid for one until the second after it has passed: 1 to 2 s. */
const nginxSecond = (filled: number): number => Math.floor(filled) + 2;

/** An assumption: in how many places of Cloudflare's network the Worker runs. */
const PLACES = 50;

export const DEPLOYMENTS = {
  "cloudflare-cached": {
    name: "Cloudflare, Workers Cache",
    // Copies further down carry the age of the one that they came from, so all of them end together.
    freshUntil: (filled) => filled + MAX_AGE,
    lifetime: MAX_AGE,
    isolates: PLACES,
    isOneProcess: false,
  },
  cloudflare: { name: "Cloudflare, no cache", lifetime: 0, isolates: PLACES, isOneProcess: false },
  "nginx-cached": { name: "one machine, nginx", freshUntil: nginxSecond, lifetime: 1.5, isolates: 1, isOneProcess: true },
  machine: { name: "one machine, no cache", lifetime: 0, isolates: 1, isOneProcess: true },
} as const satisfies Record<string, Deployment>;
