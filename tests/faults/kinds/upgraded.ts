import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MACHINE_VERSION } from "../../../machines/meeting/apply-event.ts";
import { play, type Fault, type Trial } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** The worker as a release with another machine would be: the same, but that it throws every snapshot away. */
const otherRelease = ({ built }: Trial): string => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-faults-release-"));
  const wrangler = resolve("node_modules/wrangler/bin/wrangler.js");
  const PATH = `${resolve("node_modules/.bin")}:${process.env["PATH"] ?? ""}`;
  const env = { ...process.env, PATH, WRANGLER_SEND_METRICS: "false", WRANGLER_LOG: "warn", CI: "true" };
  spawnSync(process.execPath, [wrangler, "deploy", "--dry-run", "--outdir", join(folder, "worker")], { env });
  const bundle = join(folder, "worker/index.js");
  const text = readFileSync(bundle, "utf8");
  const other = text.replace(`MACHINE_VERSION = ${MACHINE_VERSION};`, `MACHINE_VERSION = ${MACHINE_VERSION + 1};`);
  if (other === text) throw new Error("the bundle does not say its machine's version where it was looked for");
  writeFileSync(bundle, other);
  cpSync(join(built, "assets"), join(folder, "assets"), { recursive: true });
  return folder;
};

/** A release with another machine takes over in mid-meeting, and the one before it takes over again. */
export const upgraded: Fault = {
  name: "machine's version changed",
  run: (trial) =>
    play(trial, { name: "upgraded" }, async (scene) => {
      const other = otherRelease(trial);
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
