import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { buildRelease } from "../release.ts";
import { play, type Fault } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** A release with another machine takes over in mid-meeting, and the one before it takes over again. */
export const upgraded: Fault = {
  name: "machine's version changed",
  run: (trial) =>
    play(trial, { name: "upgraded" }, async (scene) => {
      const other = buildRelease(trial.built, [[`MACHINE_VERSION = ${MACHINE_VERSION};`, `MACHINE_VERSION = ${MACHINE_VERSION + 1};`]]);
      try {
        const verdicts: Verdict[] = [];
        const runs = trial.isLong ? 20 : 2;
        for (let run = 0; run < runs; run += 1) {
          scene.senders.start();
          await new Promise((resolved) => setTimeout(resolved, 600));
          await Promise.all([scene.machine.end("SIGTERM"), scene.senders.stop()]);
          cpSync(join(run % 2 === 0 ? other : trial.built, "worker"), join(scene.machine.state, "worker"), { recursive: true });
          await scene.machine.start();
          verdicts.push(await scene.witness.check());
        }
        return { runs, verdicts };
      } finally {
        rmSync(other, { recursive: true });
      }
    }),
};
