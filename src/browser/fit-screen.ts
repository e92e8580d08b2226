/** Sizes of what the hall's screen tells, the largest that fits first: it never scrolls, and nothing of it is cut off. */
const SCALES = [1, 0.92, 0.84, 0.77, 0.7, 0.63, 0.56, 0.5, 0.4];

const isCut = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element): boolean =>
  scrollHeight > clientHeight || scrollWidth > clientWidth;

export const fitScreen = (document: Document): void => {
  for (const panel of document.querySelectorAll<HTMLElement>(".screen .moment > div"))
    for (const scale of SCALES) {
      panel.style.setProperty("--fit", String(scale));
      if (!isCut(panel)) break;
    }
};
