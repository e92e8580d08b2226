import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import story from "./stories/real-day.jsonl?raw";
import { announce, BODY, feedText, MEETING, SEED, send } from "./support/secretariat.ts";

interface Line {
  readonly id?: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data?: Record<string, unknown>;
}

const lines = story
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const tell = async ({ id, type, timestamp, data }: Line) => {
  const record = data?.["record"] === undefined ? {} : { record: SEED };
  const { status, answer } = await send(type, { at: timestamp, data: { ...data, ...record } }, id === undefined ? {} : { id });
  expect(status, `${type} ${timestamp}: ${String(answer["detail"])}`).toBe(200);
};
const report = () => feedText(`/${BODY}/${MEETING}/report.txt`);

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the drafted report", () => {
  it("says in the customary words what was reported, and nothing else", async () => {
    for (const line of lines) await tell(line);
    await expect(await report()).toMatchFileSnapshot("golden/report-real-day.txt");
  });

  it("marks the gaps where nothing was reported", async () => {
    await send("agenda.adopted", { at: "2010-01-27T09:20:00Z" });
    const text = await report();
    expect(text).toContain("At its [...] meeting, on 27 January, the Working Group adopted its agenda:");
    expect(text).toContain("The meeting was opened on [...] by [...].");
    expect(text).toContain("adopted its report [...].");
    expect(text).not.toContain("considered");
    expect(text).not.toContain("1st");
  });
});

describe("the drafted report, corrected", () => {
  it("is whole although an event was withdrawn and its words removed", async () => {
    for (const line of lines.slice(0, 6)) await tell(line);
    await send("slot.cancelled", { data: { slot: "5", reason: "Mistake" } }, { id: "msg_wrong" });
    await send("event.withdrawn", { data: { event: "msg_wrong" } });
    await send("event.redacted", { data: { event: "msg_wrong" } });
    for (const line of lines.slice(6)) await tell(line);
    await expect(await report()).toMatchFileSnapshot("golden/report-real-day.txt");
  });

  it("tells of a report adopted in part, then whole", async () => {
    await send("agenda.adopted");
    await send("report.adopted", { at: "2010-01-29T12:00:00Z", data: { manner: "in part" } });
    expect((await send("report.adopted", { at: "2010-01-29T16:00:00Z" })).answer["warnings"]).toEqual([]);
    expect(await report()).toMatch(/adopted its report, in part\.[\s\S]*adopted its report\.\n/);
    expect((await send("report.adopted", { at: "2010-01-29T16:00:00Z" })).answer).toMatchObject({ outcome: "unchanged", warnings: [] });
    const again = { at: "2010-01-29T17:00:00Z", data: { manner: "as orally amended" } };
    expect((await send("report.adopted", again)).answer["warnings"]).toMatchObject([{ code: "report-adopted-again" }]);
  });
});

describe("the history of a real day", () => {
  it("reads well", async () => {
    for (const line of lines) await tell(line);
    const { events } = JSON.parse(await feedText(`/${BODY}/${MEETING}/log.json`)) as {
      events: { text: string; happened: string; isWithdrawn: boolean }[];
    };
    const text = events
      .map(({ happened, text: words, isWithdrawn }) => `${happened}  ${words}${isWithdrawn ? " (withdrawn)" : ""}`)
      .join("\n");
    await expect(`${text}\n`).toMatchFileSnapshot("golden/history-real-day.txt");
  });
});
