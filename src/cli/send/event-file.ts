import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** An event as a file tells it, and the webhook-id by which later events may refer to it. */
export interface FileEvent {
  readonly id: string;
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Of which meeting a file is told. */
export interface Subject {
  readonly body: string;
  readonly meeting: string;
}

type Line = Pick<FileEvent, "type" | "timestamp"> & Partial<FileEvent>;

/** A record is named by its file, and is then one of the meeting that is told of. */
const resolveRecord = (data: FileEvent["data"], meeting: string): FileEvent["data"] => {
  const { record } = data;
  if (typeof record !== "string") return data;
  const named: unknown = JSON.parse(readFileSync(record, "utf8"));
  return { ...data, record: { ...(named as object), id: meeting } };
};

/** The same for the same event, so that a file that is sent again is a retry. @param count of its equals, itself included */
const deriveId = (event: Omit<FileEvent, "id">, count: number): string =>
  `msg_${createHash("sha256")
    .update(JSON.stringify([event, count]))
    .digest("hex")
    .slice(0, 32)}`;

/** Reads an event file, JSON Lines; what each line says is checked by the service. */
export const readEventFile = (file: string, { body, meeting }: Subject): readonly FileEvent[] => {
  const counts = new Map<string, number>();
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { id, type, timestamp, data = {} } = JSON.parse(line) as Line;
      const event = { type, timestamp, data: { body, meeting, ...resolveRecord(data, meeting) } };
      const count = (counts.get(line) ?? 0) + 1;
      counts.set(line, count);
      return { id: id ?? deriveId(event, count), ...event };
    });
};
