import fc from "fast-check";
import ICAL from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { describe, expect, it } from "vitest";
import {
  countDays,
  existsTwice,
  resolveInstant,
  isLocalTime,
  isZone,
  formatLocalTime,
  countMinutes,
  addDays,
  addMinutes,
} from "../src/meeting/local-time.ts";
import { renderVtimezone } from "../src/feeds/vtimezone.ts";
import { ENGLISH_DATES as dates } from "../src/i18n/dates-en.ts";

/** Where meetings are held, with clock changes on both hemispheres, at odd hours, and none. */
const ZONES = [
  "Europe/Vienna",
  "Europe/London",
  "America/New_York",
  "Africa/Nairobi",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Pacific/Auckland",
  "Asia/Bangkok",
  "Africa/Cairo",
  "Asia/Beirut",
  "America/St_Johns",
  "Pacific/Chatham",
  "Asia/Tokyo",
  "America/Havana",
] as const;

describe("local times", () => {
  it("name instants and back, in every zone", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) }), (zone, milliseconds) => {
        const instant = Math.floor(milliseconds / 60_000) * 60_000;
        const local = formatLocalTime(instant, zone);
        const found = resolveInstant(local, zone) ?? Number.NaN;
        expect(formatLocalTime(found, zone)).toBe(local);
        expect(found).toBeLessThanOrEqual(instant);
      }),
      { numRuns: 1000 },
    );
  });

  it("that are skipped when clocks are set forward name none", () => {
    expect(resolveInstant("2010-03-28T02:30", "Europe/Vienna")).toBeUndefined();
    expect(resolveInstant("2010-03-28T03:00", "Europe/Vienna")).toBe(Date.UTC(2010, 2, 28, 1));
  });

  it("that exist twice when clocks are set back are the first", () => {
    expect(resolveInstant("2010-10-31T02:30", "Europe/Vienna")).toBe(Date.UTC(2010, 9, 31, 0, 30));
  });

  it("are checked as dates, not only as figures", () => {
    expect(["2010-02-28T10:00", "2012-02-29T23:59"].every(isLocalTime)).toBe(true);
    expect(["2010-02-29T10:00", "2010-01-27T24:00", "2010-13-01T10:00", "2010-01-27", "2010-1-27T10:00"].some(isLocalTime)).toBe(false);
  });

  it("move along the clock face", () => {
    expect(addMinutes("2010-12-31T23:30", 45)).toBe("2011-01-01T00:15");
    expect(countMinutes("2010-01-28T10:00", "2010-01-28T13:00")).toBe(180);
  });
});

describe("zones", () => {
  it("are IANA names of places; abbreviations and offsets mislead clients", () => {
    expect(["Europe/Vienna", "America/Argentina/Buenos_Aires", "Etc/UTC"].every(isZone)).toBe(true);
    expect(["GMT", "CET", "+01:00", "Europe/Atlantis", "UTC", "../etc", "europe/vienna"].some(isZone)).toBe(false);
  });
});

describe("VTIMEZONE", () => {
  const read = (block: string): ICAL.Timezone => new ICAL.Timezone(new ICAL.Component(ICAL.parse(block)));
  const renderYears = (zone: string, first: number, last = first): string =>
    renderVtimezone(zone, `${first}-01-01T00:00`, `${last}-12-31T23:59`);
  const listObservances = (block: string): readonly string[] =>
    [...block.matchAll(/BEGIN:(STANDARD|DAYLIGHT)/g)].map(([, name = ""]) => name);

  /** Every tenth day, and every hour of the days at whose ends the offsets differ. */
  const listLocalTimes = (first: string, last: string, zone: string): readonly string[] => {
    const days = Array.from({ length: countDays(first, last) + 1 }, (_, at) => addDays(first, at));
    return days.flatMap((day, at) => {
      const [noon, next] = [`${day}T12:00`, `${addDays(day, 1)}T12:00`].map((local) => resolveInstant(local, zone) ?? 0);
      const hours =
        (next ?? 0) - (noon ?? 0) === 86_400_000 ? (at % 10 === 0 ? [10] : []) : Array.from({ length: 24 }, (_hour, hour) => hour);
      return hours
        .map((hour) => addMinutes(`${day}T12:00`, hour * 60))
        .filter((local) => resolveInstant(local, zone) !== undefined && !existsTwice(local, zone));
    });
  };

  const expectTrue = (zone: string, first: string, last: string): void => {
    const timezone = read(renderVtimezone(zone, `${first}T00:00`, `${last}T23:59`));
    for (const local of listLocalTimes(first, addDays(last, -1), zone)) {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.split(/[-T:]/).map(Number);
      const time = ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }, timezone);
      expect(time.toUnixTime() * 1000, `${zone} ${local}`).toBe(resolveInstant(local, zone));
    }
  };

  it.for([
    ...ZONES,
    "Europe/Moscow",
    "Asia/Tehran",
    "Africa/Casablanca",
    "Antarctica/Troll",
    "Europe/Dublin",
    "Asia/Gaza",
    "America/Sao_Paulo",
    "Pacific/Apia",
  ])("gives the instants of the zone's own clock, as ical.js reads it: %s", (zone) => {
    for (const [first, last] of [
      [2010, 2010],
      [2011, 2011],
      [2018, 2018],
      [2022, 2022],
      [2026, 2026],
      [2015, 2019],
    ])
      expectTrue(zone, `${first}-01-01`, `${last}-12-31`);
  });

  it("is one yearly rule each way from 1970 on, which is all that Outlook knows", () => {
    expect(renderVtimezone("Europe/Vienna", "2010-01-27T10:00", "2010-01-29T18:00").split("\r\n")).toEqual([
      "BEGIN:VTIMEZONE",
      "TZID:Europe/Vienna",
      "BEGIN:STANDARD",
      "DTSTART:19701025T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "TZNAME:+0100",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "END:STANDARD",
      "BEGIN:DAYLIGHT",
      "DTSTART:19700329T020000",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "TZNAME:+0200",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "END:DAYLIGHT",
      "END:VTIMEZONE",
    ]);
  });

  it.for([
    ["Europe/Vienna", 1997, 2040],
    ["Europe/Dublin", 1997, 2040],
    ["America/New_York", 2007, 2040],
    ["Australia/Lord_Howe", 2009, 2040],
    ["Antarctica/Troll", 2006, 2040],
    ["America/St_Johns", 2012, 2040],
    ["Asia/Tokyo", 1970, 2040],
  ] as const)("is the same in all feeds of a zone that one rule serves: %s from %i to %i", ([zone, first, last]) => {
    const whole = renderYears(zone, first, last);
    for (let year = first; year <= last; year += 1) expect(renderYears(zone, year), String(year)).toBe(whole);
    expect(renderYears(zone, first + 3, first + 8)).toBe(whole);
  });

  it("has a rule that Outlook knows wherever one fits the feed's years, and one that it does not only where none does", () => {
    expect(renderYears("America/Santiago", 2025, 2026)).toContain("RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1SU");
    expect(renderYears("America/Santiago", 2024, 2026)).toContain("RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8");
    expect(renderYears("Asia/Tehran", 2021, 2022)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=22");
  });

  it.for([
    ["Africa/Casablanca", "2025-03-01", "2026-03-01"],
    ["Africa/Casablanca", "2014-06-26", "2014-06-30"],
    ["America/Sao_Paulo", "2019-02-14", "2019-02-19"],
    ["Africa/Cairo", "2014-07-30", "2014-08-03"],
    ["Asia/Gaza", "2023-04-27", "2023-11-02"],
  ] as const)("has rules that are true for the feed alone where the years have none: %s from %s to %s", ([zone, first, last]) => {
    const block = renderVtimezone(zone, `${first}T00:00`, `${last}T23:59`);
    expect(listObservances(block)).toEqual(["STANDARD", "DAYLIGHT"]);
    expect(block.match(/RRULE/g)).toHaveLength(2);
    expectTrue(zone, first, last);
  });

  it("agrees with the rules of today in the published list", () => {
    for (const zone of ZONES) {
      const [published] = tzlib_get_ical_block(zone);
      const [theirs, ours] = [read(published ?? ""), read(renderYears(zone, 2026))];
      for (let month = 1; month <= 12; month += 1) {
        const data = { year: 2026, month, day: 15, hour: 12, minute: 0, second: 0, isDate: false };
        expect(ICAL.Time.fromData(data, ours).toUnixTime(), `${zone} ${month}`).toBe(ICAL.Time.fromData(data, theirs).toUnixTime());
      }
    }
  });

  it("knows that Moscow kept summer time in 2010, which lists of present rules do not", () => {
    expect(renderVtimezone("Europe/Moscow", "2010-06-01T10:00", "2010-06-02T10:00")).toContain(
      "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0400",
    );
  });

  it("is one offset alone where the clocks never change, or where no rule fits and they do not change meanwhile", () => {
    expect(listObservances(renderYears("Asia/Tokyo", 2010))).toEqual(["STANDARD"]);
    const alone = renderVtimezone("Pacific/Apia", "2011-10-03T10:00", "2011-10-07T18:00");
    expect(listObservances(alone)).toEqual(["STANDARD"]);
    expect(alone).toContain("DTSTART:19700101T000000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:-1000");
  });

  it("lists changes one by one only where no rule fits, and none outside of the feed", () => {
    const apia = renderVtimezone("Pacific/Apia", "2011-12-28T10:00", "2011-12-31T18:00");
    expect(listObservances(apia)).toEqual(["STANDARD", "DAYLIGHT"]);
    expect(apia).toContain("DTSTART:20111230T000000\r\nTZOFFSETFROM:-1000\r\nTZOFFSETTO:+1400");
    expectTrue("Pacific/Apia", "2011-12-20", "2012-01-05");
    const istanbul = renderVtimezone("Europe/Istanbul", "2015-03-01T10:00", "2016-12-01T10:00");
    expect(listObservances(istanbul)).toEqual(["STANDARD", "DAYLIGHT", "STANDARD", "DAYLIGHT"]);
    expect(istanbul).not.toContain("RRULE");
    expectTrue("Europe/Istanbul", "2015-03-01", "2016-12-01");
  });
});

describe("times as documents print them", () => {
  it.for([
    ["2010-01-28T10:00", "2010-01-28T13:00", "10 a.m.-1 p.m."],
    ["2010-01-28T15:00", "2010-01-28T18:00", "3-6 p.m."],
    ["2010-01-28T09:30", "2010-01-28T12:00", "9.30 a.m.-noon"],
    ["2010-01-28T12:30", undefined, "12.30 p.m."],
  ] as const)("%s to %s is %s", ([start, end, printed]) => {
    expect(dates.times(start, end)).toBe(printed);
  });

  it("name days, ranges of days and parts of a day", () => {
    expect(dates.days("2010-01-27", "2010-01-29")).toBe("27-29 January 2010");
    expect(dates.days("2010-01-30", "2010-02-02")).toBe("30 January-2 February 2010");
    expect(dates.days("2009-12-30", "2010-01-02")).toBe("30 December 2009-2 January 2010");
    expect(dates.slotName("2010-01-28T10:00")).toBe("Thursday morning");
    expect(dates.slotName("2010-01-28T19:00")).toBe("Thursday evening");
    expect(dates.time("2010-01-28T00:00")).toBe("midnight");
  });
});
