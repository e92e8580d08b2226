import { expect, inject, it } from "vitest";
import { foldLog, sortByHappening, type LoggedEvent } from "../../machines/meeting/fold-log.ts";
import { buildCalendar, replay } from "../../src/calendar/replay.ts";
import { selectMeetingFeed } from "../../src/feeds/feed.ts";
import { renderFeed } from "../../src/feeds/ics.ts";
import { parseFeedOptions } from "../../src/feeds/options.ts";
import { parseEvent } from "../../src/meeting/parse.ts";
import { findAmbiguities } from "../../src/webhooks/duplicate-keys.ts";
import { readEvent } from "../../src/webhooks/parse-event.ts";
import { PAGE_MESSAGES } from "../../src/i18n/pages/all.ts";
import { buildHistory } from "../../src/reports/history.ts";
import { draftReport } from "../../src/reports/draft-report.ts";
import { readReportSource } from "../../src/reports/report-source.ts";
import { PROBLEMS } from "../../src/http/problems.ts";
import { BODY, MEETING, SEED } from "../support/secretariat.ts";
import { handOut, toTold } from "../support/told.ts";
import { chanceOf } from "./chance.ts";
import { someEvent } from "./events.ts";
import { hostileText, hostileValue, mutatedBytes } from "./hostile.ts";

/** The readers of bytes and of logs, by themselves: the many inputs that no network has to carry. */

const { inputs, seed, from } = inject("fuzz");
const NOW = Date.UTC(2030, 0, 1);
const NOTHING_CORRECTED = { withdrawn: new Set<string>(), redacted: new Set<string>() };

it(`reads ${inputs * 2} texts as events, or says what is wrong`, { timeout: 7_200_000 }, () => {
  for (let input = from; input < from + inputs * 2; input += 1) {
    const chance = chanceOf(seed, input);
    const written = new TextEncoder().encode(JSON.stringify(someEvent(chance, [])));
    const raw = chance.oneIn(2) ? mutatedBytes(written, chance) : written;
    const read = readEvent(raw, BODY, NOW);
    if (read.ok) expect(parseEvent(JSON.parse(new TextDecoder().decode(raw))).ok).toBe(true);
    else expect(PROBLEMS[read.error.code].status, `FUZZ_SEED=${seed} FUZZ_FROM=${input}`).toBeLessThan(500);
  }
});

it(`finds the name that stands twice in ${inputs} texts, and none in as many others`, { timeout: 7_200_000 }, () => {
  for (let input = from; input < from + inputs; input += 1) {
    const chance = chanceOf(seed, input);
    const names = [...new Set([hostileText(chance), hostileText(chance), "type", "data"])];
    const members = names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify([hostileValue(chance), { a: hostileText(chance) }])}`);
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input}`;
    expect(findAmbiguities(`{${members.join(",")}}`), label).toEqual([]);
    const twice = members[chance.below(members.length)] ?? "";
    const ambiguities = findAmbiguities(`[{${[...members, twice].join(" , ")}}]`);
    expect(
      ambiguities.map(({ message }) => message),
      label,
    ).toEqual(["stands twice"]);
  }
});

const LOG_LENGTH = 12;

it(`folds ${inputs} logged events, or says which can't be`, { timeout: 7_200_000 }, async () => {
  let folded = 0;
  for (let input = from; input < from + inputs; input += LOG_LENGTH) {
    const chance = chanceOf(seed, input);
    const label = `FUZZ_SEED=${seed} FUZZ_FROM=${input}`;
    const log: LoggedEvent[] = [];
    const announced = {
      type: "meeting.announced",
      timestamp: "2009-12-10T09:00:00Z",
      data: { body: BODY, meeting: MEETING, record: SEED },
    };
    for (let at = 0; at < LOG_LENGTH; at += 1) {
      const parsed = parseEvent(
        at === 0 && !chance.oneIn(20)
          ? announced
          : someEvent(
              chance,
              log.map(({ id }) => id),
            ),
      );
      if (!parsed.ok || !("meeting" in parsed.value.data)) continue;
      const next = { id: `msg_${at}`, event: parsed.value as LoggedEvent["event"], at, local: "2010-01-27T10:20", identities: {} };
      // Mostly a log that was taken in; at times one that no door would have.
      if (chance.oneIn(12) || foldLog([...log, next]).ok) log.push(next);
    }
    const fold = foldLog(log);
    if (!fold.ok) {
      expect(
        fold.error.every((impossible) => log.includes(impossible)),
        label,
      ).toBe(true);
      continue;
    }
    folded += 1;
    const entries = log.map((logged, at) => ({ ...logged, position: at + 1, arrival: NOW + at, changed: [] }));
    const steps = [...replay(entries)];
    const { calendar } = buildCalendar(steps);
    if (!calendar) continue;
    const options = parseFeedOptions({
      lang: chance.of(["ar", "zh", "en", "fr", "ru", "es"]),
      cancelled: chance.of(["omit", "text", "status"]),
    });
    expect(renderFeed(selectMeetingFeed(calendar, options.words), "https://plenary.example", options), label).not.toMatch(
      /undefined|NaN|\[object/,
    );
    const setting = { slots: calendar.state.slots.map(({ slot }) => slot), timezone: "Europe/Vienna", ...NOTHING_CORRECTED };
    const catalogs = { messages: options.words, page: PAGE_MESSAGES[options.words.language] };
    expect((await buildHistory(handOut(steps.map(toTold).toReversed()), setting, catalogs)).events, label).toHaveLength(steps.length);
    const source = await readReportSource(handOut(sortByHappening(log)), calendar.state);
    expect(draftReport(source), label).not.toMatch(/undefined|NaN|\[object/);
  }
  expect(folded).toBeGreaterThan(inputs / LOG_LENGTH / 4);
});
