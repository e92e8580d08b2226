import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatItemFeedPath, formatMeetingFeedPath, formatMeetingPath } from "../../src/calendar/addresses.ts";
import type { CalendarEntry } from "../../src/calendar/entry.ts";
import { getLineage } from "../../src/calendar/items.ts";
import { sendEvent } from "../../src/cli/send/client.ts";
import { isSameOrPart, type Lineage } from "../../src/meeting/numbered-items.ts";
import type { Service } from "../node/service.ts";
import { PUBLIC_ORIGIN } from "./download.ts";
import { describeEntry, type MeetingJson } from "./expectation.ts";
import { inTurn } from "./in-turn.ts";
import { findUnsteady } from "./steadiness.ts";
import { subscribe, type Subscriber } from "./subscriber.ts";
import type { CheckedFeed } from "./understood.ts";
import { VARIANTS, type Variant } from "./variants.ts";
import { WHOLE_STORIES, type Step, type WholeStory } from "./whole-stories.ts";

/** What was seen of a whole story, or of several. */
export interface Stepped {
  readonly steps: number;
  /** For readers. */
  readonly feeds: readonly CheckedFeed[];
  /** At which the subscriber looked, and what was wrong with what it showed. */
  readonly looked: readonly CheckedFeed[];
  readonly seen: readonly string[];
  /** What was wrong from one step to the next. */
  readonly unsteady: readonly string[];
}

interface Download {
  readonly of: string;
  readonly path: string;
  readonly variant: Variant;
  readonly has: (entry: CalendarEntry) => boolean;
}

const isOfMeeting = ({ item }: CalendarEntry): boolean => item === undefined;

const isOfItem =
  (item: Lineage) =>
  (entry: CalendarEntry): boolean =>
    isOfMeeting(entry) ? entry.items.some((other) => isSameOrPart(getLineage(other), item)) : entry.item === item.id;

/** Items that are parts of the same in every entry: what another was a part of, its feed knows and the entries do not. */
const listItems = (entries: MeetingJson["entries"]): readonly Lineage[] => {
  const lineages = entries.flatMap(({ items }) => items.map(getLineage));
  return [...Map.groupBy(lineages, ({ id }) => id).values()].flatMap(([item, ...others]) =>
    item && others.every(({ wholes }) => wholes.join() === item.wholes.join()) ? [item] : [],
  );
};

/** The meeting's feed as most ask for it, the same in another variant, and that of one of its items in turn. */
const listDownloads = ({ entries }: MeetingJson, { name, record: { body } }: WholeStory, at: number): readonly Download[] => {
  const [plain, ...others] = VARIANTS;
  const other = others[at % others.length];
  const items = listItems(entries);
  const item = items[at % items.length];
  if (!plain || !other || !item) return [];
  const meeting = { of: "meeting", path: formatMeetingFeedPath(body.id, name), has: isOfMeeting };
  return [
    { ...meeting, variant: plain },
    { ...meeting, variant: other },
    { of: "item", path: formatItemFeedPath(body.id, name, item.id), has: isOfItem(item), variant: plain },
  ];
};

const downloadFeeds = async (service: Service, story: WholeStory, at: number): Promise<readonly CheckedFeed[]> => {
  const meeting = formatMeetingPath(story.record.body.id, story.name);
  const json = (await (await service.get(`${meeting}.json`)).json()) as MeetingJson;
  return Promise.all(
    listDownloads(json, story, at).map(async ({ of, path, variant, has }) => {
      const bytes = await (await service.get(`${path}${variant.query}`)).bytes();
      const expected = json.entries.filter(has).map((entry) => describeEntry(entry, entry, variant, `${PUBLIC_ORIGIN}${meeting}`));
      const file = `${story.name}-${String(at).padStart(2, "0")}.${of}.${variant.name}.ics`;
      return { file, language: variant.language, bytes, expected: variant.shown(expected) };
    }),
  );
};

const send = async (service: Service, { id, isRefused, ...event }: Step): Promise<void> => {
  const sent = await sendEvent(service, String(event.data["body"]), id, event, Date.now());
  if (sent.ok === isRefused) throw new Error(`${id}, ${event.type}, was ${sent.ok ? "taken" : `refused: ${sent.error.detail}`}`);
};

/** Days in which all sittings of a story are, wherever they are moved. */
const DAYS = 14;

const follow = (service: Service, home: string, { name, record }: WholeStory): Promise<Subscriber> =>
  subscribe(join(home, name), `${service.url}${formatMeetingFeedPath(record.body.id, name)}`, record.timezone, record.opensOn, DAYS);

/** Where feeds go, and the subscriber's home, if there is one. */
interface Places {
  readonly feeds: string;
  readonly home: string | undefined;
}

/** Tells a story, and downloads its feeds after each step; readers and the subscriber get those of every few steps, and the last. */
const tellStory = async (service: Service, places: Places, story: WholeStory, every: number): Promise<Stepped> => {
  const [feeds, looked, seen, unsteady]: [CheckedFeed[], CheckedFeed[], string[], string[]] = [[], [], [], []];
  let before: CheckedFeed | undefined;
  let subscriber: Subscriber | undefined;
  for (const [at, step] of story.steps.entries()) {
    await send(service, step);
    const downloaded = await downloadFeeds(service, story, at);
    const [plain] = downloaded;
    if (!plain) throw new Error(`${story.name} has no feed`);
    if (before) unsteady.push(...findUnsteady(before, plain, step));
    before = plain;
    if ((story.steps.length - 1 - at) % every !== 0) continue;
    for (const { file, bytes } of downloaded) writeFileSync(join(places.feeds, file), bytes);
    feeds.push(...downloaded);
    if (places.home === undefined) continue;
    subscriber ??= await follow(service, places.home, story);
    seen.push(...(await subscriber.look(plain.file, plain.expected)));
    looked.push(plain);
  }
  return { steps: story.steps.length, feeds, looked, seen, unsteady };
};

/** Tells all whole stories, each step by step. */
export const tellWholeStories = async (service: Service, places: Places, every: number): Promise<Stepped> => {
  const bodies = new Map(WHOLE_STORIES.map(({ record: { body } }) => [body.id, body]));
  await inTurn([...bodies.values()], service.register);
  const told = await inTurn(WHOLE_STORIES, (story) => tellStory(service, places, story, every));
  return {
    steps: told.reduce((sum, { steps }) => sum + steps, 0),
    feeds: told.flatMap(({ feeds }) => feeds),
    looked: told.flatMap(({ looked }) => looked),
    seen: told.flatMap(({ seen }) => seen),
    unsteady: told.flatMap(({ unsteady }) => unsteady),
  };
};
