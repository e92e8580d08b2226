import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRecordFile } from "../../src/cli/send/announce.ts";
import { startTestService } from "../node/service.ts";
import { chromiumPath } from "./chromium.ts";

/** `npm run lighthouse`: the meeting's page as Lighthouse sees it. Too large to be installed for all: npx fetches it. */

const LIGHTHOUSE = "lighthouse@13.5.0";
const LEAST = 95;
const DEVICES = { mobile: [], desktop: ["--preset=desktop"] } as const;

interface Result {
  readonly categories: Readonly<Record<string, { readonly title: string; readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>>;
}

const lookAt = (url: string, options: readonly string[]): Result => {
  const output = join(tmpdir(), `plenary-lighthouse-${process.pid}.json`);
  const { status, stderr } = spawnSync(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${output}`,
      "--chrome-flags=--headless=new --no-sandbox",
      ...options,
    ],
    { encoding: "utf8", env: { ...process.env, CHROME_PATH: chromiumPath() } },
  );
  if (status !== 0) throw new Error(`Lighthouse could not look at the page.\n${stderr}`);
  return JSON.parse(readFileSync(output, "utf8")) as Result;
};

const service = await startTestService();
try {
  const meeting = readRecordFile("data/meetings/ctoc-cop-wg4-2010.json");
  await service.register(meeting.body);
  await service.announce(meeting);
  await service.report(meeting, { type: "meeting.opened" });
  await service.report(meeting, { type: "slot.opened", slot: "1" });
  for (const [device, options] of Object.entries(DEVICES)) {
    const { categories, audits } = lookAt(`${service.url}/${meeting.body.id}/${meeting.id}`, options);
    const scores = Object.values(categories).map(({ title, score }) => ({ title, score: Math.round(score * 100) }));
    console.log(`${device}: ${scores.map(({ title, score }) => `${title} ${score}`).join(", ")}`);
    for (const { title, score, displayValue = "" } of Object.values(audits))
      if (score !== null && score < 0.9) console.log(`  ${title} ${displayValue}`);
    if (scores.some(({ score }) => score < LEAST)) process.exitCode = 1;
  }
} finally {
  await service.stop();
}
