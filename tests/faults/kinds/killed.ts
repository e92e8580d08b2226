import { setTimeout as sleep } from "node:timers/promises";
import { uploadLog } from "../../../src/cli/log/transfer.ts";
import { KEY, machineWith } from "../machine.ts";
import { play, type Fault, type Scene, type Trial } from "../scene.ts";
import { sumOf, type Verdict } from "../witness.ts";

/** The same logs, taken into an empty service, must make the same feeds, body feeds too. */
const rebuilt = async ({ machine, bodies, witness }: Scene, { built }: Trial): Promise<Verdict> => {
  const other = await machineWith(built);
  try {
    await other.start();
    for (const body of bodies) await uploadLog({ url: other.url, secret: KEY }, body, witness.linesOf(body));
    const verdicts: Verdict[] = [];
    for (const path of witness.feeds()) {
      const [one, two] = await Promise.all([machine.url, other.url].map(async (url) => (await fetch(url + path)).text()));
      verdicts.push({ lost: 0, halfApplied: 0, differing: one === two && one?.startsWith("BEGIN:VCALENDAR") ? 0 : 1 });
    }
    return sumOf(verdicts);
  } finally {
    await other.remove();
  }
};

/** SIGKILL at a random moment, while senders send; after it every log is read on, before anything is sent again. */
export const killed: Fault = {
  name: "SIGKILL under load",
  run: (trial) =>
    play(trial, { name: "killed", bodies: trial.isLong ? 20 : 4, senders: trial.isLong ? 24 : 8 }, async (scene) => {
      const { machine, senders, witness, book } = scene;
      const goal = trial.isLong ? { kills: 220, events: 100_000 } : { kills: 12, events: 0 };
      const verdicts: Verdict[] = [];
      let kills = 0;
      while (kills < goal.kills || (book.acknowledged.size < goal.events && performance.now() < trial.until)) {
        senders.start();
        await sleep(trial.chance.below(trial.isLong ? 6000 : 700));
        await Promise.all([machine.end("SIGKILL"), senders.stop()]);
        kills += 1;
        await machine.start();
        verdicts.push(await witness.check());
        if (kills % 20 === 0)
          console.error(`${new Date().toISOString()} ${kills} kills, ${book.acknowledged.size} events`, sumOf(verdicts));
      }
      await senders.settle();
      verdicts.push(await witness.checkAll(), await rebuilt(scene, trial));
      return { runs: kills, verdicts };
    }),
};
