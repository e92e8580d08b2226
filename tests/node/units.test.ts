import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  it("let nothing out, but for news where its drop-in is installed", () => {
    const folder = mkdtempSync(join(tmpdir(), "plenary-units-"));
    const listAllowed = () => {
      const { stdout } = analyze("security", "--offline=true", "--json=short", "--no-pager", join(folder, "plenary.service"));
      const findings = JSON.parse(stdout) as readonly { readonly name: string; readonly description: string }[];
      return findings.find(({ name }) => name === "IPAddressDeny=")?.description;
    };
    cpSync("deploy/plenary.service", join(folder, "plenary.service"));
    expect(listAllowed()).toContain("only localhost");
    mkdirSync(join(folder, "plenary.service.d"));
    cpSync("deploy/plenary-news.conf", join(folder, "plenary.service.d/news.conf"));
    expect(listAllowed()).not.toContain("only localhost");
    rmSync(folder, { recursive: true });
  });

  it("have no setting that systemd does not know", () => {
    expect(analyze("verify", "--man=no", "deploy/plenary.service").stderr).not.toMatch(/Unknown|Invalid|Failed to parse/);
  });
});
