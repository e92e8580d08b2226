import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { seeded } from "../../support/chance.ts";
import { checkAgainstRealRun } from "./check.ts";
import { report } from "./report.ts";

/**
 * What subscribers by the million cost and see: `npm run simulate` writes tests/bench/SIMULATION.md, the same each time.
 * `-- --check` first plays some hundreds of pollers against the real service behind nginx, and fails where the simulation
 * is out by more than a twentieth.
 */

const TOLERANCE = 0.05;

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, out: { type: "string", default: "tests/bench/SIMULATION.md" } },
});

if (values.check) {
  const { subscribers, polls, seconds, real, simulated } = await checkAgainstRealRun();
  const off = Math.abs(simulated / real - 1);
  console.log(
    `${subscribers} pollers, ${polls} polls in ${seconds} s: nginx passed ${real} on, the simulation ${simulated} (${(off * 100).toFixed(1)} % off).`,
  );
  if (off > TOLERANCE) process.exitCode = 1;
} else {
  const text = report(seeded(1));
  writeFileSync(values.out, text);
  console.log(text);
}
