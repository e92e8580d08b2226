import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatBodyFeedPath, formatMeetingFeedPath, formatMeetingPath, formatSlotFeedPath } from "../../src/calendar/addresses.ts";
import { expectationOf, type MeetingJson } from "./expectation.ts";
import type { Service } from "../node/service.ts";
import type { Story } from "./stories.ts";
import type { CheckedFeed, Understood } from "./understood.ts";
import type { Variant } from "./variants.ts";

/** What links in feeds begin with; the service itself listens on this machine. */
export const PUBLIC_ORIGIN = "https://plenary.example";

interface FeedAddress {
  readonly name: string;
  readonly path: string;
  readonly has: (entry: Understood) => boolean;
}

/** The feeds of a meeting; those of single slots show the same entries, so only the seed's are asked for, as most clients do. */
const addressesOf = ({ record: { body, id, slots } }: Story, withSlots: boolean): readonly FeedAddress[] => [
  { name: "meeting", path: formatMeetingFeedPath(body.id, id), has: () => true },
  ...(withSlots ? slots : []).map(({ number }) => ({
    name: `slot-${number}`,
    path: formatSlotFeedPath(body.id, id, number),
    has: ({ uid }: Understood) => uid.endsWith(`.slot-${number}`),
  })),
];

/** Writes a meeting's feeds, in each variant, into a folder. */
export const downloadFeeds = async (
  service: Service,
  folder: string,
  story: Story,
  name: string,
  withSlots: boolean,
  variants: readonly Variant[],
): Promise<readonly CheckedFeed[]> => {
  const { body, id } = story.record;
  const json = (await (await service.get(`${formatMeetingPath(body.id, id)}.json`)).json()) as MeetingJson;
  const feeds: CheckedFeed[] = [];
  for (const variant of variants) {
    const expected = expectationOf(story, json, variant, `${PUBLIC_ORIGIN}${formatMeetingPath(body.id, id)}`);
    for (const address of addressesOf(story, withSlots && variant === variants[0])) {
      const bytes = await (await service.get(`${address.path}${variant.query}`)).bytes();
      const file = `${name}.${address.name}.${variant.name}.ics`;
      writeFileSync(join(folder, file), bytes);
      feeds.push({ file, language: variant.language, bytes, expected: variant.shown(expected.filter(address.has)) });
    }
  }
  return feeds;
};

/** Writes a body's feed into the folder: what its meetings' feeds have, as they were downloaded first. */
export const downloadBodyFeed = async (
  service: Service,
  folder: string,
  body: string,
  meetings: readonly (readonly CheckedFeed[])[],
): Promise<CheckedFeed> => {
  const bytes = await (await service.get(formatBodyFeedPath(body))).bytes();
  const file = `${body}.plain.ics`;
  writeFileSync(join(folder, file), bytes);
  return { file, language: "en", bytes, expected: meetings.flatMap(([plain]) => plain?.expected ?? []) };
};
