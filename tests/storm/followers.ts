import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildService } from "../../src/cli/service/build.ts";
import { startService } from "../../src/cli/service/runtime.ts";
import { startNginx } from "../bench/nginx.ts";
import { readResidentMiB } from "../bench/resident-memory.ts";
import { announceTo, KEY, paperIssued, post } from "../bench/secretariat.ts";
import { end, untilAnswers } from "../bench/workers.ts";
import { findFreePort } from "../node/processes.ts";

/**
 * So many who follow a meeting behind `deploy/nginx.conf`, while feeds and pages are asked for, and what one change then takes until all of
 * them know: `npm run test:followers -- [--count N]`. Fails where anyone is refused, or not told. Needs nginx.
 */

const { values } = parseArgs({ options: { count: { type: "string", default: "5000" } } });
const count = Number(values.count);
if (!(count > 0)) throw new Error("--count is a number above 0.");

const AT_ONCE = 100;
const BODY = "followed";
const MEETING = `/${BODY}/2010`;
const ASKED = [`${MEETING}.ics`, MEETING, `${MEETING}/slots/3.ics`, `${MEETING}.json`];

const work = mkdtempSync(join(tmpdir(), "plenary-followers-"));
buildService(work);
const [port, front, files] = [await findFreePort(), await findFreePort(), await findFreePort()];
const service = await startService({
  port,
  state: work,
  publicOrigin: "https://calendar.example.org",
  operatorKey: KEY,
  output: () => undefined,
});
const nginx = startNginx({ folder: work, service: port, port: front, files }, "feed.ics", new Uint8Array([1]));
const direct = `http://127.0.0.1:${port}`;
const origin = `http://127.0.0.1:${front}`;
const readMemory = (): string =>
  `${readResidentMiB(service.pid ?? 0).toFixed(0)} MiB of the service, ${readResidentMiB(nginx.pid ?? 0).toFixed(0)} MiB of nginx`;

const follow = async (): Promise<WebSocket | undefined> => {
  const socket = new WebSocket(`${origin.replace("http", "ws")}${MEETING}/live`);
  const refused = Promise.race([once(socket, "close"), once(socket, "error")]).then(() => false);
  return (await Promise.race([once(socket, "open").then(() => true), refused])) ? socket : undefined;
};

const faults: string[] = [];
const measuring = new AbortController();
const askOn = async (): Promise<string> => {
  let [asked, longest] = [0, 0];
  while (!measuring.signal.aborted) {
    const path = ASKED[asked % ASKED.length] ?? "";
    const began = performance.now();
    const response = await fetch(`${origin}${path}`);
    await response.arrayBuffer();
    longest = Math.max(longest, performance.now() - began);
    asked += 1;
    if (!response.ok) faults.push(`${path} answered ${response.status}`);
  }
  return `${asked} feeds and pages meanwhile, the longest ${longest.toFixed(0)} ms`;
};

try {
  await announceTo(direct, BODY);
  await untilAnswers(`${origin}${MEETING}.ics`);
  console.log(`Before: ${readMemory()}.`);
  const asking = askOn();
  const sockets: WebSocket[] = [];
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const group = await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, follow));
    sockets.push(...group.filter((socket) => socket !== undefined));
  }
  if (sockets.length < count) faults.push(`${count - sockets.length} of ${count} were refused`);
  console.log(`${sockets.length} of ${count} follow: ${readMemory()}.`);
  const told = sockets.map((socket) => once(socket, "message"));
  const began = performance.now();
  await post(direct, await paperIssued(BODY, "Paper 000001"));
  await Promise.all(told);
  console.log(`A change was known to all ${told.length} after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  measuring.abort();
  console.log(`${await asking}.`);
  for (const socket of sockets) socket.close();
} finally {
  await end(nginx);
  await end(service);
  rmSync(work, { recursive: true, force: true });
}
if (faults.length > 0) throw new Error(`It did not hold: ${[...new Set(faults)].join("; ")}`);
