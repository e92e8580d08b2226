import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "../../meeting/limits.ts";
import type { Check } from "./check-target.ts";
import { reportOk, reportWarning } from "./finding.ts";
import { fetchIn } from "./public-site.ts";

/** A follower takes two connections of nginx, one to each side; beside them there are those who poll. */
const CONNECTIONS = LIMITS.followers.max * 2 + 1000;

/** What nginx does where nothing is said, and what systemd lets it open. */
const DEFAULTS = { worker_connections: 512, worker_rlimit_nofile: 1024 } as const;

const readSetting = (configuration: string, name: keyof typeof DEFAULTS): number =>
  Number(new RegExp(String.raw`^[^#\n]*\b${name}\s+(\d+)\s*;`, "m").exec(configuration)?.[1] ?? DEFAULTS[name]);

/** Whether nginx may hold as many connections as followers take, where it stands in front and its files are on this machine. */
export const checkConnections: Check = async ({ url, nginx }) => {
  const main = join(nginx, "nginx.conf");
  const server = (await fetchIn(`${url}/healthz`)).headers.get("server") ?? "";
  if (!server.startsWith("nginx") || !existsSync(main)) return [];
  const configuration = [main, ...globSync(join(nginx, "modules-enabled", "*.conf"))].map((file) => readFileSync(file, "utf8")).join("\n");
  const short = (Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[])
    .map((name) => ({ name, value: readSetting(configuration, name) }))
    .filter(({ value }) => value < CONNECTIONS);
  return short.length === 0
    ? [reportOk(`nginx may hold the connections of ${LIMITS.followers.max} followers.`)]
    : short.map(({ name, value }) =>
        reportWarning(
          `nginx's ${name} is ${value}: pages and feeds fail once about ${Math.floor(value / 2)} follow a meeting.`,
          `Set it to ${CONNECTIONS} or more, as deploy/README.md says.`,
        ),
      );
};
