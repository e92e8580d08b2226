import { join } from "node:path";
import { run, succeeds } from "./commands.ts";
import { READERS } from "./readers.ts";
import { SUBSCRIBER, SUBSCRIBER_PROBE } from "./subscriber.ts";

const missing = (): ReadonlySet<string> =>
  new Set([...READERS, { name: SUBSCRIBER, probe: SUBSCRIBER_PROBE }].filter(({ probe }) => !succeeds(probe)).map(({ name }) => name));

/** The checks that this machine lacks something for. In CI it is installed first, where that is allowed. */
export const unavailable = async (isCi: boolean): Promise<ReadonlySet<string>> => {
  const lacking = missing();
  if (lacking.size === 0 || !isCi || process.getuid?.() !== 0) return lacking;
  console.log(`Installing what is missing for ${[...lacking].join(", ")} ...`);
  const { status, stdout, stderr } = await run(["bash", join(import.meta.dirname, "install")]);
  if (status !== 0) console.error(`${stdout}${stderr}`);
  return missing();
};
