import { clear, feedsOf, NOT_TRIED, objectsOf, succeeds } from "../disks.ts";
import type { Machine } from "../machine.ts";
import { play, sendFor, type Fault, type Scene } from "../scene.ts";
import type { Verdict } from "../witness.ts";

const mount = (machine: Machine, options: string): boolean => succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", objectsOf(machine));
const remount = (machine: Machine, options: string): boolean => succeeds("mount", "-o", `remount,${options}`, objectsOf(machine));

/** A feed is what it was, or 503: never anything else. */
const stillServed = async ({ machine, witness }: Scene, before: ReadonlyMap<string, string>): Promise<Verdict> => {
  const answers = await Promise.all(
    witness.feeds().map(async (path) => {
      const response = await fetch(machine.url + path);
      const text = await response.text();
      return response.status === 503 || text === before.get(path);
    }),
  );
  return { lost: 0, halfApplied: 0, differing: answers.filter((isRight) => !isRight).length };
};

/** Nothing may be acknowledged that can't be kept. */
const keepsNothing = async (scene: Scene): Promise<Verdict> => {
  const before = scene.book.acknowledged.size;
  await sendFor(scene, 500);
  return { lost: scene.book.acknowledged.size - before, halfApplied: 0, differing: 0 };
};

/** Whether the service says of itself that it can't write. */
const isKnownIll = async ({ machine }: Scene): Promise<boolean> =>
  fetch(`${machine.url}/healthz`).then(
    ({ status }) => status === 503,
    () => true,
  );

/** A disk that is full: what is sent is refused whole, and taken in once there is room again. */
export const diskFull: Fault = {
  name: "disk full",
  run: async (trial) => {
    let isMounted = false;
    const prepare = (machine: Machine): void => void (isMounted = mount(machine, "size=1400k"));
    const outcome = await play(trial, { name: "full", prepare, clear }, async (scene) => {
      if (!isMounted) return { runs: 0, verdicts: [] };
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 10 : 2;
      let reported = 0;
      for (let run = 1; run <= runs; run += 1) {
        // Until nothing goes in any more.
        for (let before = -1; before !== scene.book.acknowledged.size;) {
          before = scene.book.acknowledged.size;
          await sendFor(scene, 700);
        }
        if (await isKnownIll(scene)) reported += 1;
        // Every other time the service is started anew on the full disk.
        if (run % 2 === 0) {
          await scene.machine.end("SIGKILL");
          remount(scene.machine, `size=${1400 + (run - 1) * 700 + 64}k`);
          await scene.machine.start();
        }
        remount(scene.machine, `size=${1400 + run * 700}k`);
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
      }
      remount(scene.machine, "size=200m");
      await scene.senders.settle();
      return { runs, verdicts, note: `/healthz said so ${reported} of ${runs} times` };
    });
    return isMounted ? outcome : NOT_TRIED;
  },
};

/** A disk that became read-only, as after an error of the device: the service does not start, or takes nothing in. */
export const readOnly: Fault = {
  name: "disk read-only",
  run: async (trial) => {
    let isMounted = false;
    const prepare = (machine: Machine): void => void (isMounted = mount(machine, "size=64m"));
    const outcome = await play(trial, { name: "readonly", prepare, clear }, async (scene) => {
      if (!isMounted) return { runs: 0, verdicts: [] };
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 10 : 2;
      let refused = 0;
      for (let run = 1; run <= runs; run += 1) {
        await sendFor(scene, 800);
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
        const before = await feedsOf(scene);
        // Stopped in order, it leaves nothing that can be opened without writing; killed, it does.
        await scene.machine.end(run % 2 === 0 ? "SIGKILL" : "SIGTERM");
        remount(scene.machine, "ro");
        const isStarted = await scene.machine.start().then(
          () => true,
          () => false,
        );
        if (isStarted) verdicts.push(await keepsNothing(scene), await stillServed(scene, before));
        else refused += 1;
        await scene.machine.end("SIGTERM");
        remount(scene.machine, "rw");
        await scene.machine.start();
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
      }
      return { runs, verdicts, note: `did not start ${refused} of ${runs} times` };
    });
    return isMounted ? outcome : NOT_TRIED;
  },
};
