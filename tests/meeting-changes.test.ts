import { env } from "cloudflare:workers";
import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { BodyObject } from "../src/store/body/body.ts";
import { completeMeeting } from "../src/store/meeting-changes.ts";
import { unwrap } from "../src/store/stored.ts";
import { announce, BODY, MEETING, send } from "./support/secretariat.ts";

/** What a reader who has a meeting is given once it has changed. */

const load = (known?: string) =>
  runInDurableObject(env.BODIES.getByName(BODY), async (body: BodyObject) => {
    const found = await unwrap(body.loadMeeting(MEETING, known));
    if (!found) throw new Error("There is no such meeting.");
    return structuredClone(found);
  });

const DAY = [
  ["slot.relocated", { slot: "3", venue: "Room A" }],
  ["item.added", { item: "9", title: "Other business", slot: "6" }],
  ["item.moved", { item: "5", from: "4", to: "3" }],
  ["slot.added", { slot: "7", start: "2010-01-29T18:00", end: "2010-01-29T19:00", items: ["8"] }],
  ["item.removed", { item: "9" }],
  ["meeting.opened", {}],
] as const;

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a meeting that a reader has", () => {
  it("is completed by what is new, whatever happened since", async () => {
    let had = await load();
    for (const [at, [type, data]] of DAY.entries()) {
      expect(await send(type, { data }, { id: `msg_day_${at}` }), type).toMatchObject({ status: 200 });
      if (at % 2 === 0) continue;
      const fetched = await load(had.revision);
      expect(fetched.value, "the whole of it").toBeUndefined();
      expect(completeMeeting(fetched, had.value), type).toEqual(await load());
      had = await load();
    }
    await send("event.withdrawn", { data: { event: "msg_day_3" } });
    expect(completeMeeting(await load(had.revision), had.value)).toEqual(await load());
  });

  it("keeps what did not change as it is", async () => {
    const had = await load();
    await send("slot.relocated", { data: { slot: "3", venue: "Room A" } });
    const rows = completeMeeting(await load(had.revision), had.value)?.value?.rows ?? [];
    expect(rows.filter((row, at) => row !== had.value?.rows[at]).map(({ entry }) => entry.slot)).toEqual(["3"]);
  });

  it("is given whole where more than events say became another, or the log is not the one that was read", async () => {
    const had = await load();
    await send("slot.relocated", { data: { slot: "3", venue: "Room A", note: "Said by mistake" } }, { id: "msg_moved" });
    const other = had.revision.replace(/\d+$/, "1");
    expect(await load(other)).toEqual(await load());
    await send("event.redacted", { data: { event: "msg_moved" } });
    expect(await load(had.revision)).toEqual(await load());
  });

  it("is given only its revision where nothing is new", async () => {
    const { revision } = await load();
    expect(await load(revision)).toEqual({ revision });
  });
});
