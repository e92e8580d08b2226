const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `in 2 hours`, `tomorrow`. */
export const formatUntil = (milliseconds: number, language: string): string => {
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (milliseconds < 90 * MINUTE) return format.format(Math.ceil(milliseconds / MINUTE), "minute");
  return milliseconds < 36 * HOUR
    ? format.format(Math.round(milliseconds / HOUR), "hour")
    : format.format(Math.round(milliseconds / DAY), "day");
};
