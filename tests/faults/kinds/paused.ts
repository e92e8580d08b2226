import { setTimeout as sleep } from "node:timers/promises";
import { play, sendFor, type Fault } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** An object is evicted after ten seconds without a request. */
const IDLE = 11_000;

/** Objects leave the memory in mid-sequence: by idleness, or by a restart. */
export const evicted: Fault = {
  name: "evicted in mid-sequence",
  run: (trial) =>
    play(trial, { name: "evicted" }, async (scene) => {
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 10 : 2;
      for (let run = 0; run < runs; run += 1) {
        await sendFor(scene, 500);
        if (run % 2 === 0) await sleep(IDLE);
        else {
          await scene.machine.end("SIGTERM");
          await scene.machine.start();
        }
        await sendFor(scene, 300);
        verdicts.push(await scene.witness.check());
      }
      return { runs, verdicts };
    }),
};
