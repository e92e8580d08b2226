import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

const analyze = (...args: readonly string[]) => spawnSync("systemd-analyze", args, { encoding: "utf8" });
const hasSystemd = analyze("--version").status === 0;

describe.skipIf(!hasSystemd)("the units of deploy", () => {
  /** Tenths of what systemd calls exposure: 100 is a service without any bound. */
  it.for([
    ["plenary.service", 15],
    ["plenary-backup.service", 8],
  ] as const)("shut in what they run: %s", ([unit, exposure]) => {
    const { status, stdout, stderr } = analyze("security", "--offline=true", `--threshold=${exposure}`, "--no-pager", `deploy/${unit}`);
    expect(status, `${stdout}${stderr}`).toBe(0);
  });

  it("have no setting that systemd does not know", () => {
    expect(analyze("verify", "--man=no", "deploy/plenary.service").stderr).not.toMatch(/Unknown|Invalid|Failed to parse/);
  });
});
