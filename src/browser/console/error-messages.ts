import { readPath } from "../../../machines/meeting/differences.ts";
import type { RefusalCode } from "../../../machines/meeting/refusals.ts";
import type { Warning } from "../../../machines/meeting/warnings.ts";
import { formatItemNumber } from "../../i18n/item-number.ts";
import { interpolate, type Params } from "../../meeting/interpolate.ts";
import { formatLocalTime, isDate, isLocalTime } from "../../meeting/local-time.ts";
import { nameSubject } from "../../reports/revision/describe-revision.ts";
import { createTeller } from "../../reports/revision/naming.ts";
import type { SentProblem } from "../../standard-webhooks/client.ts";
import type { HistoryEntry } from "../../reports/history.ts";
import type { Meeting } from "./api.ts";
import { labelSlotNumber } from "./labels.ts";
import type { ConsoleMessages } from "./messages/messages.ts";

/** What sentences of the service's are filled in by. */
export interface Sayable {
  readonly meeting: Meeting;
  readonly history: readonly HistoryEntry[];
  readonly messages: ConsoleMessages;
}

/** A list of the service's, each by its name. */
const labelEach = (value: string, name: (one: string) => string, separator: string): string => value.split(", ").map(name).join(separator);

/** What a difference or a field is about, as people name it. */
const labelPath = (path: string, { meeting, messages }: Sayable): string => {
  const { own, page, fields } = messages;
  if (hasMessage(fields, path)) return fields[path];
  const setting = { slots: meeting.programme, timezone: meeting.record.timezone };
  return nameSubject(readPath(path), createTeller([], setting, { messages: own, revision: page.revision }));
};

/** An event of the history by what it is called; of another the type, or the id, as it came. */
const labelEvent = (value: string, { history, messages }: Sayable): string => {
  const [, type = value, id = value] = /^(\S+) \((.+)\)$/.exec(value) ?? [];
  const known = history.find((entry) => entry.id === id)?.type ?? type;
  return hasMessage(messages.events, known) ? messages.events[known] : value;
};

/** A time of the meeting's place, or an instant, as the language prints it. */
const labelTime = (value: string, { meeting, messages: { own } }: Sayable): string => {
  const local = isDate(value) || isLocalTime(value) ? value : formatLocalTime(Date.parse(value), meeting.record.timezone);
  return isDate(local) ? own.dates.day(local) : [own.dates.day(local), own.dates.time(local)].join(own.punctuation.comma);
};

/** Numbers, events, fields and times, as people name them; lists as the language writes them. */
const labelParams = (values: Params, sayable: Sayable): Params => {
  const { meeting, messages } = sayable;
  const { comma, semicolon } = messages.own.punctuation;
  const nameSlot = (number: string): string => labelSlotNumber(number, meeting.programme, messages);
  const nameEvent = (value: string): string => labelEvent(value, sayable);
  const nameTime = (value: string): string => (value === "" ? value : labelTime(value, sayable));
  const namePath = (path: string): string => labelPath(path, sayable);
  const names: Readonly<Record<string, (value: string) => string>> = {
    slot: nameSlot,
    other: (number) => (values["body"] === undefined ? nameSlot(number) : number),
    slots: (value) => labelEach(value, nameSlot, semicolon),
    item: formatItemNumber,
    items: (value) => labelEach(value, formatItemNumber, comma),
    documents: (value) => labelEach(value, (symbol) => symbol, comma),
    type: nameEvent,
    newer: nameEvent,
    event: nameEvent,
    events: (value) => labelEach(value, nameEvent, semicolon),
    timestamp: nameTime,
    start: nameTime,
    end: nameTime,
    date: nameTime,
    day: nameTime,
    opensOn: nameTime,
    closesOn: nameTime,
    paths: (value) => labelEach(value, namePath, semicolon),
    field: (value) => namePath(value.replace(/^data\.(?:decide\.)?/, "")),
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, names[name]?.(value) ?? value]));
};

export const hasMessage = <Name extends string>(table: Readonly<Record<Name, string>>, name: string | undefined): name is Name =>
  name !== undefined && Object.hasOwn(table, name);

/** Why the door refused, and what to do. Details of fields stay beside the fields. */
export const describeProblem = (problem: SentProblem, sayable: Sayable): string => {
  const { code, reason, detail, values = {} } = problem;
  const { problems, refusals } = sayable.messages;
  const isRefusal = (name: string | undefined): name is RefusalCode => hasMessage(refusals, name);
  if (isRefusal(reason)) return interpolate(refusals[reason], labelParams(values, sayable));
  if (code === "not-permitted") return `${problems[code]} ${detail}`;
  return hasMessage(problems, code) ? problems[code] : `${problems.other} ${detail}`;
};

export const describeWarning = ({ code, message, values = {} }: Warning, sayable: Sayable): string => {
  const { warnings } = sayable.messages;
  return hasMessage(warnings, code) ? interpolate(warnings[code], labelParams(values, sayable)) : message;
};
