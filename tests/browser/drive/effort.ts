import type { BrowserContext } from "playwright-core";

/** What someone did by hand: what was tapped, and what was filled in. */
export interface Effort {
  taps: number;
  fields: number;
}

/** Counts on every page of a browser profile what a person did there, by the browser's own events. */
export const countEffort = async (context: BrowserContext): Promise<Effort> => {
  const effort: Effort = { taps: 0, fields: 0 };
  await context.exposeBinding("countTap", () => void (effort.taps += 1));
  await context.exposeBinding("countField", () => void (effort.fields += 1));
  await context.addInitScript(() => {
    const counters = globalThis as unknown as { readonly countTap: () => void; readonly countField: () => void };
    let last: EventTarget | null = null;
    document.addEventListener(
      "click",
      (event) => {
        // A label's click comes again at its control.
        const isAgain = event.target instanceof HTMLInputElement && event.detail === 0;
        if (event.isTrusted && !isAgain) counters.countTap();
        last = null;
      },
      true,
    );
    document.addEventListener(
      "input",
      ({ target }) => {
        if (target !== last) counters.countField();
        last = target;
      },
      true,
    );
  });
  return effort;
};
