import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseLine } from "../../../src/log-file/lines.ts";
import { deliver, deliveryOf, isStorageRefused, type Told } from "../delivery.ts";
import { clear, feedsOf, isWritable, NOT_TRIED, objectsOf, succeeds } from "../disks.ts";
import type { Machine } from "../machine.ts";
import { play, sendFor, type Fault, type Scene } from "../scene.ts";
import { announcement } from "../senders.ts";
import { witnessOf, type Verdict, type Witness } from "../witness.ts";

/** The loop device over an image of a disk; undefined where there is none to be had. */
const attached = ({ state }: Machine): string | undefined => {
  const image = join(state, "disk");
  if (!succeeds("truncate", "--size=64M", image)) return undefined;
  const { status, stdout } = spawnSync("losetup", ["--find", "--show", image], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
};

const mount = (device: string, machine: Machine): boolean => succeeds("mount", "-o", "errors=remount-ro", device, objectsOf(machine));

/** The kernel finds an error of the file system and lets nothing more be written, whoever has files open there. */
const turn = (device: string, machine: Machine): void => {
  writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, "1");
  if (isWritable(machine)) throw new Error("the disk was to be read-only, and is not");
};

/** As an operator would: what was not synced to the disk is gone. */
const repair = (device: string, machine: Machine): void => {
  const isUnmounted = succeeds("umount", objectsOf(machine));
  // 1, where it found something to mend.
  const { status } = spawnSync("e2fsck", ["-f", "-y", device], { stdio: "ignore" });
  if (!isUnmounted || status === null || status > 1 || !mount(device, machine)) throw new Error("the disk could not be repaired");
};

/** What is tried on the read-only disk, and again on the mended one: an event for every body. */
const deliverProbes = ({ machine, bodies, book }: Scene, run: number): Promise<readonly Told[]> =>
  Promise.all(
    bodies.map(async (body) => {
      const documents = [{ symbol: "CTOC/COP/WG.4/2010/CRP.100", items: ["2"] }];
      const delivery = deliveryOf(`msg_${body}_probe_${run}`, body, "documents.issued", { meeting: "device-1", documents });
      const told = await deliver(machine.url, delivery);
      book.write(delivery, told);
      return told;
    }),
  );

/** What is sent is refused in the words of the list of problems, every feed is what it was, and `/healthz` tells. */
const refuses = async (scene: Scene, run: number, before: ReadonlyMap<string, string>): Promise<Verdict> => {
  const { machine, bodies } = scene;
  // What came before is not answered from the log either: it may be the kernel's memory of a write that never reached the disk.
  const again = await Promise.all(bodies.map((body) => deliver(machine.url, announcement(body, "device-1"))));
  const answers = [...(await deliverProbes(scene, run)), ...again];
  const health = await fetch(`${machine.url}/healthz`);
  const { storage } = (await health.json()) as { readonly storage: string };
  const after = await feedsOf(scene);
  const verdict = {
    lost: 0,
    halfApplied: answers.filter((told) => !isStorageRefused(told)).length + Number(health.status !== 503 || storage !== "refused"),
    differing: [...before].filter(([path, text]) => !text.startsWith("BEGIN:VCALENDAR") || after.get(path) !== text).length,
  };
  if (verdict.halfApplied + verdict.differing > 0) console.error("read-only:", verdict, answers, health.status, storage);
  return verdict;
};

/** What was refused is taken in when it is sent again. */
const takesIn = async (scene: Scene, run: number): Promise<Verdict> => {
  const answers = await deliverProbes(scene, run);
  return { lost: answers.filter(({ kind }) => kind !== "acknowledged").length, halfApplied: 0, differing: 0 };
};

const placesOf = ({ linesOf }: Witness, body: string): readonly string[] =>
  linesOf(body).flatMap((text) => {
    const read = parseLine(text);
    return read.kind === "event" ? [`${body} ${read.line.position} ${read.line.id}`] : [];
  });

/** A disk that turns read-only while the service has its files open, as ext4 does at an error of the device. */
export const turnedReadOnly: Fault = {
  name: "disk turned read-only while in use",
  run: async (trial) => {
    let device: string | undefined;
    let isMounted = false;
    const prepare = (machine: Machine): void => {
      device = attached(machine);
      isMounted = device !== undefined && succeeds("mkfs.ext4", "-q", device) && mount(device, machine);
    };
    const detach = (machine: Machine): void => {
      clear(machine);
      if (device !== undefined) succeeds("losetup", "--detach", device);
    };
    const outcome = await play(trial, { name: "device", prepare, clear: detach }, async (scene) => {
      if (device === undefined || !isMounted) return { runs: 0, verdicts: [] };
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 10 : 2;
      const { machine, bodies, book, senders, witness } = scene;
      let unkept = 0;
      for (let run = 1; run <= runs; run += 1) {
        await sendFor(scene, 500);
        await senders.settle();
        verdicts.push(await witness.check());
        const before = await feedsOf(scene);
        /*
         * While nothing is being written: a sync in that very instant may succeed although its journal is given up. SQLite alone,
         * at synchronous=FULL, lost 23 of some 36,000 commits so in 60 turns (Linux 6.18), each the last of its connection.
         */
        turn(device, machine);
        // Every other time all senders come then.
        const isBusy = run % 2 === 0;
        if (isBusy) senders.start();
        await sleep(300);
        await senders.stop();
        // What is read now may be the kernel's memory of a write whose sync failed: its sender was told 503, and a mended disk has none of it.
        const bystander = witnessOf(machine.url, bodies, book);
        verdicts.push(await refuses(scene, run, before), await bystander.check());
        // A service that is started on such a disk does no better and no worse.
        await machine.end(isBusy ? "SIGKILL" : "SIGTERM");
        await machine.start();
        verdicts.push(await refuses(scene, run, before), await bystander.check());
        await machine.end(isBusy ? "SIGTERM" : "SIGKILL");
        repair(device, machine);
        await machine.start();
        verdicts.push(await takesIn(scene, run));
        await senders.settle();
        verdicts.push(await witness.checkAll());
        const kept = new Set(bodies.flatMap((body) => placesOf(witness, body)));
        unkept += bodies.flatMap((body) => placesOf(bystander, body)).filter((place) => !kept.has(place)).length;
      }
      return { runs, verdicts, note: `an error of ext4; ${unkept} events answered 503 were seen until it was mended` };
    });
    return isMounted ? outcome : { ...NOT_TRIED, note: "not tried: needs root, ext4 and a loop device" };
  },
};
