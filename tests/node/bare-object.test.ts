import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { KEY, paperIssued, storedBy } from "../bench/secretariat.ts";
import { end, prepareWorkers, spawnWorkerd, untilAnswers } from "../bench/workers.ts";
import { findFreePort } from "./processes.ts";
import { startTestService } from "./service.ts";

const SHIPPED = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
const PAPER = { symbol: "CTOC/COP/WG.4/2010/CRP.1", title: "Paper 000000", items: ["3"] };

/** What the service has in its tables after a paper was issued. */
const storeOnce = async (): Promise<ReturnType<typeof storedBy>> => {
  const service = await startTestService();
  try {
    await service.register(SHIPPED.body);
    await service.announce(SHIPPED);
    await service.report(SHIPPED, { type: "documents.issued", documents: [PAPER] });
    return storedBy(service.state);
  } finally {
    await service.stop();
  }
};

it(
  "the bare object of the bench stores an event in the tables of the service, and answers it as the service did",
  { timeout: 120_000 },
  async () => {
    const stored = await storeOnce();
    const [port, empty] = [await findFreePort(), await findFreePort()];
    const folder = mkdtempSync(join(tmpdir(), "plenary-bare-"));
    const bare = {
      name: "bare",
      rival: "bare-object",
      port,
      json: { STORED: stored },
      text: { SECRET: KEY },
      object: "BareObject",
    } as const;
    await prepareWorkers([bare, { name: "empty", rival: "empty", port: empty }], folder);
    const workerd = spawnWorkerd(folder);
    try {
      await untilAnswers(`http://127.0.0.1:${empty}/`);
      for (const title of ["Paper 000001", "Paper 000002"]) {
        const { path, headers, raw } = await paperIssued(SHIPPED.body.id, title);
        const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body: raw });
        expect(response.status).toBe(200);
        expect(await response.text()).toBe(stored.answer);
      }
    } finally {
      await end(workerd);
      rmSync(folder, { recursive: true });
    }
  },
);
