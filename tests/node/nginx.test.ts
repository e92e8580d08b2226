import type { ChildProcess } from "node:child_process";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { checkConnections } from "../../src/cli/operations/proxy-check.ts";
import { startNginx } from "../bench/nginx.ts";
import { end, untilAnswers } from "../bench/workers.ts";
import { findFreePort } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

const RECORD = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const PATH = `/${RECORD.body.id}/${RECORD.id}.ics`;

/** What is answered without TLS to a request for a feed under some name. */
const askPlain = async (port: number, host: string, path = PATH): Promise<string> => {
  const socket = connect(port, "127.0.0.1");
  socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return text(socket);
};

const hasNginx = spawnSync("nginx", ["-v"]).status === 0;

describe.skipIf(!hasNginx)("deploy/nginx.conf in front of the service", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-nginx-"));
  let service: Service;
  let nginx: ChildProcess;
  let front = "";
  let plain = 0;

  beforeAll(async () => {
    service = await startTestService();
    await service.register(RECORD.body);
    await service.announce(RECORD);
    const port = await findFreePort();
    plain = await findFreePort();
    front = `http://127.0.0.1:${port}${PATH}`;
    nginx = startNginx(
      { folder, service: Number(new URL(service.url).port), port, files: await findFreePort(), plain },
      "feed.ics",
      new Uint8Array([1]),
    );
    await untilAnswers(front);
  });

  afterAll(async () => {
    await end(nginx);
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  const unfolded = async (url: string): Promise<string> => (await (await fetch(url)).text()).replaceAll("\r\n ", "");

  it("keeps feeds in a folder below one that its package makes, since nginx makes the last alone", () => {
    const [, kept = ""] = /^proxy_cache_path (\S+)/m.exec(readFileSync("deploy/nginx.conf", "utf8")) ?? [];
    expect(existsSync(dirname(kept)), kept).toBe(true);
  });

  it("most polls end there, and each change is told within three seconds although its files stay open", async () => {
    for (const title of ["First", "Second", "Third"]) {
      await service.report(RECORD, { type: "slot.relocated", slot: "2", venue: `${title} room` });
      for (let polls = 0; polls < 20; polls += 1) await fetch(front);
      await sleep(3000);
      // Clients that poll on the hour poll together: none of them may get what was kept since the hour before.
      const shown = await Promise.all(Array.from({ length: 20 }, () => unfolded(front)));
      expect(shown.filter((feed) => !feed.includes(`${title} room`))).toEqual([]);
    }
    expect((await fetch(front)).headers.get("x-cache")).toBe("HIT");
  });

  const countStatuses = async (path: string, count: number, init?: RequestInit): Promise<ReadonlyMap<number, number>> => {
    const ask = async (): Promise<number> => (await fetch(front.replace(PATH, path), init)).status;
    const statuses = await Promise.all(Array.from({ length: count }, ask));
    return new Map([...Map.groupBy(statuses, (status) => status)].map(([status, all]) => [status, all.length]));
  };
  it("lets a whole conference behind one address load a page at once", async () => {
    expect(await countStatuses(PATH.replace(".ics", ""), 720)).toEqual(new Map([[200, 720]]));
  });

  it.for([
    `/${RECORD.body.id}/events`,
    `/${RECORD.body.id.toUpperCase()}/events`,
    `/${RECORD.body.id}/%65vents/`,
    `/${RECORD.body.id}/log/import`,
    "/nobody",
  ])("lets no address knock without end, however the door's is spelt, and goes on serving feeds to it: %s", async (path) => {
    const statuses = await countStatuses(path, 200, { method: "POST", body: "{}" });
    expect(statuses.get(429)).toBeGreaterThan(50);
    expect((await fetch(front)).status).toBe(200);
  });

  it.for([
    `${PATH.replace(".ics", ".json")}?version=1`,
    `${PATH.replace(".ics", ".json")}?%76ersion=1`,
    `${PATH.replace(".ics", "")}/log`,
    `${PATH.replace(".ics", "")}/report.txt`,
    PATH.replace(".ics", ".svg"),
  ])("lets no address ask without end for what is costly, and goes on serving pages to it: %s", async (path) => {
    const statuses = await countStatuses(path, 30);
    expect(statuses.get(429)).toBeGreaterThan(4);
    expect(await countStatuses(PATH.replace(".ics", ""), 5)).toEqual(new Map([[200, 5]]));
  });

  it("lets a conference follow a meeting, and goes on serving feeds and pages to it", async () => {
    const live = front.replace("http:", "ws:").replace(".ics", "/live");
    const follow = async (): Promise<WebSocket | undefined> => {
      const socket = new WebSocket(live);
      const [opened, closed] = [once(socket, "open"), once(socket, "close")];
      return (await Promise.race([opened.then(() => true), closed.then(() => false)])) ? socket : undefined;
    };
    const sockets: (WebSocket | undefined)[] = [];
    for (let group = 0; group < 20; group += 1) sockets.push(...(await Promise.all(Array.from({ length: 100 }, follow))));
    expect(sockets.filter((socket) => socket !== undefined)).toHaveLength(2000);
    expect(new Set(sockets.map((socket) => socket?.extensions)), "compression costs the service 300 kB for each").toEqual(new Set([""]));
    expect((await fetch(front)).status).toBe(200);
    expect((await fetch(front.replace(".ics", ""))).status).toBe(200);
    for (const socket of sockets) socket?.close();
  });

  it.for([
    ["events { worker_connections 768; }", ["warning nginx's worker_connections is 768", "warning nginx's worker_rlimit_nofile is 1024"]],
    ["# worker_rlimit_nofile 65536;\nevents { worker_connections 32768; }", ["warning nginx's worker_rlimit_nofile is 1024"]],
    ["worker_rlimit_nofile 65536;\nevents { worker_connections 32768; }", ["ok nginx may hold the connections of 10000 followers."]],
  ] as const)("the doctor says whether followers could take the connections of all: %s", async ([configuration, says]) => {
    const [etc, url] = [join(folder, "etc"), front.replace(PATH, "")];
    mkdirSync(etc, { recursive: true });
    writeFileSync(join(etc, "nginx.conf"), configuration);
    const findings = await checkConnections({ url, nginx: etc, secret: undefined, backups: undefined, now: Date.now });
    expect(findings.map(({ level, what }) => `${level} ${what}`.split(":")[0])).toEqual(says);
    expect(await checkConnections({ url: service.url, nginx: etc, secret: undefined, backups: undefined, now: Date.now })).toEqual([]);
  });

  it("leads to the name that it has, never to one that was sent, and does not say which nginx it is", async () => {
    const response = await askPlain(plain, "attacker.example");
    expect(response).toMatch(/^HTTP\/1\.1 301 /);
    expect(response).toContain(`Location: https://calendar.example.org${PATH}\r\n`);
    expect(response).toContain("Server: nginx\r\n");
    expect((await fetch(front)).headers.get("server")).toBe("nginx");
  });

  it("neither logs nor keeps what a delegate chose, however its address is spelt", async () => {
    const [own, asked] = [`/my/${RECORD.body.id}.${RECORD.id}.s12.ics`, `/${RECORD.body.id}/${RECORD.id}/slots/3.ics`];
    for (const path of [own, own, `/%6dy${own.slice(3)}`, `//MY${own.slice(3)}`, `/fr${own}`, asked])
      await fetch(front.replace(PATH, path));
    expect(await askPlain(plain, "calendar.example.org", own)).toMatch(/^HTTP\/1\.1 301 /);
    expect((await fetch(front.replace(PATH, own))).headers.get("x-cache")).toBe("BYPASS");
    await expect.poll(() => readFileSync(join(folder, "plenary.log"), "utf8"), { timeout: 5000 }).toContain(asked);
    expect(readFileSync(join(folder, "plenary.log"), "utf8")).not.toMatch(/s12/i);
    const kept = readdirSync(join(folder, "plenary"), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(kept.map((each) => readFileSync(join(each.parentPath, each.name), "latin1")).filter((file) => /KEY:.*s12/i.test(file))).toEqual(
      [],
    );
  });

  it("serves what it has while the service is away, and the same bytes", async () => {
    const before = await unfolded(front);
    await service.pause();
    await sleep(1500);
    expect(await unfolded(front)).toBe(before);
    await service.resume();
  });
});
