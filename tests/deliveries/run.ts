import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { chanceOf } from "../faults/chance.ts";
import { deliverUnderKills, type Delivered } from "./deliver-under-kills.ts";
import { formatLatency } from "./latency.ts";
import { PRIVATE_NAMES } from "./receivers.ts";

/**
 * Kills the real service while it sends news to endpoints that live, fail, hang, come late, redirect and lead to private addresses:
 * `npm run test:deliveries -- [--changes N] [--kills N] [--seed N]`; `--keep` keeps the table in RESULTS.md. Names that lead
 * to private addresses are known to this process alone, which needs root and a file of hosts of its own (`unshare`).
 */

const HAS_HOSTS = "PLENARY_TEST_HOSTS";

/** The same again, where names resolve as the test says. */
const runWithHosts = (folder: string): number => {
  const hosts = join(folder, "hosts");
  writeFileSync(hosts, ["127.0.0.1 localhost", ...Object.entries(PRIVATE_NAMES).map((line) => line.join(" "))].join("\n"));
  const script = 'mount --bind "$0" /etc/hosts && exec "$@"';
  const command = ["--mount", "sh", "-c", script, hosts, process.execPath, ...process.argv.slice(1)];
  return spawnSync("unshare", command, { stdio: "inherit", env: { ...process.env, [HAS_HOSTS]: "1" } }).status ?? 1;
};

const formatResults = (delivered: Delivered): string => {
  const { changes, kills, lost, outOfOrder, uncalledFor, triedOnly, refused, repeated, forbidden, whileKilled, calm, bare } = delivered;
  return `${[
    ["changes", changes],
    ["kills", kills],
    ["lost to an endpoint that lives, or fails or comes late at times", lost],
    ["out of order", outOfOrder],
    ["tried only, or refused", triedOnly + refused],
    ["of those, or of what was so already, sent", uncalledFor],
    ["requests to private addresses, and where redirects lead", forbidden],
    ["sent again though it had been taken", repeated],
  ]
    .map(([name, count]) => `- ${name}: ${count?.toLocaleString("en")}`)
    .join("\n")}

| milliseconds from an event's answer to its receiver | count | p50 | p99 | most |
| --- | --- | --- | --- | --- |
${[formatLatency("under load", calm), formatLatency("under load, killed again and again", whileKilled), formatLatency("a bare POST beside it", bare)].join("\n")}
`;
};

const run = async (folder: string): Promise<number> => {
  const { values } = parseArgs({
    options: {
      changes: { type: "string", default: "10000" },
      kills: { type: "string", default: "200" },
      seed: { type: "string" },
      keep: { type: "boolean" },
    },
  });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const [changes, kills] = [Number(values.changes), Number(values.kills)];
  console.error(`seed ${seed}`);
  buildService(folder);
  const delivered = await deliverUnderKills(folder, chanceOf(seed), { changes, kills }, (words) =>
    console.error(`${new Date().toISOString()} ${words}`),
  );
  const results = formatResults(delivered);
  console.log(results);
  const { lost, outOfOrder, uncalledFor, forbidden, untried } = delivered;
  if (untried.length > 0) console.error(`NOT TRIED: ${untried.join(", ")}`);
  const command = `npm run test:deliveries -- --changes ${changes} --kills ${kills} --seed ${seed}`;
  if (values.keep)
    writeFileSync(
      "tests/deliveries/RESULTS.md",
      `# Deliveries\n\nWhat \`${command}\` found on ${new Date().toISOString().slice(0, 10)}.\n\n${results}`,
    );
  return lost + outOfOrder + uncalledFor + forbidden + untried.length > 0 ? 1 : 0;
};

const folder = mkdtempSync(join(tmpdir(), "plenary-deliveries-"));
try {
  if (process.env[HAS_HOSTS] !== undefined) process.exitCode = await run(folder);
  else if (process.getuid?.() === 0) process.exitCode = runWithHosts(folder);
  else {
    console.error("Names that lead to private addresses need a file of hosts of their own, and that needs root.");
    process.exitCode = 2;
  }
} finally {
  rmSync(folder, { recursive: true });
}
