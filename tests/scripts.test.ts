import { describe, expect, it } from "vitest";
import { composeDraft } from "../src/documents/draft.ts";
import { findDates, readLeadingDates } from "../src/documents/expressions/dates.ts";
import { readOnlyItems } from "../src/documents/expressions/item-numbers.ts";
import { readItemHead } from "../src/documents/expressions/item-heads.ts";
import { readLeadingTimes } from "../src/documents/expressions/times.ts";
import { formatClock } from "../src/documents/expressions/clock.ts";
import { readPasted } from "../src/documents/forms/read-pasted.ts";

/** Chinese and Arabic documents: the same content gives the same programme, whatever the script. */

const hours = (text: string): string =>
  (readLeadingTimes(text)?.ranges ?? [])
    .map(({ start, end }) => [start, end].map((minutes) => formatClock(minutes ?? 0)).join("-"))
    .join(" ");

describe("days and hours", () => {
  it.each([
    ["2031年5月5日至9日，维也纳", { year: 2031, month: 5, day: 5 }, { year: 2031, month: 5, day: 9 }],
    ["2031年5月30日至6月2日", { year: 2031, month: 5, day: 30 }, { year: 2031, month: 6, day: 2 }],
    ["فيينا، 5-9 أيار/مايو 2031", { year: 2031, month: 5, day: 5 }, { year: 2031, month: 5, day: 9 }],
    ["من 5 إلى 9 مايو 2031", { year: 2031, month: 5, day: 5 }, { year: 2031, month: 5, day: 9 }],
  ])("%s", (text, from, to) => {
    expect(findDates(text)[0]).toMatchObject({ from, to });
  });

  it("of a heading are whole", () => {
    expect(readLeadingDates("5月5日，星期一")).toMatchObject({ from: { weekday: 1, month: 5, day: 5 } });
    const heading = "الاثنين، 5 أيار/مايو";
    expect(readLeadingDates(heading)).toMatchObject({ from: { weekday: 1, month: 5, day: 5 }, end: heading.length });
  });

  it.each([
    ["上午10时至下午1时", "10:00-13:00"],
    ["下午3时至6时30分", "15:00-18:30"],
    ["10/00-13/00", "10:00-13:00"],
    ["من الساعة 10 صباحًا إلى الساعة 1 بعد الظهر", "10:00-13:00"],
    ["من الساعة 10 إلى الساعة 13", "10:00-13:00"],
    ["من الساعة 10/00 إلى الساعة 13/30", "10:00-13:30"],
    ["上午十时至下午一时三十分", "10:00-13:30"],
    ["上午 10 时至下午 1 时", "10:00-13:00"],
    ["下午十二时至四时四十五分", "12:00-16:45"],
  ])("%s", (text, expected) => {
    expect(hours(text)).toBe(expected);
  });
});

describe("items", () => {
  it("have the same number and letter in every script", () => {
    expect(readItemHead("（a）会议开幕")?.mark).toBe("a");
    expect(readItemHead("(ب) الشباك")?.mark).toBe("b");
    expect(readItemHead("1 - افتتاح الاجتماع")?.items[0]?.key).toBe("1");
    expect(readOnlyItems("1 (أ)")?.items[0]?.key).toBe("1(a)");
    expect(readOnlyItems("1（b）")?.items[0]?.key).toBe("1(b)");
    expect(readOnlyItems("2、3和4")?.items.map(({ key }) => key)).toEqual(["2", "3", "4"]);
    expect(readOnlyItems("2 (أ) و(ب)، و3")?.items.map(({ key }) => key)).toEqual(["2(a)", "2(b)", "3"]);
    expect(readOnlyItems("2(续)、3和4")?.continued).toEqual(["2"]);
  });
});

describe("a whole document", () => {
  const programme = (...lines: readonly string[]) => {
    const { meeting } = composeDraft(readPasted(lines.join("\n")));
    return {
      dates: [meeting.opensOn, meeting.closesOn],
      items: meeting.agenda.items.map(({ number }) => number),
      slots: meeting.slots.map(({ start, end, items, continued }) => [start, end, ...items, ...(continued ?? [])]),
    };
  };
  const EXPECTED = {
    dates: ["2031-05-05", "2031-05-06"],
    items: ["1", "2", "3"],
    slots: [
      ["2031-05-05T10:00", "2031-05-05T13:00", "1", "2"],
      ["2031-05-06T15:00", "2031-05-06T18:00", "2", "3", "2"],
    ],
  };

  it("in Chinese", () => {
    expect(
      programme(
        "渔网委员会",
        "2031年5月5日至6日，维也纳",
        "临时议程",
        "1. 会议开幕",
        "2. 旧渔网",
        "3. 通过报告",
        "拟议工作安排",
        "5月5日，星期一\t\t",
        "上午10时至下午1时\t1\t会议开幕",
        "\t2\t旧渔网",
        "5月6日，星期二\t\t",
        "下午3时至6时\t2\t旧渔网（续）",
        "\t3\t通过报告",
      ),
    ).toEqual(EXPECTED);
  });

  it("in Arabic", () => {
    expect(
      programme(
        "لجنة الشباك",
        "فيينا، 5-6 أيار/مايو 2031",
        "جدول الأعمال المؤقت",
        "١- افتتاح الاجتماع",
        "٢- الشباك القديمة",
        "٣- اعتماد التقرير",
        "التنظيم المقترح للأعمال",
        "الاثنين، 5 أيار/مايو\t\t",
        "10/00-13/00\t1\tافتتاح الاجتماع",
        "\t2\tالشباك القديمة",
        "الثلاثاء، 6 أيار/مايو\t\t",
        "15/00-18/00\t2\tالشباك القديمة (تابع)",
        "\t3\tاعتماد التقرير",
      ),
    ).toEqual(EXPECTED);
  });
});

describe("an Arabic file that gives numbers as they stand on its page", () => {
  const page = (...starts: readonly string[]) =>
    composeDraft(
      readPasted(
        [
          "لجنة الشباك",
          "جنيف، 5-6 أيار/مايو 2031",
          "الاثنين، 5 أيار/مايو",
          ...starts.flatMap((start, at) => [start, `البند ${at + 1}`]),
        ].join("\n"),
      ),
    ).meeting.slots.map(({ start, items }) => `${start.slice(11)} ${items.join(" ")}`);

  it("has its times turned, minutes behind their hour", () => {
    expect(page("الساعة 00‚9", "الساعة 30‚14")).toEqual(["09:00 1", "14:30 2"]);
  });

  it("has none turned where one stands as it is read", () => {
    expect(page("الساعة 9:00", "الساعة 14:30")).toEqual(["09:00 1", "14:30 2"]);
    expect(page("الساعة 10:00", "الساعة 15:10")).toEqual(["10:00 1", "15:10 2"]);
  });
});
