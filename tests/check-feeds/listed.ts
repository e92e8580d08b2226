import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ALL_FEED_PATH, formatMeetingPath } from "../../src/calendar/addresses.ts";
import { MESSAGES } from "../../src/i18n/all.ts";
import { formatPublisher } from "../../src/i18n/entry-text.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { chooseText } from "../../src/meeting/text.ts";
import type { Service } from "../node/service.ts";
import { PUBLIC_ORIGIN } from "./download.ts";
import { formatPlainBreaks } from "./expectation.ts";
import { inTurn } from "./in-turn.ts";
import type { Story } from "./stories.ts";
import type { CheckedFeed, Understood } from "./understood.ts";
import { VARIANTS, type Variant } from "./variants.ts";

/** Meetings of the coming months, by what becomes of them. */
const FATES = ["announced", "meeting.postponed", "meeting.cancelled"] as const;
type Fate = (typeof FATES)[number];

interface Coming {
  readonly record: MeetingRecord;
  readonly fate: Fate;
}

const STATUS: Readonly<Record<Fate, Understood["status"]>> = {
  announced: "CONFIRMED",
  "meeting.postponed": "TENTATIVE",
  "meeting.cancelled": "CANCELLED",
};

/** A meeting of each body, from a day to a week long, some of them over a change of the clocks, of which no sitting is known yet. */
const plan = (stories: readonly Story[], today: Temporal.PlainDate): readonly Coming[] =>
  [...new Map(stories.map(({ record }) => [record.body.id, record])).values()].map((record, at) => {
    const opensOn = today.add({ days: 2 + ((at * 7) % 350) });
    return {
      fate: FATES[at % FATES.length] ?? "announced",
      record: {
        ...record,
        id: `coming-${at}`,
        opensOn: opensOn.toString(),
        closesOn: opensOn.add({ days: at % 7 }).toString(),
        documents: [],
        slots: [],
      },
    };
  });

const describe = ({ record, fate }: Coming, { language }: Variant): Understood => {
  const messages = MESSAGES[language];
  const { body, id, title, opensOn, closesOn } = record;
  const isPostponed = fate === "meeting.postponed";
  const name = `${body.shortName ?? body.name}${isPostponed ? ` (${messages.standing.postponed})` : ""}`;
  const head = fate === "meeting.cancelled" ? [messages.cancelled, name] : [name];
  return {
    uid: `${body.id}.${id}`,
    start: opensOn,
    end: Temporal.PlainDate.from(closesOn).add({ days: 1 }).toString(),
    status: STATUS[fate],
    sequence: Number(fate !== "announced"),
    summary: formatPlainBreaks([...head, chooseText(title, language)].join(messages.punctuation.colon)),
    description: formatPlainBreaks(
      [
        ...(isPostponed ? [messages.postponed] : []),
        formatPublisher(body, messages),
        `${PUBLIC_ORIGIN}${formatMeetingPath(body.id, id)}`,
      ].join("\n"),
    ),
  };
};

/** Announces meetings to come, and writes the calendar of all bodies in each variant. */
export const downloadListed = async (service: Service, folder: string, stories: readonly Story[]): Promise<readonly CheckedFeed[]> => {
  const now = Temporal.Now.instant();
  const coming = plan(stories, now.toZonedDateTimeISO("UTC").toPlainDate());
  await inTurn(coming, async ({ record, fate }) => {
    await service.announce(record, now.toString());
    if (fate !== "announced") await service.report(record, { type: fate }, now.toString());
  });
  return Promise.all(
    VARIANTS.map(async (variant): Promise<CheckedFeed> => {
      const { name, query, language, shown } = variant;
      const bytes = await (await service.get(`${ALL_FEED_PATH}${query}`)).bytes();
      const file = `all.${name}.ics`;
      writeFileSync(join(folder, file), bytes);
      return { file, language, bytes, expected: shown(coming.map((one) => describe(one, variant))) };
    }),
  );
};
