import { interpolate } from "../meeting/interpolate.ts";
import { formatSeen, readKeptAt } from "./kept-page.ts";
import { createLiveStatus } from "./live-status.ts";
import { readScriptMessages } from "./messages.ts";
import { maySendNotifications, notifyReader, offerNotifications } from "./notify.ts";
import { watchDay } from "./new-day.ts";
import { connectSocket, isSameVersion, isUpTo, type LiveVersion, type Sentence } from "./reconnecting-socket.ts";
import { fetchPage, showPage, readShownMeeting } from "./refresh.ts";

/** Milliseconds within which all who follow a meeting fetch its page, each at a moment of its own. */
const SPREAD = 500;

/** Milliseconds until a page is fetched again that could not be had, or was older than the news: twice as long each time. */
const FIRST_WAIT = 300;
const LONGEST_WAIT = 30_000;
/** Attempts after which the reader is told that the page is behind. */
const PATIENCE = 3;

const waitFor = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Lets a page of a meeting follow it, if it is one.
 * @param refresh what scripts make of a page by the clock, before it is shown
 */
export const keepPageLive = (page: Document, refresh: (served: Document) => void): void => {
  const meeting = readShownMeeting(page);
  if (!meeting) return;
  const messages = readScriptMessages(page);
  const { lang } = page.documentElement;
  const { badge, say } = createLiveStatus(page);
  offerNotifications(page, badge, messages);
  /** What happened since the page was last shown anew. */
  let untold: readonly Sentence[] = [];
  let newest: LiveVersion = meeting;
  let seen = readKeptAt(page) ?? Date.now();
  let isToBeFetched = false;
  let isCatchingUp = false;

  const sayLost = (): void => say(interpolate(messages.connectionLost, { time: formatSeen(seen, lang) }), "lost");
  const readVersion = (shown: Document): LiveVersion => readShownMeeting(shown) ?? newest;

  const catchUp = async (): Promise<void> => {
    await waitFor(Math.random() * SPREAD);
    for (let attempt = 0; isToBeFetched; attempt += 1) {
      const served = await fetchPage();
      if (served && isUpTo(readVersion(served), newest)) {
        isToBeFetched = false;
        refresh(served);
        showPage(page, served);
        refresh(page);
        seen = Date.now();
        say(interpolate(messages.pageChanged, { time: formatSeen(seen, lang) }), "changed", untold);
        untold = [];
      } else {
        if (attempt === PATIENCE) sayLost();
        await waitFor(Math.min(FIRST_WAIT * 2 ** attempt, LONGEST_WAIT));
      }
    }
  };

  const startCatchUp = (): void => {
    if (isCatchingUp) return;
    isCatchingUp = true;
    void catchUp().finally(() => (isCatchingUp = false));
  };

  watchDay(page, () => {
    isToBeFetched = true;
    startCatchUp();
  });

  connectSocket(`${meeting.live}?lang=${lang}`, {
    isKeptUnseen: maySendNotifications,
    onVersion: (version, sentence) => {
      seen = Date.now();
      if (sentence) {
        untold = [...untold, sentence];
        notifyReader(page, sentence, version.version);
      }
      // Lower than before, where the service was restored from a copy: what is shown never was.
      newest = version;
      isToBeFetched = !isSameVersion(readVersion(page), newest);
      if (!isToBeFetched) say(messages.live, "live");
      else startCatchUp();
    },
    onLost: sayLost,
  });
};
