import { env } from "cloudflare:workers";
import { evictAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { recordFaults } from "./support/record-faults.ts";
import { announce, BODY, get, healthLater, post, SEED } from "./support/secretariat.ts";

const LATER = "UPDATE layout SET version = 99";
const EARLIER = "ALTER TABLE layout RENAME TO migrations";

const register = (id: string) =>
  post(JSON.stringify({ type: "body.registered", timestamp: "2009-12-10T00:00:00Z", data: { body: id, record: { ...SEED.body, id } } }), {
    path: `/${id}/events`,
  });

describe("a store that this release did not lay out", () => {
  beforeAll(() => announce());

  it.for([
    { body: "later", query: LATER, words: "layout 99, of a later release" },
    { body: "earlier", query: EARLIER, words: "the layout of an earlier release" },
  ])("is refused in words, and is no matter to other bodies: $words", async ({ body, query, words }) => {
    const faults = recordFaults();
    await register(body);
    await runInDurableObject(env.BODIES.getByName(body), (_, { storage }) => storage.sql.exec(query));
    await evictAllDurableObjects();
    expect(await register(body)).toMatchObject({ status: 503, answer: { code: "storage-refused" } });
    expect(faults.join("\n")).toContain(`This store has ${words}`);
    expect((await get(`/${body}.ics`)).status).toBe(503);
    expect(await (await healthLater()).json()).toMatchObject({
      storage: "ok",
      faults: expect.arrayContaining([{ at: body, fault: "storage" }]),
    });
    expect((await get(`/${BODY}`)).status).toBe(200);
  });

  it("is refused where it is the directory's", async () => {
    const faults = recordFaults();
    await runInDurableObject(env.DIRECTORY.getByName("directory"), (_, { storage }) => storage.sql.exec(LATER));
    await evictAllDurableObjects();
    expect(await (await healthLater()).json()).toMatchObject({ status: "degraded", storage: "refused" });
    expect(faults.join("\n")).toContain("This store has layout 99");
  });
});
