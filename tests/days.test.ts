import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { MESSAGES } from "../src/i18n/all.ts";
import { LANGUAGES } from "../src/meeting/text.ts";
import { reread } from "./support/reread.ts";
import { announce, BODY, feedText, MEETING, send } from "./support/secretariat.ts";

/** A whole day that is cancelled, and given back, in one event each. */

const DAY = "2010-01-28";
const readDay = async () => reread(await feedText(`/${BODY}/${MEETING}/${DAY}.ics`));
const cancel = () => send("day.cancelled", { data: { day: DAY, cause: "security" } });
const giveBack = () => send("day.reinstated", { at: "2010-01-27T15:00:00Z", data: { day: DAY } });

beforeEach(async () => {
  await reset();
  await announce();
});

describe("a day", () => {
  it("is cancelled in all its entries, each with the reason, and no other is touched", async () => {
    const { answer } = await cancel();
    expect(answer["changed"]).not.toContain(`/${BODY}/${MEETING}/slots/5.ics`);
    const entries = await readDay();
    expect(entries.map(({ status }) => status)).toEqual(["CANCELLED", "CANCELLED"]);
    for (const { description } of entries) expect(description).toContain("for security reasons");
  });

  it("takes place after all, at its times, with SEQUENCE raised once more", async () => {
    await cancel();
    await giveBack();
    const entries = await readDay();
    expect(entries.map(({ status, start, sequence }) => [status, start.slice(0, 16), sequence])).toEqual([
      ["TENTATIVE", "2010-01-28T10:00", 2],
      ["TENTATIVE", "2010-01-28T15:00", 2],
    ]);
    expect(await giveBack()).toMatchObject({ status: 200, answer: { outcome: "unchanged" } });
  });

  it.each(LANGUAGES)("is told in the history, in %s", async (language) => {
    await cancel();
    await giveBack();
    const log = await feedText(`${language === "en" ? "" : `/${language}`}/${BODY}/${MEETING}/log`);
    expect(log.split(MESSAGES[language].dates.weekday(DAY))).toHaveLength(3);
  });

  it("that has no sitting is refused in words", async () => {
    expect(await send("day.cancelled", { data: { day: "2010-02-28" } })).toMatchObject({ status: 409, answer: { reason: "unknown-day" } });
  });
});
