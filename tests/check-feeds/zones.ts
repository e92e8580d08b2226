/** Zones of places where bodies meet or might: whole, half and quarter hours, both hemispheres, changed rules, no summer time. */
export const ZONES = [
  "Africa/Addis_Ababa",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Africa/Johannesburg",
  "Africa/Nairobi",
  "America/Asuncion",
  "America/Bogota",
  "America/Havana",
  "America/New_York",
  "America/Nuuk",
  "America/Santiago",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Asia/Amman",
  "Antarctica/Troll",
  "Asia/Bangkok",
  "Asia/Beirut",
  "Asia/Gaza",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Etc/UTC",
  "Europe/Dublin",
  "Europe/Istanbul",
  "Europe/London",
  "Europe/Moscow",
  "Europe/Vienna",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Pacific/Chatham",
] as const;

const FIRST = Temporal.Instant.from("2008-01-01T00:00Z");
const LAST = Temporal.Instant.from("2025-12-31T00:00Z");

/** The instants at which the clocks of a zone change, from 2008 to 2025: years whose rules every machine knows. */
export const clockChanges = (zone: string): readonly Temporal.ZonedDateTime[] => {
  const found: Temporal.ZonedDateTime[] = [];
  let at = FIRST.toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  while (at && Temporal.Instant.compare(at.toInstant(), LAST) < 0) {
    found.push(at);
    at = at.getTimeZoneTransition("next");
  }
  return found;
};

/**
 * The instant of a local time, `2010-01-27T10:00`. One that exists twice is its first occurrence and one that is skipped
 * has the offset from before the gap, as RFC 5545 §3.3.5 reads them.
 */
export const instantOf = (local: string, zone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "compatible" }).toInstant();

export const exists = (local: string, zone: string): boolean =>
  instantOf(local, zone).toZonedDateTimeISO(zone).toPlainDateTime().equals(Temporal.PlainDateTime.from(local));

/** Whether the clocks are set back over a local time. */
export const existsTwice = (local: string, zone: string): boolean =>
  !Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "later" }).toInstant().equals(instantOf(local, zone));

/** How the clocks of a zone change within a day of a local time. */
export const changeNear = (local: string, zone: string): "forward" | "back" | "none" => {
  const at = instantOf(local, zone);
  const [before, after] = [at.subtract({ hours: 24 }), at.add({ hours: 24 })].map(
    (near) => near.toZonedDateTimeISO(zone).offsetNanoseconds,
  );
  if (before === undefined || after === undefined || before === after) return "none";
  return before < after ? "forward" : "back";
};
