import { startService } from "../../../src/cli/service/runtime.ts";
import { findFreePort } from "../../node/processes.ts";
import { KEY, ORIGIN } from "../machine.ts";
import { play, type Fault } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** A second service on one state folder must not start, whatever the first is doing. */
export const twoProcesses: Fault = {
  name: "two processes on one folder",
  run: (trial) =>
    play(trial, { name: "twice" }, async (scene) => {
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 20 : 3;
      let [refused, started] = [0, 0];
      for (let run = 0; run < runs; run += 1) {
        scene.senders.start();
        const { state, log } = scene.machine;
        try {
          const second = await startService({ port: await findFreePort(), state, publicOrigin: ORIGIN, operatorKey: KEY, output: log });
          second.kill("SIGKILL");
          started += 1;
        } catch (error) {
          // Whatever else may keep it from starting shows nothing.
          if (error instanceof Error && error.message.includes("is running on this state folder already")) refused += 1;
        }
        await scene.senders.stop();
        verdicts.push(await scene.witness.check());
      }
      verdicts.push({ lost: 0, halfApplied: started, differing: 0 });
      return { runs, verdicts, ineffective: runs - refused - started, note: `${refused} of ${runs} refused` };
    }),
};
