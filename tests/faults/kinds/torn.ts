import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { play, sendFor, type Fault, type Scene } from "../scene.ts";
import type { Verdict } from "../witness.ts";

/** Does something to the database of every body, while no service runs. */
const inEachBody = ({ machine }: Scene, work: (database: DatabaseSync) => void): void => {
  const objects = join(machine.state, "objects");
  for (const file of readdirSync(objects, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".sqlite") || !file.includes("plenary-body")) continue;
    const database = new DatabaseSync(join(objects, file));
    try {
      if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'ledger'").get()) work(database);
    } finally {
      database.close();
    }
  }
};

const inEach =
  (...statements: readonly string[]) =>
  (database: DatabaseSync): void => {
    for (const statement of statements) database.exec(statement);
  };

/** What is torn, and can be mended from the log. */
const MENDED: readonly ((database: DatabaseSync) => void)[] = [
  inEach("UPDATE meetings SET snapshot = substr(snapshot, 1, abs(random()) % length(snapshot))"),
  inEach("UPDATE parts SET part = substr(part, 1, abs(random()) % length(part)) WHERE random() % 2 = 0"),
  inEach("DELETE FROM parts WHERE random() % 2 = 0"),
  inEach("UPDATE ledger SET entry = substr(entry, 1, abs(random()) % length(entry)) WHERE random() % 2 = 0"),
  inEach("UPDATE meetings SET snapshot = ''", "UPDATE ledger SET entry = ''"),
];

/** Every meeting has been announced, and none can be folded without. */
const tornLog = inEach(
  "CREATE TABLE kept AS SELECT position, raw FROM log",
  "UPDATE log SET raw = substr(raw, 1, 20) WHERE type = 'meeting.announced'",
  "UPDATE meetings SET snapshot = substr(snapshot, 1, 100)",
);
const logAgain = inEach("UPDATE log SET raw = (SELECT raw FROM kept WHERE kept.position = log.position)", "DROP TABLE kept");

/** Where the log itself is torn there is nothing to mend from: no feed, and `/healthz` says so. */
const isRefused = async ({ machine, witness }: Scene): Promise<Verdict> => {
  const answers = await Promise.all(witness.feeds().map(async (path) => (await fetch(machine.url + path)).status));
  const health = await fetch(`${machine.url}/healthz`);
  return { lost: 0, halfApplied: health.status === 503 ? 0 : 1, differing: answers.filter((status) => status !== 503).length };
};

/** Snapshots, ledger and log are cut where they stand. */
export const torn: Fault = {
  name: "torn snapshot, ledger, log",
  run: (trial) =>
    play(trial, { name: "torn" }, async (scene) => {
      const verdicts: Verdict[] = [];
      const rounds = trial.isLong ? 5 : 1;
      for (let round = 0; round < rounds; round += 1) {
        for (const tear of MENDED) {
          await sendFor(scene, 500);
          await scene.senders.settle();
          await scene.machine.end("SIGTERM");
          inEachBody(scene, tear);
          await scene.machine.start();
          verdicts.push(await scene.witness.checkAll());
        }
        await scene.machine.end("SIGTERM");
        inEachBody(scene, tornLog);
        await scene.machine.start();
        verdicts.push(await isRefused(scene));
        await scene.machine.end("SIGTERM");
        inEachBody(scene, logAgain);
        await scene.machine.start();
        verdicts.push(await scene.witness.checkAll());
      }
      return { runs: rounds * (MENDED.length + 1), verdicts };
    }),
};
