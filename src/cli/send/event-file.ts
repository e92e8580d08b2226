import { readFileSync } from "node:fs";

/** A line of a story: an event, and the webhook-id under which later lines may refer to it. */
interface StoryLine {
  readonly id?: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A record is named by its file, and is then one of the meeting that the story is told of. */
const withRecord = (data: Readonly<Record<string, unknown>>, meeting: string): Readonly<Record<string, unknown>> => {
  const { record } = data;
  if (typeof record !== "string") return data;
  const named: unknown = JSON.parse(readFileSync(record, "utf8"));
  return { ...data, record: { ...(named as object), id: meeting } };
};

/** Reads a story in JSON Lines; what each line says is checked by the door. */
export const readStory = (file: string, meeting: string): readonly StoryLine[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as StoryLine)
    .map((line) => ({ ...line, ...(line.data && { data: withRecord(line.data, meeting) }) }));
