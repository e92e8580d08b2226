import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildService } from "../../src/cli/service/build.ts";

/** The service as another release would be: the same, but for what it says otherwise, word for word. It is for the caller to delete. */
export const buildRelease = (built: string, changes: readonly (readonly [string, string])[]): string => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-faults-release-"));
  buildService(folder, []);
  const bundle = join(folder, "worker/index.js");
  const text = readFileSync(bundle, "utf8");
  const other = changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`the bundle does not say "${from}", which was to be changed`);
    return changed.replace(from, to);
  }, text);
  writeFileSync(bundle, other);
  cpSync(join(built, "assets"), join(folder, "assets"), { recursive: true });
  return folder;
};
