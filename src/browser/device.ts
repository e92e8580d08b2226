type Device = "android" | "apple" | "windows";

const readDevice = ({ userAgent }: Navigator): Device | undefined => {
  if (/android/i.test(userAgent)) return "android";
  if (/iphone|ipad|macintosh/i.test(userAgent)) return "apple";
  return userAgent.includes("Windows") ? "windows" : undefined;
};

/** Puts the calendar of the reader's own device first, and says what that device can't do. */
export const adaptToDevice = (page: Document): void => {
  const device = readDevice(navigator);
  if (device === undefined) return;
  for (const choice of page.querySelectorAll(`.choices [data-device="${device}"]:not(:first-child)`)) choice.parentElement?.prepend(choice);
  for (const hint of page.querySelectorAll<HTMLElement>(`[data-on="${device}"]`)) hint.hidden = false;
};
