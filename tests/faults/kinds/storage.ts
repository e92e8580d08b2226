import { statfsSync } from "node:fs";
import { deliver, deliveryOf, isStorageRefused } from "../delivery.ts";
import { clear, feedsOf, isWritable, NOT_TRIED, objectsOf, succeeds } from "../disks.ts";
import type { Machine } from "../machine.ts";
import { play, sendFor, type Fault, type Scene } from "../scene.ts";
import type { Verdict } from "../witness.ts";

const mount = (machine: Machine, options: string): boolean => succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", objectsOf(machine));
const remount = (machine: Machine, options: string): boolean => succeeds("mount", "-o", `remount,${options}`, objectsOf(machine));

/** Leaves so many KiB free: what is stored grows from run to run. */
const leaveRoom = (machine: Machine, room: number): boolean => {
  const { blocks, bfree, bsize } = statfsSync(objectsOf(machine));
  return remount(machine, `size=${Math.ceil(((blocks - bfree) * bsize) / 1024) + room}k`);
};

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

/** Whether the service is there, tells a sender that it can't write, and says so of itself. */
const isKnownIll = async ({ machine, bodies, book }: Scene, run: number): Promise<boolean> => {
  const [body = ""] = bodies;
  const record = { name: "A body on a disk that takes nothing in", id: body };
  const delivery = deliveryOf(`msg_probe_${run}`, body, "body.registered", { record });
  const told = await deliver(machine.url, delivery);
  book.write(delivery, told);
  const health = await fetch(`${machine.url}/healthz`);
  const { storage } = (await health.json()) as { readonly storage: string };
  return isStorageRefused(told) && health.status === 503 && storage === "refused";
};

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
        if (run > 1) leaveRoom(scene.machine, 700);
        // Until nothing goes in any more.
        for (let before = -1; before !== scene.book.acknowledged.size;) {
          before = scene.book.acknowledged.size;
          await sendFor(scene, 700);
        }
        if (await isKnownIll(scene, run)) reported += 1;
        // Every other time the service is started anew on the full disk.
        if (run % 2 === 0) {
          await scene.machine.end("SIGKILL");
          leaveRoom(scene.machine, 64);
          await scene.machine.start();
        }
        // A redaction writes all tables anew: it takes as much again as there is.
        remount(scene.machine, "size=200m");
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
      }
      return { runs, verdicts, ineffective: runs - reported, note: `/healthz said so ${reported} of ${runs} times` };
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
      let asSaid = 0;
      for (let run = 1; run <= runs; run += 1) {
        await sendFor(scene, 800);
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
        const before = await feedsOf(scene);
        // Stopped in order, it leaves nothing that can be opened without writing; killed, it does.
        const isKilled = run % 2 === 0;
        await scene.machine.end(isKilled ? "SIGKILL" : "SIGTERM");
        remount(scene.machine, "ro");
        const isReadOnly = !isWritable(scene.machine);
        const isStarted = await scene.machine.start().then(
          () => true,
          () => false,
        );
        if (isStarted) verdicts.push(await keepsNothing(scene), await stillServed(scene, before));
        else refused += 1;
        if (isReadOnly && isStarted === isKilled && (!isStarted || (await isKnownIll(scene, run)))) asSaid += 1;
        await scene.machine.end("SIGTERM");
        remount(scene.machine, "rw");
        await scene.machine.start();
        await scene.senders.settle();
        verdicts.push(await scene.witness.check());
      }
      return { runs, verdicts, ineffective: runs - asSaid, note: `did not start ${refused} of ${runs} times` };
    });
    return isMounted ? outcome : NOT_TRIED;
  },
};
