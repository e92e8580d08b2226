import { refreshClock } from "./relative-time.ts";
import { enableCopyButtons } from "./copy.ts";
import { adaptToDevice } from "./device.ts";
import { enableFinder, offerFinder } from "./find.ts";
import { fitScreen } from "./fit-screen.ts";
import { sayAge } from "./kept-page.ts";
import { keepPageLive } from "./live-page.ts";
import { registerWorker } from "./register-worker.ts";
import { enableShareButtons, showShareButtons } from "./share.ts";
import { enableStars, showStars } from "./stars.ts";

/** How often the page looks at the clock, in milliseconds. */
const REFRESH_EVERY = 15_000;

const refresh = (page: Document): void => {
  refreshClock(page, Date.now());
  adaptToDevice(page);
  showShareButtons(page);
  showStars(page);
  fitScreen(page);
  offerFinder(page);
};

enableCopyButtons(document);
enableShareButtons(document);
enableStars(document);
refresh(document);
enableFinder(document);
addEventListener("resize", () => fitScreen(document));
setInterval(refresh, REFRESH_EVERY, document);
keepPageLive(document, refresh);
sayAge(document);
void registerWorker();
