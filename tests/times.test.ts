import fc from "fast-check";
import ICAL from "ical.js";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { describe, expect, it } from "vitest";
import { resolveInstant, isLocalTime, isZone, formatLocalTime, countMinutes, addMinutes } from "../src/meeting/local-time.ts";
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

  it("gives the instants of the zone's own clock, as ical.js reads it, in every month of its years", () => {
    for (const zone of [...ZONES, "Europe/Moscow", "Asia/Tehran"])
      for (const year of [2010, 2026]) {
        const timezone = read(renderVtimezone(zone, year, year));
        for (let month = 1; month <= 12; month += 1) {
          const local = `${year}-${String(month).padStart(2, "0")}-15T10:00`;
          const time = ICAL.Time.fromData({ year, month, day: 15, hour: 10, minute: 0, second: 0, isDate: false }, timezone);
          expect(time.toUnixTime() * 1000, `${zone} ${local}`).toBe(resolveInstant(local, zone));
        }
      }
  });

  it("agrees with the rules of today in the published list", () => {
    for (const zone of ZONES) {
      const [published] = tzlib_get_ical_block(zone);
      const [theirs, ours] = [read(published ?? ""), read(renderVtimezone(zone, 2026, 2026))];
      for (let month = 1; month <= 12; month += 1) {
        const data = { year: 2026, month, day: 15, hour: 12, minute: 0, second: 0, isDate: false };
        expect(ICAL.Time.fromData(data, ours).toUnixTime(), `${zone} ${month}`).toBe(ICAL.Time.fromData(data, theirs).toUnixTime());
      }
    }
  });

  it("knows that Moscow kept summer time in 2010, which lists of present rules do not", () => {
    expect(renderVtimezone("Europe/Moscow", 2010, 2010)).toContain(
      "BEGIN:DAYLIGHT\r\nDTSTART:20100328T020000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0400",
    );
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
    expect(dates.time("2010-01-28T00:00")).toBe("12 a.m.");
  });
});
