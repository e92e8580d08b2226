import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/meeting/text.ts";
import { announce, BODY, feedText, get, MEETING, send } from "./support/secretariat.ts";

const PATH = `/${BODY}/${MEETING}/2010-01-28.txt`;

beforeEach(async () => {
  await reset();
  await announce();
});

describe("the programme of a day", () => {
  it("says whose it is, of which day, as at when, and each sitting with its room and items", async () => {
    const text = await feedText(PATH);
    const [body, title, day, asAt] = text.split("\n");
    expect([body, title, day]).toEqual([
      expect.stringContaining("Conference of the Parties"),
      "Working Group on Trafficking in Persons",
      "Programme for Thursday, 28 January 2010",
    ]);
    expect(asAt).toMatch(/^As at .+ \(version 1\)$/);
    expect(text).toMatch(/\n\n10 a\.m\.-1 p\.m\..*\n\d/);
    expect(text).toMatch(/\n\n3-6 p\.m\..*\n\d/);
    expect(text).toContain(`https://plenary.example/${BODY}/${MEETING}\n`);
    expect(text).not.toContain("29 January");
  });

  it.for(LANGUAGES)("is whole in %s", async (language) => {
    await send("slot.cancelled", { data: { slot: "4" } });
    const text = await feedText(`${PATH}?lang=${language}&since=1`);
    expect(text).not.toMatch(/[{}]|undefined/);
    if (language !== "en") expect(text).not.toMatch(/Programme for|As at|CHANGED|CANCELLED/);
  });

  it("marks the next morning what changed since the one that was issued", async () => {
    await send("meeting.opened");
    const issued = await feedText(PATH);
    expect(issued).toContain("(version 2)");
    await send("slot.cancelled", { data: { slot: "4", reason: "Consultations" } });
    const [first, second] = (await feedText(`${PATH}?since=2`)).split("\n\n").slice(1);
    expect(first).toMatch(/^10 a\.m\./);
    expect(second).toMatch(/^CHANGED since version 2:\nCANCELLED: 3-6 p\.m\..*\n.*Consultations/s);
    expect(await feedText(PATH)).not.toContain("CHANGED since");
  });

  it("says where there are no sittings, and where there is no such day or version", async () => {
    for (const slot of ["5", "6"]) await send("slot.rescheduled", { data: { slot, start: `2010-01-27T2${Number(slot) - 4}:00` } });
    expect(await feedText(`/${BODY}/${MEETING}/2010-01-29.txt`)).toContain("\n\nNo sittings on this day.\n\n");
    for (const path of [`/${BODY}/${MEETING}/2010-02-28.txt`, `${PATH}?since=99`, `/${BODY}/1999/2010-01-28.txt`])
      expect((await get(path)).status, path).toBe(404);
  });

  it("is not sent again until something changes", async () => {
    const headers = { "if-none-match": (await get(PATH)).headers.get("etag") ?? "" };
    expect((await get(PATH, headers)).status).toBe(304);
    await send("slot.cancelled", { data: { slot: "4" } });
    expect((await get(PATH, headers)).status).toBe(200);
  });
});
