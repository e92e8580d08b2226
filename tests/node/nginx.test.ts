import type { ChildProcess } from "node:child_process";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRecord } from "../../src/cli/send/announce.ts";
import { startNginx } from "../bench/nginx.ts";
import { end, untilAnswers } from "../bench/workers.ts";
import { findFreePort } from "./processes.ts";
import { startTestService, type Service } from "./service.ts";

const RECORD = readRecord("data/meetings/ctoc-cop-wg4-2010.json");
const PATH = `/${RECORD.body.id}/${RECORD.id}.ics`;
const hasNginx = spawnSync("nginx", ["-v"]).status === 0;

describe.skipIf(!hasNginx)("deploy/nginx.conf in front of the service", () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-nginx-"));
  let service: Service;
  let nginx: ChildProcess;
  let front = "";

  beforeAll(async () => {
    service = await startTestService();
    await service.register(RECORD.body);
    await service.announce(RECORD);
    const port = await findFreePort();
    front = `http://127.0.0.1:${port}${PATH}`;
    nginx = startNginx(
      { folder, service: Number(new URL(service.url).port), port, files: await findFreePort() },
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
      const documents = [{ symbol: "CTOC/COP/WG.4/2010/CRP.1", title: `${title} draft`, items: ["3"] }];
      await service.report(RECORD, { type: "documents.issued", documents });
      for (let polls = 0; polls < 20; polls += 1) await fetch(front);
      await sleep(3000);
      // Clients that poll on the hour poll together: none of them may get what was kept since the hour before.
      const shown = await Promise.all(Array.from({ length: 20 }, () => unfolded(front)));
      expect(shown.filter((feed) => !feed.includes(`${title} draft`))).toEqual([]);
    }
    expect((await fetch(front)).headers.get("x-cache")).toBe("HIT");
  });

  it("lets no address knock at the door without end, and goes on serving feeds to it", async () => {
    const door = front.replace(PATH, `/${RECORD.body.id}/events`);
    const knock = async (): Promise<number> => (await fetch(door, { method: "POST", body: "{}" })).status;
    const statuses = await Promise.all(Array.from({ length: 200 }, knock));
    expect(new Set(statuses)).toEqual(new Set([401, 429]));
    expect((await fetch(front)).status).toBe(200);
  });

  it("serves what it has while the service is away, and the same bytes", async () => {
    const before = await unfolded(front);
    await service.pause();
    await sleep(1500);
    expect(await unfolded(front)).toBe(before);
    await service.resume();
  });
});
