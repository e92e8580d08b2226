/** The time by the service's clock: a device's own may be wrong, and then no signature of it is believed. */
export interface Clock {
  /** Milliseconds of the epoch. */
  readonly now: () => number;
  /** Milliseconds by which the device is behind; 0 where that is not worth a word. */
  readonly behind: () => number;
  /** From an answer, and from when its request left by the device's clock. */
  readonly learn: (response: Response, leftAt: number) => void;
}

/** The header has whole seconds, and a slow network adds its own: less than this is no wrong clock. */
const TOLERATED = 30_000;
const HALF_A_SECOND = 500;

export const createClock = (onChange: () => void): Clock => {
  let behind = 0;
  return {
    now: () => Date.now() + behind,
    behind: () => behind,
    learn: (response, leftAt) => {
      const said = Date.parse(response.headers.get("date") ?? "");
      if (Number.isNaN(said)) return;
      const measured = said + HALF_A_SECOND - (leftAt + Date.now()) / 2;
      const learnt = Math.abs(measured) < TOLERATED ? 0 : measured;
      if (learnt === behind) return;
      behind = learnt;
      onChange();
    },
  };
};
