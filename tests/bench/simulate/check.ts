import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildService } from "../../../src/cli/service/build.ts";
import { startService } from "../../../src/cli/service/runtime.ts";
import { findFreePort } from "../../node/processes.ts";
import { startNginx } from "../nginx.ts";
import { announceTo, KEY } from "../secretariat.ts";
import { seeded } from "../../support/chance.ts";
import { end, untilAnswers } from "../workers.ts";
import { DEPLOYMENTS } from "./caches.ts";
import { audiences, CLIENTS, drawInterval, HOUR } from "./habits.ts";
import { pollsOf, serve, type Poll, type Subscriber } from "./pollers.ts";

/** The real service behind the real nginx, and the simulation, given the same polls. */
export interface Check {
  readonly subscribers: number;
  readonly polls: number;
  readonly seconds: number;
  /** Requests that came through nginx to the Worker. */
  readonly real: number;
  readonly simulated: number;
}

const BODY = "ctoc-cop-wg4";
const FEEDS = ["2010.ics", ...[1, 2, 3, 4, 5, 6].map((slot) => `2010/slots/${slot}.ics`)];
const SUBSCRIBERS = 400;
const SECONDS = 40;
/** An hour of a client takes as many seconds here: caches are not sped up, so polls are brought to where caches matter. */
const PACE = HOUR / 12;
const agent = new Agent({ keepAlive: true, maxSockets: 20 });

const cacheStatus = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume().once("end", () => resolve(String(response.headers["x-cache"])));
    }).once("error", reject);
  });

const PASSED_ON = new Set(["MISS", "EXPIRED", "REVALIDATED", "BYPASS"]);

/** Sends each poll at its time, and tells when it really went, on the clock, and what nginx made of it. */
const play = async (polls: readonly Poll[], origin: string): Promise<readonly { readonly poll: Poll; readonly status: string }[]> => {
  const began = Date.now() / 1000;
  return Promise.all(
    polls.map(async (poll) => {
      await sleep((began + poll.at) * 1000 - Date.now());
      const at = Date.now() / 1000;
      return { poll: { ...poll, at }, status: await cacheStatus(`${origin}/${BODY}/${FEEDS[poll.feed]}`) };
    }),
  );
};

export const checkAgainstRealRun = async (): Promise<Check> => {
  const random = seeded(2010);
  const subscribers: readonly Subscriber[] = audiences(SUBSCRIBERS, FEEDS.length).flatMap((size, feed) =>
    CLIENTS.flatMap(({ share, intervals }) =>
      Array.from({ length: Math.round(size * share) }, () => ({ feed, interval: drawInterval(intervals, random) / PACE })),
    ),
  );
  const polls = pollsOf(subscribers, SECONDS, random);
  const work = mkdtempSync(join(tmpdir(), "plenary-simulate-"));
  const [state, port, front, files] = [join(work, "state"), await findFreePort(), await findFreePort(), await findFreePort()];
  const running: ChildProcess[] = [];
  try {
    buildService(state);
    running.push(await startService({ port, state, publicOrigin: "https://calendar.example.org", operatorKey: KEY }));
    await announceTo(`http://127.0.0.1:${port}`, BODY);
    running.push(startNginx({ folder: join(work, "nginx"), service: port, port: front, files }, "feed.ics", new Uint8Array()));
    await untilAnswers(`http://127.0.0.1:${front}/robots.txt`);
    const played = await play(polls, `http://127.0.0.1:${front}`);
    const real = played.filter(({ status }) => PASSED_ON.has(status)).length;
    const asPlayed = played.map(({ poll }) => poll).toSorted((a, b) => a.at - b.at);
    const { invocations } = serve(asPlayed, DEPLOYMENTS["nginx-cached"], new Map(), random);
    return { subscribers: subscribers.length, polls: polls.length, seconds: SECONDS, real, simulated: invocations };
  } finally {
    for (const child of running) await end(child);
    rmSync(work, { recursive: true });
  }
};
