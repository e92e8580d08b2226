const HOUR = 3_600_000;

/** Whether a meeting's last day is over everywhere on Earth. */
export const isMeetingPast = ({ dataset }: HTMLElement, now: number): boolean => Date.parse(dataset["closes"] ?? "") + 36 * HOUR < now;

/** Meetings whose dates have passed stand with the past ones, though nobody closed them. */
export const movePastMeetings = (document: Document, now: number): void => {
  const past = document.querySelector<HTMLElement>("#past");
  for (const line of document.querySelectorAll<HTMLElement>("#upcoming [data-closes]")) {
    if (!past || !isMeetingPast(line, now)) continue;
    past.querySelector(".list")?.prepend(line);
    past.hidden = false;
  }
  const upcoming = document.querySelector<HTMLElement>("#upcoming");
  if (upcoming) upcoming.hidden = !upcoming.querySelector("li");
};
