/** Hours as houses print them: minutes from midnight in, a clock face out. */

const pad = (value: number): string => String(value).padStart(2, "0");
const hour = (minutes: number): number => Math.floor(minutes / 60);
const minute = (minutes: number): number => minutes % 60;
const hour12 = (minutes: number): number => ((hour(minutes) + 11) % 12) + 1;

/** "10:00", "9.30": hours and minutes with a mark between. */
export const onClock =
  (mark: string, width: 1 | 2 = 1) =>
  (minutes: number): string =>
    `${width === 2 ? pad(hour(minutes)) : hour(minutes)}${mark}${pad(minute(minutes))}`;

/** "1000" */
export const inFour = (minutes: number): string => pad(hour(minutes)) + pad(minute(minutes));

/** "10 a.m.", "9.30 a.m."; minutes are printed where there are any. */
export const onHalf =
  (am: string, pm: string, mark: string, noon = pm) =>
  (minutes: number): string =>
    `${hour12(minutes)}${minute(minutes) === 0 ? "" : `${mark}${pad(minute(minutes))}`}${minutes === 720 ? noon : minutes < 720 ? am : pm}`;

/** "10 h", "9 h 30": a unit between hours and minutes, the minutes where there are any. */
export const inUnits =
  (unit: string, tail = "") =>
  (minutes: number): string =>
    minute(minutes) === 0
      ? `${hour(minutes)}${unit.trimEnd().replace(/[:.]$/, "")}`
      : `${hour(minutes)}${unit}${pad(minute(minutes))}${tail}`;

/** "上午9时30分": the half of the day stands first. */
export const afterHalf =
  (am: string, pm: string, write: (minutes: number) => string) =>
  (minutes: number): string =>
    `${minutes < 720 ? am : pm}${write(minutes < 780 ? minutes : minutes - 720)}`;

/** Both ends, and what joins them. */
export const joinEnds =
  (write: (minutes: number) => string, join: string, before = "", behind = "") =>
  (start: number, end: number): string =>
    `${before}${write(start)}${join}${write(end)}${behind}`;

/** "3-6 p.m.": the half of the day once, where both ends have it. */
export const shareHalf =
  (am: string, pm: string, noon: string, mark: string, join: string) =>
  (start: number, end: number): string => {
    const isShared = start < 720 === end < 720;
    return `${onHalf(isShared ? "" : am, isShared ? "" : pm, mark)(start)}${join}${onHalf(am, pm, mark, noon)(end)}`;
  };
