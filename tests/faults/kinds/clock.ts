import { parseLine } from "../../../src/log-file/lines.ts";
import { installWorker } from "../machine.ts";
import { play, sendFor, type Fault, type Scene } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** The door takes senders whose clocks differ by less than five minutes; theirs are right here. */
const STEP = 250_000;

interface End {
  readonly events: number;
  readonly arrival: number;
}

/** Where the log of each body ends. */
const endsOf = ({ witness, bodies }: Scene): readonly End[] =>
  bodies.map((body) => {
    const lines = witness.linesOf(body);
    const last = parseLine(lines.at(-1) ?? "");
    return { events: lines.length, arrival: last.kind === "event" ? last.line.arrival : 0 };
  });

/** With the clock ahead it went ahead, and stood still with the clock back though more came: else neither step took hold. */
const isHeld = (ahead: readonly End[], back: readonly End[], now: number): boolean =>
  ahead.every(({ events, arrival }, at) => arrival > now + STEP / 2 && back[at]?.arrival === arrival && back[at].events > events);

/** The service's clock goes back by minutes between two events: an arrival never does. */
export const clockBack: Fault = {
  name: "clock stepped back",
  run: (trial) =>
    play(trial, { name: "clock" }, async (scene) => {
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 10 : 2;
      let held = 0;
      for (let run = 0; run < runs; run += 1) {
        const ends: (readonly End[])[] = [];
        for (const step of [STEP, -STEP]) {
          await scene.machine.end("SIGTERM");
          installWorker(scene.machine, trial.built, step);
          await scene.machine.start();
          await sendFor(scene, 600);
          verdicts.push(await scene.witness.check());
          ends.push(endsOf(scene));
        }
        const [ahead = [], back = []] = ends;
        if (isHeld(ahead, back, Date.now())) held += 1;
      }
      return { runs, verdicts, ineffective: runs - held, note: `arrivals held at the later time in ${held} of ${runs}` };
    }),
};
