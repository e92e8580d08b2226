import type { Health } from "../../api/schemas/health.ts";
import { checkBackupAge } from "./backups.ts";
import { readCertificateEnd } from "./certificate.ts";
import { checkFeed } from "./feed-check.ts";
import { reportFailure, reportOk, reportWarning, type Finding } from "./finding.ts";
import { LIMITS } from "../../meeting/limits.ts";
import { isLoopback } from "../../meeting/loopback.ts";
import type { Check } from "./check-target.ts";
import { fetchIn, fetchBodies, fetchBodyFeed, fetchMeetings, readVersion } from "./public-site.ts";

const DAY = 86_400_000;

export const checkHealth: Check = async ({ url }) => {
  const health = (await (await fetchIn(`${url}/healthz`)).json()) as Health;
  if (health.storage !== "ok")
    return [reportFailure("Storage can't be read or written.", "See whether the disk is full or read-only, then the service's own words.")];
  const faults = health.faults.map(({ at, fault }) =>
    reportFailure(`${at}: ${fault}.`, "Nothing was lost: the log is whole or a backup is. See the end of docs/operating.md."),
  );
  const news = health.news.map(({ at, endpoint, fault }) =>
    reportWarning(
      `${at}: the endpoint ${endpoint} gets no news (${fault}).`,
      "See plenary endpoints list, and tell whoever runs its receiver.",
    ),
  );
  return [...(faults.length > 0 ? faults : [reportOk("Storage can be read and written, and no body is at fault.")]), ...news];
};

export const checkCertificate: Check = async ({ url, now }) => {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== "https:")
    return isLoopback(hostname)
      ? [reportOk("No certificate is needed on this machine alone.")]
      : [
          reportFailure(
            "The service is reached without TLS.",
            "Put Caddy or nginx in front of it (deploy/README.md), and set PUBLIC_ORIGIN to https.",
          ),
        ];
  const days = Math.floor(((await readCertificateEnd(hostname, Number(port || 443))) - now()) / DAY);
  return [
    days < 14
      ? reportWarning(`The certificate ends in ${days} days.`, "It should have been renewed: see the words of Caddy or certbot.")
      : reportOk(`The certificate is good for ${days} days.`),
  ];
};

export const checkFeeds: Check = async ({ url }) => {
  const bodies = await fetchBodies(url);
  if (bodies.length === 0) return [reportWarning("No body is registered.", "Announce a meeting, and its feeds are looked at.")];
  const findings: Finding[] = [];
  for (const body of bodies) {
    const feed = await fetchBodyFeed(url, body);
    if (feed === undefined) continue;
    const checked = checkFeed(feed, new URL(url).origin);
    findings.push(
      checked.ok
        ? reportOk(`${body}.ics can be read, with ${checked.value} entries, and its links are of this origin.`)
        : reportFailure(
            `${body}.ics: ${checked.error}.`,
            "Set PUBLIC_ORIGIN to the address that people subscribe to, and start the service again.",
          ),
    );
  }
  return findings;
};

const ENDED: ReadonlySet<string> = new Set(["closed", "cancelled"]);
const IN_SESSION = new Set(["opened", "suspended"]);

export const checkSession: Check = async ({ url }) => {
  const sitting: string[] = [];
  for (const body of await fetchBodies(url))
    for (const { meeting, status } of await fetchMeetings(url, body))
      if (IN_SESSION.has(status.meeting)) sitting.push(`${body}/${meeting}`);
  return sitting.length > 0
    ? sitting.map((meeting) => reportWarning(`${meeting} is in session.`, "Do not upgrade before it is closed."))
    : [reportOk("No meeting is in session: the service can be upgraded now.")];
};

/** The part of what a meeting may have from which the operator is told. */
const WARN_FROM = 0.8;

const reportEvents = (at: string, version: number): readonly Finding[] =>
  version < LIMITS.events.max * WARN_FROM
    ? []
    : [
        reportWarning(
          `${at} has had ${version} of at most ${LIMITS.events.max} events.`,
          "See in its history who sends so many. The operator's key may always send; at the end no other may.",
        ),
      ];

/** Meetings that are to be held, or go on, and will soon take no more events. */
export const checkRoom: Check = async ({ url }) => {
  const findings: Finding[] = [];
  for (const body of await fetchBodies(url))
    for (const { meeting, status } of await fetchMeetings(url, body))
      if (!ENDED.has(status.meeting)) findings.push(...reportEvents(`${body}/${meeting}`, await readVersion(url, body, meeting)));
  return findings;
};

export const checkBackups: Check = ({ backups, now }) =>
  Promise.resolve([
    backups === undefined
      ? reportWarning("Backups were not looked at.", "Name their folder with --backups.")
      : checkBackupAge(backups, now()),
  ]);
