import { readEventFile, type FileEvent } from "../../src/cli/send/event-file.ts";
import type { MeetingRecord } from "../../src/meeting/record.ts";
import { TRIALS } from "./trials.ts";
import { SEED } from "./stories.ts";

/** An event of a whole story, and whether the door is to refuse it. */
export interface Step extends FileEvent {
  readonly isRefused: boolean;
}

/** A meeting from its announcement to its end. */
export interface WholeStory {
  /** The meeting's id. */
  readonly name: string;
  readonly record: MeetingRecord;
  readonly steps: readonly Step[];
}

type Data = FileEvent["data"];
type Told = Pick<FileEvent, "type" | "timestamp" | "data"> & { readonly id?: string; readonly refused?: true };

/** What is told of a meeting of the story's own, by which its records are known, and its events by one another. */
const nameWithin = (story: string, body: string, data: Data): Data => ({
  ...data,
  body,
  meeting: story,
  ...(typeof data["record"] === "object" && { record: { ...data["record"], id: story } }),
  ...(typeof data["event"] === "string" && { event: `${story}-${data["event"]}` }),
});

const writeStory = (name: string, record: MeetingRecord, told: readonly Told[]): WholeStory => ({
  name,
  record,
  steps: told.map(({ id, type, timestamp, data, refused }, at) => ({
    id: `${name}-${id ?? at}`,
    type,
    timestamp,
    data: nameWithin(name, record.body.id, data),
    isRefused: refused === true,
  })),
});

const announce = (record: MeetingRecord): Told => ({ type: "meeting.announced", timestamp: "2009-12-10T09:00:00Z", data: { record } });

/** The stories that are kept as files, by the meeting that they are told of. */
const readFile = (name: string, about: Pick<MeetingRecord, "body" | "id"> = { body: { id: "", name: "" }, id: "" }): readonly FileEvent[] =>
  readEventFile(`tests/stories/${name}.jsonl`, { body: about.body.id, meeting: about.id });

/** A story whose first event is the announcement. */
const readAnnounced = (name: string): WholeStory => {
  const told = readFile(name);
  // What is announced is a record: the door would say.
  return writeStory(name, told[0]?.data["record"] as MeetingRecord, told);
};

/** Told event by event, with the feeds after each: a real day, two agendas that were revised many times in public, and the trials. */
export const WHOLE_STORIES: readonly WholeStory[] = [
  writeStory("real-day", SEED, [announce(SEED), ...readFile("real-day", SEED)]),
  readAnnounced("revised-33-times"),
  readAnnounced("revised-56-times"),
  ...TRIALS.map(({ name, record, happenings }) =>
    writeStory(name, record, [announce(record), ...happenings.map(({ data = {}, ...happening }) => ({ data, ...happening }))]),
  ),
];
