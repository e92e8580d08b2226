import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { examineService } from "../../src/cli/operations/doctor.ts";
import { computeExitStatus, type Finding } from "../../src/cli/operations/finding.ts";
import type { CheckTarget } from "../../src/cli/operations/check-target.ts";
import { findFreePort, run } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

/** The doctor at the real service, well and ill. */

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const OTHER_KEY = "whsec_YW5vdGhlciBrZXksIG5vdCB0aGUgb25lIG9mIHRoZSBzZXJ2aWNl";
const work = mkdtempSync(join(tmpdir(), "plenary-doctor-"));
const backups = join(work, "backups");
let service: Service;

const examine = (other: Partial<CheckTarget> = {}): Promise<readonly Finding[]> =>
  examineService({ url: service.url, secret: service.secret, backups, nginx: join(work, "nginx"), now: Date.now, ...other });

const failures = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ level }) => level === "failed").map(({ what }) => what);

const makeBackup = (time: number): void =>
  void mkdirSync(join(backups, new Date(time).toISOString().slice(0, 19).replaceAll(":", "-")), { recursive: true });

/** Something at an address that is not Plenary, and what was posted there. */
const stranger = async (): Promise<{ readonly server: Server; readonly url: string; readonly posted: string[] }> => {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === "POST") posted.push(request.url ?? "");
    response.end("{}");
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${port}`, posted };
};

/** A certificate of its own for this machine, good for some days. */
const certificate = (days: number): { readonly file: string; readonly key: Buffer; readonly cert: Buffer } => {
  const [key, file] = [join(work, "key.pem"), join(work, "cert.pem")];
  const made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", String(days), "-subj", "/CN=localhost"];
  execFileSync("openssl", ["req", ...made, "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", file], { stdio: "ignore" });
  return { file, key: readFileSync(key), cert: readFileSync(file) };
};

beforeAll(async () => {
  makeBackup(Date.now() - 3_600_000);
  service = await startTestService();
});

afterAll(async () => {
  await service.stop();
  rmSync(work, { recursive: true });
});

describe("npm run plenary -- doctor", () => {
  it("says that a service has no body yet", async () => {
    const findings = await examine();
    expect(findings.filter(({ level }) => level === "warning").map(({ what }) => what)).toEqual(["No body is registered."]);
    await service.register(RECORD.body);
    await service.announce(RECORD);
  });

  it("finds nothing wrong with a service that is well, and changes nothing", async () => {
    const before = await (await service.get("/ctoc-cop-wg4/2010.json")).text();
    const { status, stdout } = await run(["doctor", `${service.url}/`, "--backups", backups], { PLENARY_OPERATOR_KEY: service.secret })
      .finished;
    expect(stdout.trim().split("\n")).toEqual([
      "ok       No certificate is needed on this machine alone.",
      "ok       Storage can be read and written, and no body is at fault.",
      expect.stringMatching(/^ok {7}The clocks of the service and of this machine differ by [0-2] seconds\.$/) as string,
      "ok       The door took a signed dry run.",
      "ok       ctoc-cop-wg4.ics can be read, with 6 entries, and its links are of this origin.",
      "ok       No meeting is in session: the service can be upgraded now.",
      "ok       The newest backup is 1 hour old.",
    ]);
    expect(status).toBe(0);
    expect(await (await service.get("/ctoc-cop-wg4/2010.json")).text()).toBe(before);
    expect((await fetch(`${service.url}/doctor`)).status).toBe(404);
  });

  it.each<readonly [string, () => Promise<Partial<CheckTarget>>, string]>([
    ["links of another origin", async () => ({ url: service.url.replace("127.0.0.1", "localhost") }), "its links begin otherwise"],
    ["a key of another service", async () => ({ secret: OTHER_KEY }), "refused a signed dry run"],
    ["a key that can't sign", async () => ({ secret: "whsec_short" }), "The operator's key can't sign"],
    ["a clock that is wrong", async () => ({ now: () => Date.now() + 3_600_000 }), "differ by 3600 seconds"],
    ["no backup", async () => ({ backups: join(work, "none") }), "has no backup"],
    ["an old backup", async () => ({ now: () => Date.now() + 3 * 86_400_000 }), "The newest backup is 3 days old"],
    ["a service that is down", async () => ({ url: `http://127.0.0.1:${await findFreePort()}` }), "Nothing answers at"],
    ["no TLS", async () => ({ url: "http://calendar.invalid" }), "reached without TLS"],
    ["TLS that nothing answers", async () => ({ url: `https://127.0.0.1:${await findFreePort()}` }), "no certificate that can be trusted"],
  ])("fails with %s", async (_, other, what) => {
    const findings = await examine(await other());
    expect(failures(findings).join("\n")).toContain(what);
    expect(computeExitStatus(findings)).toBe(1);
    expect(findings.every(({ level, advice }) => level === "ok" || advice !== undefined)).toBe(true);
  });

  it("sends nothing to what is not Plenary", async () => {
    const { server, url, posted } = await stranger();
    expect(failures(await examine({ url }))).toEqual([`${url}/healthz answered 200, not as Plenary does.`]);
    server.close();
    expect(posted).toEqual([]);
  });

  it("warns of a certificate that should have been renewed, and fails where it is not trusted", async () => {
    const { file, key, cert } = certificate(5);
    const server = createSecureServer({ key, cert }, (_, response) => void response.end("{}"));
    const port = await findFreePort();
    await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
    const words = async (trusted: string): Promise<string> =>
      (await run(["doctor", `https://localhost:${port}`], { NODE_EXTRA_CA_CERTS: trusted, PLENARY_OPERATOR_KEY: OTHER_KEY }).finished)
        .stdout;
    expect(await words(file)).toMatch(/^warning {2}The certificate ends in [45] days\./);
    expect(await words("")).toMatch(/^failed {3}There is no certificate that can be trusted: self-signed/);
    server.close();
  });

  it("warns where it can't look: without a key, and without the folder of backups", async () => {
    const findings = await examine({ secret: undefined, backups: undefined });
    expect(findings.filter(({ level }) => level === "warning").map(({ what }) => what)).toEqual([
      "Nothing was signed, as there is no key at hand.",
      "Backups were not looked at.",
    ]);
    expect(computeExitStatus(findings)).toBe(0);
  });

  it("warns not to upgrade while a meeting is in session", async () => {
    await service.report(RECORD, { type: "meeting.opened" });
    expect(await examine()).toContainEqual({
      level: "warning",
      what: "ctoc-cop-wg4/2010 is in session.",
      advice: "Do not upgrade before it is closed.",
    });
  });
});
