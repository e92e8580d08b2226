import { Agent, request, type IncomingMessage } from "node:http";
import { paperIssued, type Signed } from "./secretariat.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const exchange = (url: string, method: string, headers: Readonly<Record<string, string>>, body?: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const answer = (response: IncomingMessage): void => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text}`));
      });
    };
    request(url, { method, headers: body ? { ...headers, "content-length": body.length } : headers, agent }, answer)
      .once("error", reject)
      .end(body);
  });

export interface Freshness {
  readonly trials: number;
  /** Reads right after an answer that did not show what was acknowledged. */
  readonly stale: number;
  /** Milliseconds from the answer until a read had shown it, for each trial. */
  readonly shownAfter: readonly number[];
}

/** Writes to bodies in turn, and reads as soon as that is answered: again and again, until the write is shown. */
export const measureFreshness = async (url: string, bodies: readonly string[], trials: number): Promise<Freshness> => {
  const shownAfter: number[] = [];
  let stale = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const body = bodies[trial % bodies.length] ?? "";
    const title = `Trial ${String(trial).padStart(6, "0")}`;
    const { path, headers, raw }: Signed = await paperIssued(body, title);
    await exchange(`${url}${path}`, "POST", headers, raw);
    const answered = performance.now();
    for (let reads = 1; ; reads += 1) {
      const feed = await exchange(`${url}/${body}/2010.ics`, "GET", {});
      if (feed.replaceAll("\r\n ", "").includes(title)) break;
      if (reads === 1) stale += 1;
    }
    shownAfter.push(performance.now() - answered);
  }
  return { trials, stale, shownAfter };
};
