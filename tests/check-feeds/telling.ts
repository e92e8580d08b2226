import { downloadBodyFeed, downloadFeeds } from "./download.ts";
import { inTurn } from "./in-turn.ts";
import type { Service } from "../node/service.ts";
import { SEED, SEED_STEPS, type Story } from "./stories.ts";
import type { Subscriber } from "./subscriber.ts";
import type { CheckedFeed } from "./understood.ts";
import { VARIANTS, variantsFor } from "./variants.ts";

/** A story as far as it was told, and the feeds of that moment. */
export interface Told {
  readonly story: Story;
  readonly feeds: readonly CheckedFeed[];
}

/** Before any sitting, in whatever zone: what is over keeps what was said of it. */
const dateEvents = ({ record }: Pick<Story, "record">): string =>
  `${Temporal.PlainDate.from(record.opensOn).subtract({ days: 3 }).toString()}T09:20:00Z`;

/** Tells the seed meeting's story step by step; the subscriber looks after each. */
export const tellSeed = async (service: Service, folder: string, subscriber: Subscriber | undefined) => {
  const told: Told[] = [];
  const seen: string[] = [];
  await service.register(SEED.body);
  for (const [at, [name, happening]] of SEED_STEPS.entries()) {
    const timestamp = dateEvents({ record: SEED });
    if (happening) await service.report(SEED, happening, timestamp);
    else await service.announce(SEED, timestamp);
    const story: Story = { record: SEED, happenings: SEED_STEPS.slice(0, at + 1).flatMap(([, each]) => each ?? []) };
    const feeds = await downloadFeeds(service, folder, story, `seed-${at + 1}-${name}`, true, VARIANTS);
    told.push({ story, feeds });
    if (subscriber) seen.push(...(await subscriber.look(name, feeds[0]?.expected ?? [])));
  }
  return { told, seen };
};

/** Tells each story to its end; then there are the feeds of bodies too. */
export const tellAll = async (service: Service, folder: string, stories: readonly Story[]) => {
  const bodies = new Map(stories.map(({ record: { body } }) => [body.id, body]));
  await inTurn([...bodies.values()], service.register);
  const told = await inTurn([...stories.entries()], async ([at, story]): Promise<Told> => {
    await service.announce(story.record, dateEvents(story));
    for (const happening of story.happenings) await service.report(story.record, happening, dateEvents(story));
    return { story, feeds: await downloadFeeds(service, folder, story, story.record.id, false, variantsFor(at)) };
  });
  const byBody = [...Map.groupBy(told, ({ story: { record } }) => record.body.id)];
  const ofBodies = await inTurn(byBody, ([body, its]) =>
    downloadBodyFeed(
      service,
      folder,
      body,
      its.map(({ feeds }) => feeds),
    ),
  );
  return { told, ofBodies };
};
